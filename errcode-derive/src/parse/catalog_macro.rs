//! What stands in `catalog!`: its head, and its keys with their values.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Error, Expr, LitStr, Meta, Path, Result, Token, Type, Visibility};

use super::list::list;
use crate::check;
use crate::diagnostics::{Errors, did_you_mean, listed, source, unknown};
use crate::parse::item::Trees;

const FORM: &str = "pub static ERRORS: Catalog = { title: \"My API\", types: [MyError] };";

/// The keys, each with how it is written.
const KEYS: [(&str, &str); 4] = [
    ("title", "title: \"Skills API\""),
    ("types", "types: [SkillError, AuthError]"),
    ("after", "after: include_str!(\"troubleshooting.md\")"),
    ("allow", "allow: [duplicate_code]"),
];

/// The checks that `allow` switches off.
const CHECKS: [&str; 2] = ["duplicate_code", "mixed_format"];

/// What stands in the macro.
pub(crate) struct Written {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) docs: Vec<Expr>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    /// The type of the static, unless it is `Catalog` alone.
    pub(crate) ty: Option<Path>,
    pub(crate) title: TokenStream,
    pub(crate) types: Vec<Type>,
    pub(crate) after: Option<TokenStream>,
    pub(crate) allow: Vec<Ident>,
    pub(crate) errors: Errors,
}

impl Parse for Written {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let all = input.call(Attribute::parse_outer)?;
        let (mut attributes, mut docs) = (Vec::new(), Vec::new());
        for attribute in all {
            match attribute.meta {
                Meta::NameValue(meta) if meta.path.is_ident("doc") => docs.push(meta.value),
                _ => attributes.push(attribute),
            }
        }
        let vis = input.parse()?;
        let mut errors = Errors::default();
        let (name, ty, content) = head(input, &mut errors).map_err(|error| {
            // What can't be read is still there.
            let found = input.cursor().token_tree().map(|(tree, _)| tree);
            let found = found.filter(|_| !error.to_string().contains("found"));
            let found =
                found.map_or_else(String::new, |tree| format!(", found `{}`", source(&tree)));
            Error::new(
                error.span(),
                format!("{error}{found}\n  help: write `{FORM}`"),
            )
        })?;
        let mut written = Self {
            attributes,
            docs,
            vis,
            name,
            ty,
            title: TokenStream::new(),
            types: Vec::new(),
            after: None,
            allow: Vec::new(),
            errors,
        };
        let members = |input: ParseStream<'_>| written.members(input);
        members.parse2(content)?;
        Ok(written)
    }
}

/// `static NAME: Catalog = { ... };`
fn head(input: ParseStream<'_>, errors: &mut Errors) -> Result<(Ident, Option<Path>, TokenStream)> {
    input.parse::<Token![static]>()?;
    let name: Ident = input.parse()?;
    input.parse::<Token![:]>()?;
    let ty: Path = input.parse()?;
    let last = ty.segments.last();
    let is_catalog = last.is_some_and(|last| last.ident == "Catalog" && last.arguments.is_none());
    if !is_catalog {
        let found = source(&ty);
        let message =
            format!("expected `Catalog`, found `{found}`\n  help: write `{name}: Catalog`");
        errors.at(&ty, message);
    }
    let is_path = ty.leading_colon.is_some() || ty.segments.len() > 1;
    let ty = Some(ty).filter(|_| is_catalog && is_path);
    input.parse::<Token![=]>()?;
    let content;
    let brace = syn::braced!(content in input);
    let content = content.parse()?;
    if input.parse::<Option<Token![;]>>()?.is_none() {
        let message = format!("expected `;` after this\n  help: write `{FORM}`");
        errors.push(Error::new(brace.span.close(), message));
    }
    let rest: TokenStream = input.parse()?;
    if !rest.is_empty() {
        let found = source(&rest);
        let message = format!(
            "one catalog at a time: expected nothing more, found `{found}`\n  help: write another `catalog! {{ ... }}`"
        );
        errors.at(rest, message);
    }
    Ok((name, ty, content))
}

/// Whether a known key and its colon come next.
fn is_key(input: ParseStream<'_>) -> Result<bool> {
    let name = input.parse::<Ident>()?.to_string();
    let known = KEYS.iter().any(|(known, _)| *known == name);
    Ok(known && input.peek(Token![:]) && !input.peek(Token![::]))
}

