//! Settings of an index.

use errcode::ApiError;

use crate::Meilisearch;
use crate::request::wrong_type;

/// A setting has an invalid value.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api(format = Meilisearch, rename_all = "snake_case", prefix = "invalid_settings_", status = 400, expose)]
#[api(
    category = "invalid_request",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum InvalidSettings {
    /// `displayedAttributes` is neither an array of strings nor null.
    #[api(example(Self::DisplayedAttributes(wrong_type("displayedAttributes", "an array"))))]
    DisplayedAttributes(String),
    /// `searchableAttributes` is neither an array of strings nor null.
    #[api(example(Self::SearchableAttributes(wrong_type("searchableAttributes", "an array"))))]
    SearchableAttributes(String),
    /// `filterableAttributes` is neither an array of strings nor null.
    #[api(example(Self::FilterableAttributes(wrong_type("filterableAttributes", "an array"))))]
    FilterableAttributes(String),
    /// `sortableAttributes` is neither an array of strings nor null.
    #[api(example(Self::SortableAttributes(wrong_type("sortableAttributes", "an array"))))]
    SortableAttributes(String),
    /// `rankingRules` has a rule that is unknown or malformed, or that uses a reserved word.
    #[api(example(Self::RankingRules(RankingRule::Unknown("fast".into()))))]
    RankingRules(RankingRule),
    /// `stopWords` is neither an array of strings nor null.
    #[api(example(Self::StopWords(wrong_type("stopWords", "an array"))))]
    StopWords(String),
    /// `synonyms` is neither an object nor null.
    #[api(example(Self::Synonyms(wrong_type("synonyms", "an object"))))]
    Synonyms(String),
    /// `distinctAttribute` is neither a string nor null.
    #[api(example(Self::DistinctAttribute(wrong_type("distinctAttribute", "a string"))))]
    DistinctAttribute(String),
    /// A field of `typoTolerance` has an invalid value.
    #[api(example(Self::TypoTolerance(TypoTolerance::Sizes { one: 9, two: 5 })))]
    TypoTolerance(TypoTolerance),
    /// `maxValuesPerFacet` is neither an integer nor null.
    #[api(example(Self::Faceting(wrong_type("maxValuesPerFacet", "an integer"))))]
    Faceting(String),
    /// `maxTotalHits` is neither an integer nor null.
    #[api(example(Self::Pagination(wrong_type("maxTotalHits", "an integer"))))]
    Pagination(String),
}

/// What is wrong with a ranking rule.
#[derive(Debug, thiserror::Error)]
pub enum RankingRule {
    /// The list has another type.
    #[error("{0}")]
    Type(String),
    /// There is no such rule.
    #[error(
        "`{0}` ranking rule is invalid. Valid ranking rules are words, typo, sort, proximity, attribute, exactness and custom ranking rules."
    )]
    Unknown(String),
    /// It is a reserved word.
    #[error("`{0}` is a reserved keyword and thus can't be used as a ranking rule.")]
    Reserved(&'static str),
    /// It is a reserved word, with another use.
    #[error(
        "`{word}` is a reserved keyword and thus can't be used as a ranking rule. `{word}` can only be used for {purpose} at search time."
    )]
    ReservedFor {
        /// The word.
        word: &'static str,
        /// Its use.
        purpose: &'static str,
    },
}

/// What is wrong with the tolerance of typos.
#[derive(Debug, thiserror::Error)]
pub enum TypoTolerance {
    /// A field has another type.
    #[error("{0}")]
    Type(String),
    /// The sizes of words are too large or in the wrong order.
    #[error(
        "`minWordSizeForTypos` setting is invalid. `oneTypo` and `twoTypos` fields should be between `0` and `255`, and `twoTypos` should be greater or equals to `oneTypo` but found oneTypo: `{one}` and twoTypos: `{two}`."
    )]
    Sizes {
        /// The size for one typo.
        one: u8,
        /// The size for two typos.
        two: u8,
    },
}
