//! Enums that `macro_rules!` make of every kind of fragment, and one macro of another's.

use crate::body;

const GONE: u16 = 410;

fn text(_: &dyn std::error::Error) -> &'static str {
    "from a function"
}

macro_rules! errors {
    (
        $(#[$outer:meta])*
        $vis:vis $name:ident<$lifetime:lifetime> in $format:path, $krate:path;
        $(
            $(#[$meta:meta])*
            $variant:ident = $status:expr, $code:literal, $text:expr, $number:tt
                { $($(#[$field_meta:meta])* $field:ident: $type:ty = $header:literal),* }
        )*
        ; $path:ident = $path_status:path, $function:path, $negative:literal;
    ) => {
        $(#[$outer])*
        #[derive(Debug, thiserror::Error, errcode::ApiError)]
        #[error("made")]
        #[api(crate = $krate, format = $format)]
        $vis enum $name<$lifetime> {
            $(
                $(#[$meta])*
                #[doc = $text]
                #[api(status = $status, code = $code, message = $text, title = $code)]
                #[api(header("X-Number" = $number), example(Self::$variant { $($field: 1),* }))]
                $variant {
                    $(
                        $(#[$field_meta])*
                        #[api(public = $header, header = $header)]
                        $field: $type,
                    )*
                },
            )*
            #[api(status = $path_status, code = "PATH", message = $function)]
            $path(&$lifetime str),
        }

        #[derive(Debug, thiserror::Error, errcode::ApiError)]
        #[error("number")]
        #[api(status = $path_status, code = $negative)]
        $vis struct Number;
    };
}

errors! {
    /// Errors.
    pub(crate) Made<'a> in errcode::format::Flat, ::errcode;
    #[doc(alias = "t")]
    Text = 400, "TEXT", "a text", "1" {}
    #[doc(hidden)]
    Parens = (409), "PARENS", "{a} {a:?}", "2" {
        /// A field.
        a: u8 = "X-A"
    }
    ; Path = GONE, text, -7;
}

macro_rules! outer {
    ($status:expr, $code:literal, $text:literal, $variant:ident) => {
        inner!($status, $code, $text, $variant);
    };
}

macro_rules! inner {
    ($status:expr, $code:expr, $text:expr, $variant:ident) => {
        #[derive(Debug, thiserror::Error, errcode::ApiError)]
        #[error("inner")]
        #[api(format = flat)]
        enum Twice {
            #[api(status = $status, code = $code, message = $text)]
            $variant {
                #[api(public)]
                inner: u8,
            },
            #[api(hide_as = Shown)]
            Hidden,
            #[api(status = $status, code = "SHOWN", message = $text)]
            Shown,
        }
    };
}

outer!(400, "TWICE", "twice over", Over);

/// A field that a macro names is not the one that its user names.
macro_rules! hygienic {
    ($given:ident) => {
        #[derive(Debug, thiserror::Error, errcode::ApiError)]
        #[error("hygienic")]
        #[api(format = flat, status = 400, code = "HYGIENIC", message = "{given} {own}")]
        struct Hygienic {
            #[api(public)]
            $given: u8,
            #[api(public)]
            own: u8,
        }

        impl Hygienic {
            fn new($given: u8, own: u8) -> Self {
                Self { $given, own }
            }
        }
    };
}

hygienic!(given);

#[test]
fn fragments_are_what_they_hold() {
    let response = errcode::to_response(&Made::Text {});
    assert_eq!(response.headers()["x-number"], "1");
    assert_eq!(response.body(), r#"{"code":"TEXT","detail":"a text"}"#);
    assert_eq!(
        body(&Made::Parens { a: 1 }),
        r#"{"code":"PARENS","detail":"1 1","details":{"X-A":1}}"#
    );
    assert_eq!(
        body(&Made::Path("a")),
        r#"{"code":"PATH","detail":"from a function"}"#
    );
    assert_eq!(
        body(&Number),
        r#"{"type":"about:blank","title":"Gone","status":410,"detail":"number","code":-7}"#
    );
    assert_eq!(
        body(&Twice::Over { inner: 1 }),
        r#"{"code":"TWICE","detail":"twice over","details":{"inner":1}}"#
    );
    assert_eq!(body(&Twice::Hidden), body(&Twice::Shown));
    assert_eq!(
        body(&Hygienic::new(1, 2)),
        r#"{"code":"HYGIENIC","detail":"1 2","details":{"given":1,"own":2}}"#
    );
    let docs: Vec<String> = <Made<'_> as errcode::Documented>::CATALOG
        .entries()
        .map(|entry| entry.docs())
        .collect();
    assert_eq!(docs, ["a text", "{a} {a:?}", ""]);
}
