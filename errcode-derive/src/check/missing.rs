//! A variant without a status or a code, and the code to suggest for it.

use syn::ext::IdentExt;
use syn::{Attribute, Path};

use super::code_style::Styles;
use super::variant::Variant;
use crate::naming;
use crate::nearest::distance;
use crate::parse::shape::CodeValue;

impl Variant<'_, '_> {
    /// Reports a missing status, a missing code, or both, in one error.
    pub(super) fn missing(&mut self) {
        let mut attributes = self.declared.attributes.iter().map(Attribute::path);
        // Rustc reports that there is no such attribute, and suggests this one.
        let is_misspelt = |path: &Path| {
            path.get_ident()
                .is_some_and(|name| distance(&name.to_string(), "api") == 1)
        };
        if self.may_mean("hide_as") || self.may_mean("transparent") || attributes.any(is_misspelt) {
            return;
        }
        let has_status = self.settings.status.is_some() || self.may_mean("status");
        let has_code = self.declared.attrs.code.is_some() || self.ty.attrs.rename_all.is_some();
        let has_code = has_code || self.may_mean("code") || self.may_mean("rename_all");
        if has_status && has_code {
            return;
        }
        let code = self.suggested_code();
        let (what, keys) = match (has_status, has_code) {
            (false, false) => ("`status` and no `code`", format!("status = 500, {code}")),
            (false, true) => ("`status`", "status = 500".to_owned()),
            (true, _) => ("`code`", code),
        };
        let name = self.name;
        self.errors.report(
            self.declared.ident,
            format!("`{name}` has no {what}"),
            format!("add `#[api({keys})]`"),
        );
    }

    /// The code that the variant's name would give, of the kind and in the style of the others.
    pub(super) fn suggested_code(&self) -> String {
        let (mut texts, mut numbers) = (Vec::new(), Vec::new());
        for other in self
            .ty
            .variants
            .iter()
            .filter_map(|attrs| attrs.code.as_ref())
        {
            match &other.value {
                CodeValue::Text(text) => texts.push(text.value()),
                CodeValue::Number(number, _) => numbers.push(*number),
            }
        }
        if let Some(next) = numbers.iter().max().and_then(|last| last.checked_add(1))
            && texts.is_empty()
        {
            return format!("code = {next}");
        }
        let styles: Vec<Option<Styles>> =
            texts.iter().map(|text| Some(Styles::new(text))).collect();
        let style = Styles::of_most(&styles);
        let named = |name: &str| {
            let upper = naming::rename(name, naming::STYLES[0]).unwrap_or_default();
            style.rename(&upper).unwrap_or(upper)
        };
        let mut code = named(self.name);
        if texts.contains(&code) {
            code = named(&format!("{}{}", self.ty.ident.unraw(), self.name));
        }
        format!("code = {code:?}")
    }
}
