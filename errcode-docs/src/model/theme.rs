//! The colours of HTML pages.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

/// The colours of the HTML pages, each for light and for dark screens. A colour that is not set keeps its default, and a
/// printed page has its own.
///
/// ```
/// use errcode_docs::{Document, Theme, html};
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(status = 409, code = "SLUG_TAKEN")]
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let mut theme = Theme::default();
/// theme.light.link = Some("#0a7d4f".parse()?);
/// theme.dark.link = Some("rgb(95 211 164)".parse()?);
/// let page = html(Document::from(&SKILLS).with_theme(theme));
/// assert!(page.contains("--link: #0a7d4f;"));
/// # Ok::<(), errcode_docs::InvalidColor>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Theme {
    /// On light screens.
    pub light: Colors,
    /// On dark screens.
    pub dark: Colors,
}

/// The colours of a [`Theme`]: each is a CSS variable of its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Colors {
    /// Text.
    pub ink: Option<Color>,
    /// Text of less weight.
    pub soft: Option<Color>,
    /// The background.
    pub paper: Option<Color>,
    /// The background of code and of the heads of tables.
    pub shade: Option<Color>,
    /// Lines and frames.
    pub line: Option<Color>,
    /// Links.
    pub link: Option<Color>,
    /// The statuses of client errors.
    pub client: Option<Color>,
    /// The statuses of server errors.
    pub server: Option<Color>,
}

/// A CSS colour: `#0a7d4f`, `teal`, `rgb(10 125 79)`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Color(pub(crate) String);

/// The error for a text that is no colour.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidColor(String);

impl fmt::Display for InvalidColor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is no color; write one as in CSS, such as `#0a7d4f` or `rgb(10 125 79)`",
            self.0
        )
    }
}

impl std::error::Error for InvalidColor {}

impl FromStr for Color {
    type Err = InvalidColor;

    fn from_str(text: &str) -> Result<Self, InvalidColor> {
        // Nothing that ends the value, and nothing that loads a picture.
        let fits = |letter: char| letter.is_ascii_alphanumeric() || "#(),.%/ -".contains(letter);
        let begins = text.starts_with(|letter: char| letter == '#' || letter.is_ascii_alphabetic());
        let loads = text.to_ascii_lowercase().contains("url");
        if begins && !loads && text.len() <= 100 && text.chars().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidColor(text.chars().take(100).collect()))
        }
    }
}

impl TryFrom<String> for Color {
    type Error = InvalidColor;

    fn try_from(text: String) -> Result<Self, InvalidColor> {
        text.parse()
    }
}

impl Theme {
    /// The default colours.
    pub(crate) const DEFAULT: Self = Self {
        light: Colors::DEFAULT,
        dark: Colors::DEFAULT,
    };
}

impl Colors {
    const DEFAULT: Self = Self {
        ink: None,
        soft: None,
        paper: None,
        shade: None,
        line: None,
        link: None,
        client: None,
        server: None,
    };
}

#[cfg(test)]
mod tests {
    use super::Color;

    #[test]
    fn a_color_is_one_value() {
        for color in [
            "#0a7d4f",
            "teal",
            "rgb(10 125 79 / 50%)",
            "hsl(150, 85%, 26.5%)",
        ] {
            assert_eq!(color.parse::<Color>(), Ok(Color(color.to_owned())));
        }
        let long = "a".repeat(101);
        for text in [
            "",
            "red; }",
            "red</style>",
            "url(//a.example/b)",
            "url('a')",
            "a\\b",
            "-x",
            "é",
            "1em",
            &long,
        ] {
            let error = text.parse::<Color>().unwrap_err().to_string();
            assert!(
                error.contains(" is no color; write one as in CSS"),
                "{error}"
            );
        }
    }
}
