//! Names in words: the one rule by which variant names become codes and type names headings.
//!
//! A new word begins where a lower-case letter is followed by an upper-case one, before the last of
//! several upper-case letters if a lower-case one follows it (`HTTPStatus` is `HTTP`, `Status`), and
//! at everything that is neither letter nor digit. Digits belong to the word they follow.

/// The values of `rename_all`.
pub(crate) const STYLES: [&str; 5] = [
    "SCREAMING_SNAKE_CASE",
    "snake_case",
    "kebab-case",
    "camelCase",
    "PascalCase",
];

/// A name in one of [`STYLES`].
pub(crate) fn rename(name: &str, style: &str) -> Option<String> {
    let words = words(name);
    Some(match style {
        "SCREAMING_SNAKE_CASE" => joined(&words, "_", |_, word| word.to_uppercase()),
        "snake_case" => joined(&words, "_", |_, word| word.to_lowercase()),
        "kebab-case" => joined(&words, "-", |_, word| word.to_lowercase()),
        "camelCase" => joined(&words, "", |at, word| match at {
            0 => word.to_lowercase(),
            _ => capitalized(word),
        }),
        "PascalCase" => joined(&words, "", |_, word| capitalized(word)),
        _ => return None,
    })
}

/// The name of a field in one of [`STYLES`], as serde renames the fields of a struct: words are what stands between
/// underscores, and the letters in them stay as they are.
pub(crate) fn rename_field(name: &str, style: &str) -> String {
    let pascal: String = name
        .split('_')
        .flat_map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(letters)
        })
        .collect();
    match style {
        "SCREAMING_SNAKE_CASE" => name.to_ascii_uppercase(),
        "kebab-case" => name.replace('_', "-"),
        "camelCase" => {
            let mut letters = pascal.chars();
            let first = letters.next().map(|first| first.to_ascii_lowercase());
            first.into_iter().chain(letters).collect()
        }
        "PascalCase" => pascal,
        _ => name.to_owned(),
    }
}

/// A name as a heading: `SkillError` is `Skill error`.
pub(crate) fn heading(name: &str) -> String {
    joined(&words(name), " ", |at, word| match at {
        _ if word.chars().count() > 1 && !word.chars().any(char::is_lowercase) => word.to_owned(),
        0 => capitalized(word),
        _ => word.to_lowercase(),
    })
}

fn joined(words: &[&str], between: &str, form: impl Fn(usize, &str) -> String) -> String {
    let words: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, word)| form(at, word))
        .collect();
    words.join(between)
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first
            .to_uppercase()
            .chain(letters.as_str().to_lowercase().chars())
            .collect(),
        None => String::new(),
    }
}

fn words(name: &str) -> Vec<&str> {
    name.split(|letter: char| !letter.is_alphanumeric())
        .flat_map(split_by_case)
        .collect()
}

fn split_by_case(piece: &str) -> Vec<&str> {
    let is_upper = |letter: char| match letter {
        _ if letter.is_uppercase() => Some(true),
        _ if letter.is_lowercase() => Some(false),
        _ => None,
    };
    let mut words = Vec::new();
    let mut start = 0;
    // The case of the last letter of this word that has one.
    let mut last = None;
    let following = piece.char_indices().skip(1);
    for ((at, letter), (next_at, next)) in piece.char_indices().zip(following) {
        let now = is_upper(letter).or(last);
        let end = match (last, is_upper(letter), now, is_upper(next)) {
            (_, _, Some(false), Some(true)) => Some(next_at),
            (Some(true), Some(true), _, Some(false)) => Some(at),
            _ => None,
        };
        last = if end.is_some() { None } else { now };
        if let Some(end) = end {
            words.push(&piece[start..end]);
            start = end;
        }
    }
    if start < piece.len() {
        words.push(&piece[start..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use heck::{ToKebabCase, ToLowerCamelCase, ToPascalCase, ToShoutySnakeCase, ToSnakeCase};

    use super::*;

    /// The rule, frozen: digits and acronyms included.
    const FROZEN: [(&str, &str); 18] = [
        ("NotFound", "NOT_FOUND"),
        ("Http404", "HTTP404"),
        ("HTTPStatus", "HTTP_STATUS"),
        ("IOError", "IO_ERROR"),
        ("OAuth2Token", "O_AUTH2_TOKEN"),
        ("V2Beta", "V2_BETA"),
        ("Sha256Mismatch", "SHA256_MISMATCH"),
        ("X509Invalid", "X509_INVALID"),
        ("Utf8", "UTF8"),
        ("A", "A"),
        ("AB", "AB"),
        ("ABc", "A_BC"),
        ("Abc1Def", "ABC1_DEF"),
        ("S3Bucket", "S3_BUCKET"),
        ("TLSv13Required", "TL_SV13_REQUIRED"),
        ("already_snake", "ALREADY_SNAKE"),
        ("Trailing_", "TRAILING"),
        ("ÜberGroß", "ÜBER_GROSS"),
    ];

    #[test]
    fn fields_are_renamed_as_serde_does() {
        for (name, renamed) in [
            (
                "outcome",
                ["OUTCOME", "outcome", "outcome", "outcome", "Outcome"],
            ),
            (
                "very_tasty",
                [
                    "VERY_TASTY",
                    "very_tasty",
                    "very-tasty",
                    "veryTasty",
                    "VeryTasty",
                ],
            ),
            ("a", ["A", "a", "a", "a", "A"]),
            ("z42", ["Z42", "z42", "z42", "z42", "Z42"]),
            ("_id", ["_ID", "_id", "-id", "id", "Id"]),
            ("userID", ["USERID", "userID", "userID", "userID", "UserID"]),
            ("line_2", ["LINE_2", "line_2", "line-2", "line2", "Line2"]),
        ] {
            for (style, expected) in STYLES.iter().zip(renamed) {
                assert_eq!(rename_field(name, style), expected, "{style}");
            }
        }
    }

    #[test]
    fn the_table_is_frozen() {
        for (name, code) in FROZEN {
            assert_eq!(
                rename(name, "SCREAMING_SNAKE_CASE").unwrap(),
                code,
                "{name}"
            );
        }
    }

    #[test]
    fn as_heck_splits() {
        // Every name of up to six letters from an alphabet with one letter of each kind.
        let alphabet = ['A', 'B', 'a', '1', '_'];
        let mut names = vec![String::new()];
        let mut from = 0;
        for _ in 0..6 {
            let upto = names.len();
            for at in from..upto {
                for letter in alphabet {
                    names.push(format!("{}{letter}", names[at]));
                }
            }
            from = upto;
        }
        let frozen = FROZEN.iter().map(|(name, _)| (*name).to_owned());
        for name in names.into_iter().chain(frozen) {
            let all = [
                name.to_shouty_snake_case(),
                name.to_snake_case(),
                name.to_kebab_case(),
                name.to_lower_camel_case(),
                name.to_pascal_case(),
            ];
            for (style, heck) in STYLES.into_iter().zip(all) {
                assert_eq!(rename(&name, style).unwrap(), heck, "{name} as {style}");
            }
        }
        assert_eq!(rename("A", "Train-Case"), None);
    }

    #[test]
    fn headings() {
        assert_eq!(heading("SkillError"), "Skill error");
        assert_eq!(heading("HTTPError"), "HTTP error");
        assert_eq!(heading("A"), "A");
        assert_eq!(heading("ThisIsAThing"), "This is a thing");
    }
}
