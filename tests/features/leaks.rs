//! Nothing leaks that is not written down as public: canaries in every field, source and `Display`,
//! searched for in every byte of every response in every format.

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;

use errcode::format::{Body, Format, FormatError, Occurrence};
use errcode::{ApiError, Context};

/// A source that says a canary, and has one below it that says another.
#[derive(Debug)]
struct Source(u8);

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CANARY-source-{}", self.0)
    }
}

impl StdError for Source {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        (self.0 == 0).then_some(&Source(1))
    }
}

/// Writes all that a format can get at.
struct Everything;

impl Format for Everything {
    const NAME: &'static str = "everything";
    const CONTENT_TYPE: &'static str = "text/plain";
    fn write(e: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        use fmt::Write;
        let details = serde_json::to_string(&e.details())?;
        let (code, message, title, category) = (e.code(), e.message(), e.title(), e.category());
        write!(
            body,
            "{e:?} {code} {message} {title} {} {category:?} {details}",
            e.type_uri()
        )?;
        Ok(())
    }
}

/// One set of variants in every format; the enum's `Display` and all unmarked fields are canaries.
macro_rules! leaky {
    ($name:ident, $($format:tt)*) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[api(format = $($format)*, challenge = "Bearer")]
        enum $name {
            #[error("CANARY-display {0}")]
            #[api(status = 500, code = "PLAIN")]
            Plain(Source),
            #[error("CANARY-display {secret}")]
            #[api(status = 503, code = "FIELDS")]
            Fields {
                #[api(public)]
                shown: &'static str,
                secret: &'static str,
                source: Source,
                #[api(header = "X-Shown")]
                header: &'static str,
            },
            #[error("CANARY-display {secret}")]
            #[api(status = 409, code = "MESSAGE", message = "only {shown}")]
            Message {
                shown: &'static str,
                secret: &'static str,
                #[source]
                cause: Source,
            },
            #[error("CANARY-display {secret}")]
            #[api(status = 410, code = "RUN_TIME")]
            RunTime {
                #[api(status)]
                status: u16,
                secret: &'static str,
            },
            #[error("CANARY-display")]
            #[api(status = 304, code = "OTHER", allow(non_error_status))]
            Other(Source),
            #[error("CANARY-display")]
            #[api(hide_as = NotFound)]
            Hidden(Source),
            #[error("CANARY-display")]
            #[api(status = 403, code = "CODED", hide_as = NotFound)]
            HiddenCoded { secret: &'static str },
            #[error("not found")]
            #[api(status = 404, code = "NOT_FOUND")]
            NotFound,
            #[error("CANARY-display")]
            #[api(status = 400, code = "BROKEN", message = "broken")]
            Broken {
                #[api(public)]
                before: &'static str,
                #[api(flatten)]
                map: BTreeMap<&'static str, Unserializable>,
                secret: &'static str,
            },
            #[error("CANARY-outer {0}")]
            #[api(transparent)]
            Inner(#[from] Inner),
        }

        impl $name {
            fn all() -> Vec<Self> {
                let secret = "CANARY-field";
                vec![
                    Self::Plain(Source(0)),
                    Self::Fields { shown: "shown", secret, source: Source(0), header: "shown" },
                    Self::Message { shown: "shown", secret, cause: Source(0) },
                    Self::RunTime { status: 409, secret },
                    Self::RunTime { status: 500, secret },
                    Self::RunTime { status: 200, secret },
                    Self::Other(Source(0)),
                    Self::Hidden(Source(0)),
                    Self::HiddenCoded { secret },
                    Self::NotFound,
                    Self::Broken {
                        before: "shown",
                        map: BTreeMap::from([("key", Unserializable)]),
                        secret,
                    },
                    Self::Inner(Inner::Plain(Source(0))),
                ]
            }
        }
    };
}

/// What a type says that refuses to be serialized.
#[derive(Debug)]
struct Unserializable;

impl serde::Serialize for Unserializable {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("CANARY-serialize"))
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Inner {
    #[error("CANARY-inner {0}")]
    #[api(status = 502, code = "INNER")]
    Plain(Source),
}

leaky!(InProblem, problem);
leaky!(InCodeless, problem(code = false));
leaky!(InNested, nested);
leaky!(InFlat, flat);
leaky!(InEverything, Everything);

/// Every byte that goes out.
fn bytes(error: &dyn ApiError) -> String {
    let context = Context::new().with_instance("/path");
    let known = errcode::to_response_with(error, &context);
    let unknown = errcode::to_response(error);
    [known, unknown]
        .map(|response| {
            let body = String::from_utf8_lossy(response.body()).into_owned();
            format!("{} {:?} {body}", response.status(), response.headers())
        })
        .join("\n")
}

fn search(errors: &[impl ApiError]) {
    for error in errors {
        let sent = bytes(error);
        assert!(!sent.contains("CANARY"), "{error:?} leaks: {sent}");
    }
    // The search itself can fail: what is shown is found, and the canaries are there to be found.
    assert!(bytes(&errors[1]).contains("shown"));
    assert!(
        errors
            .iter()
            .filter(|error| error.to_string().contains("CANARY"))
            .count()
            > 9
    );
}

#[test]
fn no_canary_in_any_byte_of_any_format() {
    search(&InProblem::all());
    search(&InCodeless::all());
    search(&InNested::all());
    search(&InFlat::all());
    search(&InEverything::all());
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("CANARY-display")]
#[api(status = 500, code = "EXPOSED", expose)]
struct Exposed;

#[test]
fn a_canary_gets_out_only_by_expose() {
    assert!(bytes(&Exposed).contains("CANARY-display"));
}
