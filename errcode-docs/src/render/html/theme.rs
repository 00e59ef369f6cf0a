//! The colours of the pages as CSS variables, and the policy that allows them.

use std::borrow::Cow;
use std::fmt::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac_sha256::Hash;

use super::assets::{CONTENT_SECURITY_POLICY, STYLE};
use crate::model::theme::{Color, Colors, Theme};

/// Colours as CSS variables of a scheme, if there are any.
fn css(colors: &Colors, scheme: &str) -> Option<String> {
    let named = [
        ("ink", &colors.ink),
        ("soft", &colors.soft),
        ("paper", &colors.paper),
        ("shade", &colors.shade),
        ("line", &colors.line),
        ("link", &colors.link),
        ("client", &colors.client),
        ("server", &colors.server),
    ];
    let mut variables = String::new();
    for (name, color) in named {
        if let Some(Color(color)) = color {
            // A string takes all of it.
            let _ = write!(variables, " --{name}: {color};");
        }
    }
    let media = format!("@media screen and (prefers-color-scheme: {scheme})");
    (!variables.is_empty()).then(|| format!("{media} {{ :root {{{variables} }} }}\n"))
}

/// The style of a page.
pub(super) fn style(theme: &Theme) -> Cow<'static, str> {
    let of_schemes = [css(&theme.light, "light"), css(&theme.dark, "dark")];
    match of_schemes.into_iter().flatten().collect::<String>() {
        own if own.is_empty() => Cow::Borrowed(STYLE),
        own => Cow::Owned([STYLE, &own].concat()),
    }
}

/// The `Content-Security-Policy` of the pages. It allows this style and the default one.
pub(crate) fn policy(theme: &Theme) -> Cow<'static, str> {
    match style(theme) {
        Cow::Borrowed(_) => Cow::Borrowed(CONTENT_SECURITY_POLICY),
        Cow::Owned(style) => {
            let hash = STANDARD.encode(Hash::hash(style.as_bytes()));
            let directive = format!("style-src 'sha256-{hash}' ");
            Cow::Owned(CONTENT_SECURITY_POLICY.replacen("style-src ", &directive, 1))
        }
    }
}
