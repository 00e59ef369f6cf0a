//! What a variant says, or its type as the default for every variant. A type's settings are judged once.

use errcode_rules::entry::LogLevel;
use proc_macro2::Span;
use syn::{LitInt, LitStr};

use super::allowed::Allowed;
use super::of_type::Type;
use super::{header, status, text, uri, word};
use crate::diagnostics::Diagnostics;
use crate::parse::shape::StatusValue;
use crate::parse::{Attrs, Keyed};

#[derive(Clone, Default)]
pub(super) struct Settings {
    pub(super) status: Option<StatusValue>,
    /// With `{code}` in the place of the code.
    pub(super) type_uri: Option<String>,
    pub(super) title: Option<String>,
    pub(super) category: Option<String>,
    pub(super) expose: bool,
    pub(super) retryable: bool,
    pub(super) log: Option<LogLevel>,
    pub(super) log_target: Option<String>,
    /// Names in lower case, and values.
    pub(super) headers: Vec<(String, String)>,
    pub(super) allowed: Allowed,
}

impl Settings {
    /// Judges what stands on a variant with these defaults, or on a type.
    pub(super) fn new(
        attrs: &Attrs,
        defaults: Option<&Self>,
        ty: &Type<'_>,
        errors: &mut Diagnostics,
    ) -> Self {
        let defaults = defaults.cloned().unwrap_or_default();
        let allowed = Allowed::new(attrs, &defaults.allowed, errors);
        let own_text = |text: &Option<Keyed<LitStr>>, errors: &mut Diagnostics| {
            let text = text.as_ref()?;
            text::fixed(text, errors);
            Some(text.value.value())
        };
        let status = attrs.status.as_ref().map(|status| {
            let judged = status::judge(&status.value, ty, &allowed);
            // What is wrong has been reported; a 500 has no further rules.
            let stand_in = || StatusValue::Literal(LitInt::new("500", Span::call_site()));
            errors.keep(judged).unwrap_or_else(stand_in)
        });
        if let Some(reference) = &attrs.type_uri {
            uri::of_type(&reference.value, errors);
        }
        let mut headers = header::fixed(&attrs.headers, errors);
        for default in &defaults.headers {
            if !attrs
                .headers
                .iter()
                .any(|own| own.value.name.value().eq_ignore_ascii_case(&default.0))
            {
                headers.push(default.clone());
            }
        }
        let own_type = attrs
            .type_uri
            .as_ref()
            .map(|reference| reference.value.value());
        Self {
            status: status.or(defaults.status),
            type_uri: own_type.or(defaults.type_uri),
            title: own_text(&attrs.title, errors).or(defaults.title),
            category: own_text(&attrs.category, errors).or(defaults.category),
            retryable: attrs.retryable.is_some() || defaults.retryable,
            log: attrs
                .log
                .as_ref()
                .and_then(|log| word::level(log, errors))
                .or(defaults.log),
            log_target: attrs
                .log_target
                .as_ref()
                .and_then(|target| word::log_target(target, errors))
                .or(defaults.log_target),
            expose: attrs.expose.is_some() || defaults.expose,
            headers,
            allowed,
        }
    }
}