impl Written {
    /// The keys with their values, in any order.
    fn members(&mut self, input: ParseStream<'_>) -> Result<()> {
        let mut seen: Vec<(String, String)> = Vec::new();
        let mut obscure = false;
        while !input.is_empty() {
            let key: TokenTree = input.parse()?;
            let colon = input.parse::<Option<Token![:]>>()?;
            let mut value = Vec::new();
            let next = |input: ParseStream<'_>| is_key(&input.fork()).unwrap_or_default();
            while !input.is_empty() && !input.peek(Token![,]) && !next(input) {
                value.push(input.parse::<TokenTree>()?);
            }
            if input.parse::<Option<Token![,]>>()?.is_none() && !input.is_empty() {
                let name: TokenTree = input.fork().parse()?;
                let message =
                    format!("expected `,` before `{name}`\n  help: write `, {name}: ...`");
                self.errors.at(name, message);
            }
            let name = key.to_string();
            let known = KEYS.iter().find(|(known, _)| *known == name);
            let Some((_, form)) = known else {
                obscure = true;
                let names = KEYS.iter().map(|(name, _)| *name);
                self.errors.at(key, unknown("key", &name, names));
                continue;
            };
            let mut value = Trees::from(value);
            if let Some((_, first)) = seen.iter().find(|(seen, _)| *seen == name) {
                let message = format!(
                    "duplicate `{name}`: there is `{name}: {first}` already\n  help: remove one of them"
                );
                self.errors.at(key, message);
                continue;
            }
            seen.push((name.clone(), source(&value)));
            if colon.is_none()
                && let Some((first, rest)) = value.split_first()
            {
                let is_equals =
                    matches!(first, TokenTree::Punct(equals) if equals.as_char() == '=');
                let (at, found, meant) = match rest {
                    [_, ..] if is_equals => (first.clone(), ", found `=`", rest.to_vec()),
                    _ => (key.clone(), "", value.to_vec()),
                };
                value = Trees::from(meant);
                let meant = source(&value);
                let message =
                    format!("expected `:` after `{name}`{found}\n  help: write `{name}: {meant}`");
                self.errors.at(at, message);
            } else if value.is_empty() {
                let message = format!("`{name}` needs a value\n  help: write `{form}`");
                self.errors.at(key, message);
                continue;
            }
            match name.as_str() {
                "title" => self.title(&value, form),
                "after" => self.after = Some(value.iter().cloned().collect()),
                "types" => self.types = list(&name, &value, "a type", form, &mut self.errors),
                _ => self.allow = list(&name, &value, "a name", form, &mut self.errors),
            }
        }
        for (key, form) in &KEYS[..2] {
            // What is misspelt is not missing too.
            if !obscure && !seen.iter().any(|(seen, _)| seen == key) {
                let message = format!("this catalog has no `{key}`\n  help: add `{form}`");
                self.errors.at(&self.name, message);
            }
        }
        self.names_of_checks();
        Ok(())
    }

    fn title(&mut self, value: &Trees, form: &str) {
        let literal = value.parse(<LitStr as Parse>::parse).ok();
        if literal.is_some_and(|text| text.value().trim().is_empty()) {
            let message = format!("this `title` says nothing\n  help: write `{form}`, say");
            self.errors.at(value, message);
        }
        self.title = value.iter().cloned().collect();
    }

    fn names_of_checks(&mut self) {
        for (at, name) in self.allow.iter().enumerate() {
            let text = name.to_string();
            let message = if self.allow[..at].contains(name) {
                format!("duplicate `{text}`\n  help: remove one of them")
            } else if CHECKS.contains(&text.as_str()) {
                continue;
            } else if check::CHECKS.contains(&text.as_str()) {
                format!(
                    "`{text}` is a check of a type, and has no effect here\n  help: write `#[api(allow({text}))]` at the type, or at a variant"
                )
            } else {
                let near = did_you_mean(&text, CHECKS);
                let known = listed(CHECKS);
                format!("unknown check `{text}`{near}\n  help: a catalog takes {known}")
            };
            self.errors.at(name, message);
        }
    }
}
