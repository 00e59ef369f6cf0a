//! Errors by hand that return another's entry: what is kept of the one is never an answer of the other.

use std::fmt;

use errcode::catalog::Entry;
use errcode::format::Details;
use errcode::format::{Flat, FormatVtable, Nested, Problem};
use errcode::{ApiError, BoxApiError};
use http::StatusCode;

use crate::answer::{Answer, answer};

/// A derived error, and one by hand with the entry of that, a format, and one thing more.
macro_rules! by_hand {
    ($derived:ident, $name:ident ($($field:ty),*), $($methods:tt)*) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("no such skill")]
        #[api(status = 404, code = "NOT_FOUND")]
        struct $derived;

        #[derive(Debug, thiserror::Error)]
        #[error("no such skill")]
        struct $name($($field),*);

        impl ApiError for $name {
            fn entry(&self) -> Entry {
                $derived.entry()
            }

            fn format(&self) -> &'static FormatVtable {
                self.0
            }

            $($methods)*
        }
    };
}

by_hand! {
    User, Of(&'static FormatVtable, &'static str),
    fn details(&self, details: &mut Details<'_>) {
        details.member("user", self.1);
    }
}

by_hand! {
    Absent, Gone(&'static FormatVtable),
    fn status(&self) -> StatusCode {
        StatusCode::GONE
    }
}

by_hand! {
    Silent, Says(&'static FormatVtable, &'static str),
    fn write_message(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(self.1)
    }
}

by_hand!(NotFound, Plain(&'static FormatVtable),);

/// Hands on to any error, in a format of its own.
macro_rules! outer {
    ($($name:ident: $format:ident $(($($options:tt)*))?),*) => {$(
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error(transparent)]
        #[api(transparent, format = $format $(($($options)*))?, respond = false)]
        struct $name<E: ApiError>(E);
    )*};
}

outer!(InFlat: flat, InNested: nested, InProblem: problem, InProblemWithoutCode: problem(code = false));

/// The answers in every format, each the same whether it is asked for twice or as what is handed on.
fn answers<E: ApiError>(error: impl Fn(&'static FormatVtable) -> E) -> [Answer; 4] {
    let formats = [
        FormatVtable::new::<Flat>(),
        FormatVtable::new::<Nested>(),
        FormatVtable::new::<Problem>(),
        FormatVtable::new::<Problem<false>>(),
    ];
    let plain = |at: usize| match at {
        0 => answer(&InFlat(error(formats[0]))),
        1 => answer(&InNested(error(formats[1]))),
        2 => answer(&InProblem(error(formats[2]))),
        _ => answer(&InProblemWithoutCode(error(formats[3]))),
    };
    let mut at = 0;
    formats.map(|format| {
        let answers = [answer(&error(format)), answer(&error(format)), plain(at)];
        let boxed = answer(&Box::new(error(format)));
        at += 1;
        assert!(answers.iter().all(|one| *one == boxed), "{answers:?}");
        boxed
    })
}

/// Whatever is kept of the derived error is kept now, in every format.
fn keep<E: ApiError>(derived: &E) {
    for _ in 0..2 {
        answer(derived);
        answer(&InFlat(derived));
        answer(&InNested(derived));
        answer(&InProblem(derived));
        answer(&InProblemWithoutCode(derived));
    }
}

#[test]
fn details_are_of_their_own_error() {
    for _ in 0..2 {
        for user in ["alice", "bob"] {
            for answer in answers(|format| Of(format, user)) {
                assert!(answer.body.contains(user), "{}", answer.body);
            }
        }
        keep(&User);
        assert!(!answer(&User).body.contains("user"));
    }
}

#[test]
fn a_status_is_of_its_own_error() {
    for _ in 0..2 {
        let [_, _, problem, without_code] = answers(Gone);
        for answer in [problem, without_code] {
            assert_eq!(answer.status, 410);
            assert!(
                answer.body.contains(r#""title":"Gone","status":410"#),
                "{}",
                answer.body
            );
        }
        keep(&Absent);
        assert!(
            answer(&Absent)
                .body
                .contains(r#""title":"Not Found","status":404"#)
        );
    }
}

#[test]
fn a_message_is_of_its_own_error() {
    for said in ["one", "two", "one"] {
        for answer in answers(|format| Says(format, said)) {
            assert!(answer.body.contains(said), "{}", answer.body);
        }
        keep(&Silent);
        assert!(answer(&Silent).body.contains("no such skill"));
    }
}

#[test]
fn only_what_is_derived_is_kept() {
    let is_kept = |error: &dyn ApiError| {
        let body = || errcode::to_response(error).into_body();
        body();
        body().as_ptr() == body().as_ptr()
    };
    assert!(is_kept(&NotFound));
    assert!(is_kept(&Box::new(NotFound)));
    assert!(is_kept(&InFlat(NotFound)));
    assert!(is_kept(&InFlat(InNested(NotFound))));
    assert!(is_kept(&*BoxApiError::from(NotFound)));
    let format = FormatVtable::new::<Flat>();
    assert!(!is_kept(&Plain(format)));
    assert!(!is_kept(&Box::new(Plain(format))));
    assert!(!is_kept(&InFlat(InNested(Plain(format)))));
    assert!(!is_kept(&*BoxApiError::from(Plain(format))));
}
