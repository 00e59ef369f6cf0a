//! Kinds of variants and types: numeric codes, statuses from constants and fields, `hide_as`, shared
//! codes, transparency, generics, structs, boxes.

use std::sync::Arc;

use errcode::{ApiError, ApiErrorExt, BoxApiError, Documented};
use http::StatusCode;

use crate::answer::{Answer, answer};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = nested)]
enum Numbered {
    #[error("one")]
    #[api(status = 400, code = 1001)]
    One,
    #[error("negative")]
    #[api(status = 400, code = -7)]
    Negative,
}

#[test]
fn numeric_codes_are_json_numbers() {
    assert_eq!(
        answer(&Numbered::One).body,
        r#"{"error":{"code":1001,"message":"one"}}"#
    );
    assert_eq!(
        answer(&Numbered::Negative).body,
        r#"{"error":{"code":-7,"message":"negative"}}"#
    );
    assert_eq!(Numbered::One.code(), "1001");
    assert_eq!(Numbered::Negative.code().as_i64(), Some(-7));
}

mod constants {
    pub(crate) const CONFLICT: u16 = 409;

    pub(crate) trait Kind {
        const GONE: u16 = 410;

        fn text(&self) -> &'static str {
            "kind"
        }

        fn status(&self) -> Option<http::StatusCode> {
            Some(http::StatusCode::BAD_GATEWAY)
        }
    }

    impl Kind for super::Constants {}

    impl Kind for u8 {}
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("text")]
#[api(status = StatusCode::SERVICE_UNAVAILABLE)]
enum Constants {
    #[api(status = StatusCode::NOT_FOUND, code = "A")]
    Typed,
    #[api(status = constants::CONFLICT, code = "B")]
    Number,
    // A 5xx, which only const evaluation knows: the private field is hidden with `Display`.
    #[api(code = "C")]
    Default(u8),
    #[api(status = <Self as constants::Kind>::GONE, code = "D")]
    #[api(message = <Self as constants::Kind>::text)]
    OfTrait,
    #[api(code = "E")]
    ByTrait(#[api(status = <u8 as constants::Kind>::status)] u8),
}

#[test]
fn a_status_may_be_the_path_of_a_constant() {
    let of = |error: Constants| (answer(&error).status, error.message().into_owned());
    assert_eq!(of(Constants::Typed), (404, "text".to_owned()));
    assert_eq!(of(Constants::Number), (409, "text".to_owned()));
    assert_eq!(
        of(Constants::Default(1)),
        (503, "Service Unavailable".to_owned())
    );
    assert_eq!(of(Constants::OfTrait), (410, "kind".to_owned()));
    assert_eq!(of(Constants::ByTrait(1)), (502, "Bad Gateway".to_owned()));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("upstream")]
enum Upstream {
    #[api(status = 502, code = "BY_TYPE")]
    ByType(#[api(status)] Option<StatusCode>),
    #[api(status = 502, code = "BY_FUNCTION")]
    ByFunction(#[api(status = first)] Vec<u16>),
    #[api(status = 502, code = "ALWAYS")]
    Always(#[api(status = always)] String),
}

fn first(found: &[u16]) -> Option<StatusCode> {
    StatusCode::from_u16(*found.first()?).ok()
}

fn always(_: &str) -> StatusCode {
    StatusCode::GATEWAY_TIMEOUT
}

#[test]
fn a_status_may_come_from_a_field() {
    let of = |error: Upstream| answer(&error).status;
    assert_eq!(of(Upstream::ByType(Some(StatusCode::NOT_FOUND))), 404);
    assert_eq!(of(Upstream::ByType(Some(StatusCode::OK))), 502);
    assert_eq!(of(Upstream::ByType(None)), 502);
    assert_eq!(of(Upstream::ByFunction(vec![409, 410])), 409);
    assert_eq!(of(Upstream::ByFunction(vec![])), 502);
    assert_eq!(of(Upstream::Always(String::new())), 504);
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Hiding {
    #[error("no such repository")]
    #[api(status = 404, code = "NOT_FOUND", header("X-Kind" = "repository"))]
    NotFound,
    #[error("{user} may not see {name}")]
    #[api(hide_as = NotFound)]
    Private {
        user: &'static str,
        name: &'static str,
    },
    #[error("{0} was here")]
    #[api(status = 403, code = "FORBIDDEN", hide_as = Fixed)]
    Coded(&'static str),
    #[error("secret {0}")]
    #[api(status = 404, code = "FIXED", message = "No such thing.")]
    Fixed(&'static str),
    #[error("secret")]
    #[api(status = 503, code = "BUSY")]
    Busy(&'static str),
    #[error("secret")]
    #[api(hide_as = Busy)]
    Down,
}

#[test]
fn a_hidden_variant_answers_byte_for_byte_as_the_other() {
    let private = Hiding::Private {
        user: "eve",
        name: "plans",
    };
    assert_eq!(answer(&private), answer(&Hiding::NotFound));
    assert!(answer(&private).body.contains("no such repository"));
    assert_eq!(
        answer(&Hiding::Coded("eve")),
        answer(&Hiding::Fixed("secret"))
    );
    assert_eq!(answer(&Hiding::Down), answer(&Hiding::Busy("secret")));
    assert_eq!(private.to_string(), "eve may not see plans");
    assert_eq!(
        (private.code(), private.message()),
        (Hiding::NotFound.code(), "no such repository".into())
    );
    // The log is told what it really was, and the documents do not speak of it.
    assert!(private.hidden().is_none());
    assert_eq!(Hiding::Coded("eve").hidden().unwrap().code(), "FORBIDDEN");
    let hidden: Vec<&str> = Hiding::CATALOG
        .entries()
        .filter(errcode::catalog::EntryDoc::is_hidden)
        .map(|entry| entry.name())
        .collect();
    assert_eq!(hidden, ["Coded"]);
    assert_eq!(Hiding::CATALOG.entries().len(), 4);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(allow(duplicate_code))]
enum Shared {
    #[error("running")]
    #[api(status = 422, code = "UNPROCESSABLE")]
    Running,
    #[error("stopped")]
    #[api(status = 422, code = "UNPROCESSABLE")]
    Stopped,
}

#[test]
fn variants_may_share_a_code() {
    assert_eq!(Shared::Running.code(), Shared::Stopped.code());
    assert_ne!(answer(&Shared::Running), answer(&Shared::Stopped));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error(transparent)]
#[api(transparent, format = flat)]
enum Throughout {
    Hiding(#[from] Hiding),
    Boxed(#[from] Box<Shared>),
    Upstream(#[from] Arc<Upstream>),
    #[error("itself")]
    Itself(Box<Self>),
}

#[test]
fn an_enum_that_is_transparent_throughout() {
    let of = |error: Throughout| {
        let Answer {
            status,
            body,
            headers,
        } = answer(&error);
        (status, body, headers.len())
    };
    let not_found = (
        404,
        r#"{"code":"NOT_FOUND","detail":"no such repository"}"#.to_owned(),
        2,
    );
    assert_eq!(of(Hiding::NotFound.into()), not_found);
    assert_eq!(of(Throughout::Itself(Box::new(Hiding::Down.into()))).0, 503);
    let private = Hiding::Private {
        user: "eve",
        name: "plans",
    };
    assert_eq!(of(Throughout::Itself(Box::new(private.into()))), not_found);
    assert_eq!(
        of(Box::new(Shared::Running).into()).1,
        r#"{"code":"UNPROCESSABLE","detail":"running"}"#
    );
    let upstream = Arc::new(Upstream::ByFunction(vec![404]));
    assert_eq!(
        of(upstream.into()),
        (
            404,
            r#"{"code":"BY_FUNCTION","detail":"Not Found"}"#.to_owned(),
            1
        )
    );
    let hidden = Throughout::Hiding(Hiding::Coded("eve"));
    assert_eq!(hidden.hidden().unwrap().code(), "FORBIDDEN");

    let titles: Vec<&str> = Throughout::CATALOG
        .groups()
        .iter()
        .map(|group| group.title())
        .collect();
    assert_eq!(titles, ["Hiding", "Shared", "Upstream"]);
}

/// A wrapper of any error, with a field of its own.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum Generic<'a, T, E, const N: usize = 2>
where
    E: std::fmt::Debug,
{
    #[error("value {value:?} of {names:?}")]
    #[api(status = 400, code = "VALUE", message = "{value:?} {bytes:?}")]
    Value {
        #[api(public)]
        value: T,
        #[api(public)]
        names: &'a [&'a str],
        bytes: [u8; N],
    },
    #[error(transparent)]
    #[api(transparent)]
    Inner(E),
}

#[test]
fn a_generic_type_asks_only_what_its_fields_need() {
    type Error<'a> = Generic<'a, Option<u8>, Shared>;
    let error: Error<'_> = Generic::Value {
        value: Some(1),
        names: &["a"],
        bytes: [1, 2],
    };
    assert_eq!(
        answer(&error).body,
        r#"{"code":"VALUE","detail":"Some(1) [1, 2]","details":{"value":1,"names":["a"]}}"#
    );
    let inner: Error<'_> = Generic::Inner(Shared::Stopped);
    assert_eq!(
        answer(&inner).body,
        r#"{"code":"UNPROCESSABLE","detail":"stopped"}"#
    );
    let groups = <Error<'_> as Documented>::CATALOG.groups();
    assert_eq!(
        groups.iter().map(|group| group.title()).collect::<Vec<_>>(),
        ["Generic", "Shared"]
    );
    let types: Vec<_> = groups[0]
        .entries()
        .next()
        .unwrap()
        .members()
        .map(errcode::catalog::Member::rust_type)
        .collect();
    assert_eq!(types, ["T", "&'a [&'a str]"]);
}

/// An error without variants.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("unit")]
#[api(status = 410, code = "UNIT")]
struct Unit;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("tuple {0}")]
#[api(transparent)]
struct TupleStruct(Unit);

#[derive(Debug, thiserror::Error, ApiError)]
enum Never {}

#[test]
fn structs_and_empty_enums() {
    assert_eq!(answer(&Unit).status, 410);
    assert_eq!(answer(&TupleStruct(Unit)).body, answer(&Unit).body);
    assert_eq!(Never::CATALOG.entries().len(), 0);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("renamed")]
#[api(rename_all = "SCREAMING_SNAKE_CASE", prefix = "APP_", status = 400, format = flat)]
enum Renamed {
    HttpStatus404,
    #[api(code = "AS_WRITTEN")]
    Written,
    r#Type,
}

#[test]
fn codes_come_from_names() {
    assert_eq!(Renamed::HttpStatus404.code(), "APP_HTTP_STATUS404");
    assert_eq!(Renamed::Written.code(), "AS_WRITTEN");
    assert_eq!(Renamed::Type.code(), "APP_TYPE");
}

fn hand_on(at: u8) -> Result<(), Box<dyn ApiError + Send + Sync>> {
    Err(if at == 0 {
        Box::new(Unit)
    } else {
        Box::new(Shared::Running)
    })
}

fn in_a_box(at: u8) -> Result<(), BoxApiError> {
    if at == 2 {
        Err(Renamed::Written)?;
    }
    hand_on(at).map_err(BoxApiError::from_box)
}

#[test]
fn a_box_of_any_error_is_handed_on_and_answered() {
    let of = |at| answer(&*in_a_box(at).unwrap_err());
    assert_eq!(of(0), answer(&Unit));
    assert_eq!(of(1), answer(&Shared::Running));
    assert_eq!(of(2), answer(&Renamed::Written));
    assert_eq!(in_a_box(0).unwrap_err().to_string(), "unit");
    let shared: Arc<dyn ApiError + Send + Sync> = Arc::new(Unit);
    assert_eq!(answer(&shared), answer(&Unit));
}
