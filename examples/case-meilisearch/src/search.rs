//! Searches for documents and for facet values.

use errcode::ApiError;

use crate::Meilisearch;
use crate::request::wrong_type;

/// A parameter of a search has an invalid value.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api(format = Meilisearch, rename_all = "snake_case", prefix = "invalid_search_", status = 400, expose)]
#[api(
    category = "invalid_request",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum InvalidSearch {
    /// `filter` is not a filter expression over filterable attributes.
    #[api(example(Self::Filter(Filter::NoAttributes("genre".into()))))]
    Filter(Filter),
    /// `sort` is not a sort expression over sortable attributes.
    #[api(example(Self::Sort(Sort::NoAttributes("year".into()))))]
    Sort(Sort),
    /// `q` is neither a string nor null.
    #[api(example(Self::Q(wrong_type("q", "a string"))))]
    Q(String),
    /// `offset` is not an integer.
    #[api(example(Self::Offset(wrong_type("offset", "an integer"))))]
    Offset(String),
    /// `limit` is not an integer.
    #[api(example(Self::Limit(wrong_type("limit", "an integer"))))]
    Limit(String),
    /// `page` is not an integer.
    #[api(example(Self::Page(wrong_type("page", "an integer"))))]
    Page(String),
    /// `hitsPerPage` is not an integer.
    #[api(example(Self::HitsPerPage(wrong_type("hitsPerPage", "an integer"))))]
    HitsPerPage(String),
    /// `attributesToRetrieve` is neither an array of strings nor a string nor null.
    #[api(example(Self::AttributesToRetrieve(wrong_type("attributesToRetrieve", "an array"))))]
    AttributesToRetrieve(String),
    /// `attributesToCrop` is neither an array of strings nor a string nor null.
    #[api(example(Self::AttributesToCrop(wrong_type("attributesToCrop", "an array"))))]
    AttributesToCrop(String),
    /// `cropLength` is not an integer.
    #[api(example(Self::CropLength(wrong_type("cropLength", "an integer"))))]
    CropLength(String),
    /// `attributesToHighlight` is neither an array of strings nor a string nor null.
    #[api(example(Self::AttributesToHighlight(wrong_type("attributesToHighlight", "an array"))))]
    AttributesToHighlight(String),
    /// `showMatchesPosition` is neither a boolean nor null.
    #[api(example(Self::ShowMatchesPosition(wrong_type("showMatchesPosition", "a boolean"))))]
    ShowMatchesPosition(String),
    /// `facets` is not a list of filterable attributes.
    #[api(example(Self::Facets(Facets::NotFilterable("genre".into()))))]
    Facets(Facets),
    /// `highlightPreTag` is not a string.
    #[api(example(Self::HighlightPreTag(wrong_type("highlightPreTag", "a string"))))]
    HighlightPreTag(String),
    /// `highlightPostTag` is not a string.
    #[api(example(Self::HighlightPostTag(wrong_type("highlightPostTag", "a string"))))]
    HighlightPostTag(String),
    /// `cropMarker` is neither a string nor null.
    #[api(example(Self::CropMarker(wrong_type("cropMarker", "a string"))))]
    CropMarker(String),
    /// `matchingStrategy` is neither `last` nor `all`.
    #[api(example(Self::MatchingStrategy(wrong_type("matchingStrategy", "a string"))))]
    MatchingStrategy(String),
}

/// What is wrong with a filter.
#[derive(Debug, thiserror::Error)]
pub enum Filter {
    /// An attribute is not filterable, but others are.
    #[error(
        "Attribute `{attribute}` is not filterable. Available filterable attributes are: `{filterable}`."
    )]
    Attribute {
        /// The attribute.
        attribute: String,
        /// The filterable attributes.
        filterable: String,
    },
    /// An attribute is not filterable, and no other is.
    #[error(
        "Attribute `{0}` is not filterable. This index does not have configured filterable attributes."
    )]
    NoAttributes(String),
    /// It is a reserved word.
    #[error("`{0}` is a reserved keyword and thus can't be used as a filter expression.")]
    Reserved(&'static str),
    /// It is a reserved word of places.
    #[error(
        "`{0}` is a reserved keyword and thus can't be used as a filter expression. Use the _geoRadius(latitude, longitude, distance) built-in rule to filter on _geo field coordinates."
    )]
    Geo(&'static str),
    /// It cannot be parsed.
    #[error("Invalid syntax for the filter parameter: `{0}`.")]
    Syntax(String),
}

/// What is wrong with a sort expression.
#[derive(Debug, thiserror::Error)]
pub enum Sort {
    /// An attribute is not sortable, but others are.
    #[error(
        "Attribute `{attribute}` is not sortable. Available sortable attributes are: `{sortable}`."
    )]
    Attribute {
        /// The attribute.
        attribute: String,
        /// The sortable attributes.
        sortable: String,
    },
    /// An attribute is not sortable, and no other is.
    #[error(
        "Attribute `{0}` is not sortable. This index does not have configured sortable attributes."
    )]
    NoAttributes(String),
    /// It is a reserved word.
    #[error("`{0}` is a reserved keyword and thus can't be used as a sort expression.")]
    Reserved(&'static str),
    /// It is a reserved word of places.
    #[error(
        "`{0}` is a reserved keyword and thus can't be used as a sort expression. Use the _geoPoint(latitude, longitude) built-in rule to sort on _geo field coordinates."
    )]
    Geo(&'static str),
    /// It cannot be parsed.
    #[error("Invalid syntax for the sort parameter: `{0}`.")]
    Syntax(String),
    /// The index does not sort.
    #[error(
        "The sort ranking rule must be specified in the ranking rules settings to use the sort parameter at search time."
    )]
    NoRule,
}

/// What is wrong with the facets of a search.
#[derive(Debug, thiserror::Error)]
pub enum Facets {
    /// They are no list.
    #[error("{0}")]
    Type(String),
    /// Some are not filterable.
    #[error("Invalid facet distribution, the fields `{0}` are not set as filterable.")]
    NotFilterable(String),
}

/// A search for facet values cannot be as the request says.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api(format = Meilisearch, rename_all = "snake_case", status = 400, expose)]
#[api(
    category = "invalid_request",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum FacetSearchError {
    /// A facet search needs `facetName`.
    #[api(example(Self::MissingFacetSearchFacetName("Missing field `facetName`".into())))]
    MissingFacetSearchFacetName(String),
    /// `facetName` is not a filterable attribute.
    #[api(example(Self::InvalidFacetSearchFacetName(wrong_type("facetName", "a string"))))]
    InvalidFacetSearchFacetName(String),
    /// `facetQuery` is neither a string nor null.
    #[api(example(Self::InvalidFacetSearchFacetQuery(wrong_type("facetQuery", "a string"))))]
    InvalidFacetSearchFacetQuery(String),
}
