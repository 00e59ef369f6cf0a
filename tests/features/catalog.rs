//! Catalogs: groups, what documents are made from, and codes that are shared on purpose.

use errcode::catalog::EntryDoc;
use errcode::{ApiError, Documented};

use crate::answer::answer;

/// Errors about
/// skills, `a|b`.
///
///  - indented
#[derive(Debug, thiserror::Error, ApiError)]
#[expect(dead_code, reason = "only the documents are asked")]
#[api(format = flat, group = "Skill errors")]
enum SkillError {
    /// The slug is already in use.
    ///
    /// # Fix
    /// - Take another: `{}` "\" <T> \| `x`
    #[error("slug `{slug}` is taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    #[api(example(Self::SlugTaken { slug: "pdf".into(), wait: 30 }))]
    #[api(example("another", Self::SlugTaken { slug: ["a", "b"].concat(), wait: 0 },))]
    SlugTaken {
        /// The slug that was asked for.
        #[api(public)]
        slug: String,
        /// Seconds.
        #[api(header = "Retry-After")]
        wait: u32,
    },
    #[doc = "One line,"]
    #[doc = concat!("two ", "lines.")]
    #[error("archived")]
    #[deprecated(since = "0.1.0", note = "never sent any more")]
    #[api(status = 410, code = "ARCHIVED", title = "Archived", category = "gone")]
    Archived,
    /// Hidden.
    #[doc(hidden)]
    #[error("hidden")]
    #[api(status = 400, code = "HIDDEN")]
    Hidden,
    #[error("plain")]
    #[api(status = 500, code = "PLAIN")]
    Plain(u16),
    #[error("run time")]
    #[api(status = 500, code = "RUN_TIME")]
    RunTime(#[api(status)] u16),
    #[error(transparent)]
    #[api(transparent)]
    Auth(#[from] AuthError),
    #[error(transparent)]
    #[api(transparent)]
    Inner(#[from] Diamond),
    #[error(transparent)]
    #[api(transparent)]
    Again(Box<SkillError>),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, challenge = "Bearer")]
enum AuthError {
    #[error("missing")]
    #[api(status = 401, code = "AUTH_MISSING")]
    Missing,
}

/// Reaches `AuthError` a second time.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, transparent)]
enum Diamond {
    #[error(transparent)]
    Auth(#[from] AuthError),
}

errcode::catalog! {
    /// Rate limits and so on,
    /// in Markdown.
    pub(crate) static SKILLS: Catalog = {
        title: "Skills API",
        types: [SkillError, AuthError, Diamond],
        after: concat!("## ", "Troubleshooting"),
    };
}

errcode::catalog! {
    static EMPTY: Catalog = { title: "Nothing", types: [] };
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = nested)]
#[error("other")]
#[api(status = 401, code = "AUTH_MISSING", header("WWW-Authenticate" = "Basic"))]
struct OtherFormatSameCode;

errcode::catalog! {
    static LENIENT: Catalog = {
        title: "Lenient",
        types: [AuthError, OtherFormatSameCode],
        allow: [mixed_format, duplicate_code],
    };
}

fn entries(catalog: &'static errcode::Catalog) -> Vec<EntryDoc> {
    catalog.entries().collect()
}

#[test]
fn a_catalog_has_each_type_once() {
    assert_eq!(SKILLS.name(), "features::catalog::SKILLS");
    assert_eq!(
        (SKILLS.title(), SKILLS.after()),
        ("Skills API", "## Troubleshooting")
    );
    assert_eq!(SKILLS.docs(), "Rate limits and so on,\nin Markdown.");
    assert_eq!(SKILLS.format().name(), "flat");
    let titles: Vec<&str> = SKILLS.groups().iter().map(|group| group.title()).collect();
    assert_eq!(titles, ["Skill errors", "Auth error"]);
    assert_eq!(EMPTY.groups().len(), 0);
    assert_eq!((EMPTY.docs(), EMPTY.after()), (String::new(), ""));
    assert_eq!(LENIENT.groups().len(), 2);
}

#[test]
fn entries_say_what_the_type_says() {
    let catalog = SkillError::CATALOG;
    assert_eq!(
        catalog.docs(),
        "Errors about\nskills, `a|b`.\n\n - indented"
    );
    let entries = entries(catalog);
    let names: Vec<&str> = entries.iter().map(EntryDoc::name).collect();
    assert_eq!(
        names,
        ["SlugTaken", "Archived", "Hidden", "Plain", "RunTime"]
    );

    let taken = entries[0];
    assert_eq!(
        taken.docs(),
        "The slug is already in use.\n\n# Fix\n- Take another: `{}` \"\\\" <T> \\| `x`"
    );
    let members: Vec<_> = taken
        .members()
        .map(|m| (m.name(), m.rust_type().into_owned(), m.docs()))
        .collect();
    assert_eq!(
        members,
        [(
            "slug",
            "String".to_owned(),
            "The slug that was asked for.".to_owned()
        )]
    );
    let headers: Vec<_> = taken
        .headers()
        .map(|h| (h.name(), h.rust_type().into_owned(), h.docs()))
        .collect();
    assert_eq!(
        headers,
        [("Retry-After", "u32".to_owned(), "Seconds.".to_owned())]
    );
    assert!(!taken.is_hidden() && !taken.has_run_time_status() && taken.deprecated().is_none());

    let archived = entries[1];
    assert_eq!(archived.docs(), "One line,\ntwo lines.");
    assert_eq!(archived.deprecated(), Some("never sent any more"));
    assert_eq!(archived.deprecated_since(), Some("0.1.0"));
    assert_eq!(
        (archived.entry().title(), archived.entry().category()),
        ("Archived", Some("gone"))
    );
    assert_eq!(archived.members().count() + archived.headers().count(), 0);

    assert!(entries[2].is_hidden());
    assert!(entries[4].has_run_time_status());
    assert_eq!(entries[3].entry().title(), "Internal Server Error");
}

#[test]
fn examples_are_made_by_the_real_serializer() {
    let entries = entries(SkillError::CATALOG);
    let shown = |at: usize| {
        let mut shown = Vec::new();
        entries[at].examples(|caption, error| {
            shown.push((caption, answer(error).body));
        });
        shown
    };
    assert_eq!(
        shown(0),
        [
            (
                "",
                r#"{"code":"SLUG_TAKEN","detail":"slug `pdf` is taken","details":{"slug":"pdf"}}"#
                    .to_owned()
            ),
            (
                "another",
                r#"{"code":"SLUG_TAKEN","detail":"slug `ab` is taken","details":{"slug":"ab"}}"#
                    .to_owned()
            ),
        ]
    );
    // What does not depend on fields is its own example.
    assert_eq!(
        shown(1),
        [("", r#"{"code":"ARCHIVED","detail":"archived"}"#.to_owned())]
    );
    assert_eq!(
        shown(3),
        [(
            "",
            r#"{"code":"PLAIN","detail":"Internal Server Error"}"#.to_owned()
        )]
    );
    // What does has none unless it is written.
    assert_eq!(shown(4), []);
}

#[test]
fn types_in_blocks_are_not_taken_for_each_other() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("outer")]
    #[api(status = 404, code = "OUTER")]
    struct Local;
    type Outer = Local;
    {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("inner")]
        #[api(status = 409, code = "INNER")]
        struct Local;
        errcode::catalog! {
            static BOTH: Catalog = { title: "Both", types: [Outer, Local, Outer] };
        }
        let groups = BOTH.groups();
        assert!(groups.iter().all(|group| group.name().ends_with("::Local")));
        let codes = groups.into_iter().flat_map(entries);
        let codes: Vec<_> = codes.map(|entry| entry.entry().code().as_str()).collect();
        assert_eq!(codes, ["OUTER", "INNER"]);
    }
}
