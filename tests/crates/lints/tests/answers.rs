//! What is linted works, too.

use errcode::to_response;
use fixture_lints::ERRORS;
use fixture_lints::fields::Fields;
use fixture_lints::generics::Generic;
use fixture_lints::kinds::Kinds;

#[test]
fn answers() {
    assert_eq!(
        to_response(&Kinds::Challenged).body(),
        r#"{"error":{"code":"CHALLENGED","message":"say who you are"}}"#
    );
    let inner: Generic<'_, u8, Kinds> = Generic::Inner(Kinds::Secret(1));
    assert_eq!(to_response(&inner).status(), 404);
    assert_eq!(
        to_response(&Kinds::Inner(Fields::RunTime(409))).status(),
        409
    );
    assert_eq!(to_response(&Kinds::Function()).status(), 500);
    assert_eq!(ERRORS.groups().len(), 3);
}
