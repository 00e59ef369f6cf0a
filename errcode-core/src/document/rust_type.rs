//! The Rust type of a member or a header, for documents.

use std::any::type_name;
use std::borrow::Cow;

/// The Rust type of what is written into a response.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RustType {
    /// The type of the field as it is written.
    Field(&'static str),
    /// The path of the type that a function returns.
    Result(fn() -> &'static str),
}

/// The path of the type that a function of a field returns.
#[doc(hidden)]
pub fn name_of_result<'f, F: ?Sized, R>(_: fn(&'f F) -> R) -> &'static str {
    type_name::<R>()
}

/// The same for a function that is applied inside of an `Option`.
#[doc(hidden)]
pub fn name_of_optional_result<'f, F, R>(_: fn(&'f F) -> R) -> &'static str {
    type_name::<Option<R>>()
}

impl RustType {
    /// The type as a user writes it, without the paths that rustc adds.
    pub(super) fn name(self) -> Cow<'static, str> {
        match self {
            Self::Field(written) => written.into(),
            Self::Result(path) => without_paths(path()).into(),
        }
    }
}

/// `alloc::vec::Vec<core::time::Duration>` as `Vec<Duration>`.
fn without_paths(name: &str) -> String {
    let mut written = String::new();
    // Where the last segment of the current path begins.
    let mut segment = 0;
    for character in name.chars() {
        written.push(character);
        if written.ends_with("::") {
            written.truncate(segment);
        } else if !character.is_alphanumeric() && !matches!(character, '_' | ':') {
            segment = written.len();
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{RustType, name_of_optional_result, name_of_result, without_paths};

    #[test]
    fn types_are_named_as_users_write_them() {
        for (path, name) in [
            ("u64", "u64"),
            ("&str", "&str"),
            ("alloc::string::String", "String"),
            (
                "core::option::Option<alloc::vec::Vec<core::time::Duration>>",
                "Option<Vec<Duration>>",
            ),
            ("(a::B, [c::D; 2])", "(B, [D; 2])"),
        ] {
            assert_eq!(without_paths(path), name, "{path}");
        }
    }

    #[test]
    fn a_result_may_borrow_from_the_field() {
        let of = RustType::Result(|| name_of_result::<String, _>(String::as_str));
        assert_eq!(of.name(), "&str");
        let of = || name_of_optional_result::<Duration, _>(Duration::as_secs);
        assert_eq!(RustType::Result(of).name(), "Option<u64>");
    }
}
