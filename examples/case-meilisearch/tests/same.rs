//! Each response of the specification beside the response that errcode makes: status, headers and body.

use std::collections::BTreeSet;

use case_meilisearch::MEILISEARCH;
use case_meilisearch::access::{
    AccessError, ApiKeyError, ImmutableApiKey, InvalidApiKey, KeyIndexes,
};
use case_meilisearch::documents::{DocumentError, GeoField};
use case_meilisearch::engine::{EngineError, SystemError};
use case_meilisearch::indexes::{IndexError, IndexUid, Several, SwapError, SwapIndexes};
use case_meilisearch::request::RequestError;
use case_meilisearch::search::{FacetSearchError, Facets, Filter, InvalidSearch, Sort};
use case_meilisearch::settings::{InvalidSettings, RankingRule, TypoTolerance};
use case_meilisearch::tasks::{Date, InvalidTask, TaskError};
use errcode::testing::Received;
use errcode::{ApiError, Catalog};

const OLD: &str = include_str!("old.txt");

/// The lines of the table: status, type, code and message.
fn old() -> Vec<[&'static str; 4]> {
    let lines = OLD.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.splitn(4, " | ").collect();
            cells.try_into().unwrap()
        })
        .collect()
}

/// The response of a line.
fn response([status, family, code, message]: [&str; 4]) -> Received {
    let mut headers = vec![("content-type", "application/json")];
    if status == "401" {
        // Meilisearch does not send this header, which RFC 9110 demands. errcode does.
        headers.push(("www-authenticate", "Bearer"));
    }
    let link = format!("https://docs.meilisearch.com/errors#{code}");
    let body =
        format!(r#"{{"message":"{message}","code":"{code}","type":"{family}","link":"{link}"}}"#);
    Received::new(status.parse().unwrap(), headers, body)
}

/// A placeholder, as a value.
fn of(text: &str) -> String {
    text.to_owned()
}

/// What the deserializer says.
fn deserr() -> String {
    of(":deserr_helper")
}

/// A list of values of any types, as errors.
macro_rules! errors {
    ($($error:expr,)*) => { vec![$(Box::new($error) as Box<dyn ApiError>),*] };
}

fn access() -> Vec<Box<dyn ApiError>> {
    errors![
        AccessError::MissingAuthorizationHeader,
        AccessError::InvalidApiKey,
        AccessError::MissingMasterKey,
        ApiKeyError::ApiKeyNotFound(of(":apiKey")),
        ApiKeyError::ApiKeyAlreadyExists(of(":value")),
        ApiKeyError::MissingApiKeyActions,
        ApiKeyError::MissingApiKeyIndexes,
        ApiKeyError::MissingApiKeyExpiresAt,
        InvalidApiKey::Uid(of(":value")),
        InvalidApiKey::Name(of(":value")),
        InvalidApiKey::Description(of(":value")),
        InvalidApiKey::Actions(of(":value")),
        InvalidApiKey::Indexes(KeyIndexes::NoArray(of(":value"))),
        InvalidApiKey::Indexes(KeyIndexes::NoPattern(of("uid"))),
        InvalidApiKey::ExpiresAt(of(":value")),
        InvalidApiKey::Offset(deserr()),
        InvalidApiKey::Limit(deserr()),
        ImmutableApiKey::Uid,
        ImmutableApiKey::Key,
        ImmutableApiKey::Actions,
        ImmutableApiKey::Indexes,
        ImmutableApiKey::ExpiresAt,
        ImmutableApiKey::CreatedAt,
        ImmutableApiKey::UpdatedAt,
    ]
}

fn indexes() -> Vec<Box<dyn ApiError>> {
    errors![
        IndexError::IndexAlreadyExists(of(":uid")),
        IndexError::IndexNotFound(of(":indexUid")),
        IndexError::IndexesNotFound(of(":indexUids")),
        IndexError::MissingIndexUid(deserr()),
        IndexError::InvalidIndexUid(IndexUid::NoString(deserr())),
        IndexError::InvalidIndexUid(IndexUid::Characters(of(":uid"))),
        IndexError::ImmutableIndexUid,
        IndexError::ImmutableIndexCreatedAt,
        IndexError::ImmutableIndexUpdatedAt,
        IndexError::InvalidIndexLimit(deserr()),
        IndexError::InvalidIndexOffset(deserr()),
        IndexError::InvalidIndexPrimaryKey(deserr()),
        IndexError::IndexPrimaryKeyAlreadyExists(of(":primaryKey")),
        IndexError::IndexPrimaryKeyNoCandidateFound,
        IndexError::IndexPrimaryKeyMultipleCandidatesFound {
            count: 2,
            first: of(":firstCandidate"),
            second: of(":secondCandidate"),
        },
        SwapError::MissingSwapIndexes,
        SwapError::InvalidSwapIndexes(SwapIndexes::Number {
            list: of(":indexesList"),
            number: 3,
        }),
        SwapError::InvalidSwapIndexes(SwapIndexes::Uid(IndexUid::Characters(of(":uid")))),
        SwapError::InvalidSwapDuplicateIndexFound(Several::One(of(":indexUid"))),
        SwapError::InvalidSwapDuplicateIndexFound(Several::Some(of(":indexUids"))),
    ]
}

fn documents() -> Vec<Box<dyn ApiError>> {
    let id = || of(":documentId");
    errors![
        DocumentError::DocumentNotFound(id()),
        DocumentError::MissingDocumentId {
            primary_key: of(":primaryKey"),
            document: of(":documentRepresentation"),
        },
        DocumentError::InvalidDocumentId(id()),
        DocumentError::InvalidDocumentFields(deserr()),
        DocumentError::InvalidDocumentFilter(deserr()),
        DocumentError::MissingDocumentFilter,
        DocumentError::InvalidDocumentLimit(deserr()),
        DocumentError::InvalidDocumentOffset(deserr()),
        DocumentError::InvalidDocumentCsvDelimiter(of(
            "Invalid value in parameter `csvDelimiter`: expected a string of one character, but found the following string of 5 characters: `doggo`",
        )),
        DocumentError::DocumentFieldsLimitReached,
        DocumentError::InvalidDocumentGeoField(GeoField::NoObject {
            id: id(),
            field: of(":field"),
        }),
        DocumentError::InvalidDocumentGeoField(GeoField::Empty(id())),
        DocumentError::InvalidDocumentGeoField(GeoField::Missing {
            id: id(),
            coord: "longitude",
            field: "_geo.lng",
        }),
        DocumentError::InvalidDocumentGeoField(GeoField::NoNumber {
            id: id(),
            coord: "latitude",
            value: of(":value"),
        }),
    ]
}

fn settings() -> Vec<Box<dyn ApiError>> {
    errors![
        InvalidSettings::DisplayedAttributes(deserr()),
        InvalidSettings::SearchableAttributes(deserr()),
        InvalidSettings::FilterableAttributes(deserr()),
        InvalidSettings::SortableAttributes(deserr()),
        InvalidSettings::RankingRules(RankingRule::Type(deserr())),
        InvalidSettings::RankingRules(RankingRule::Unknown(of(":rankingRule"))),
        InvalidSettings::RankingRules(RankingRule::Reserved("_geo")),
        InvalidSettings::RankingRules(RankingRule::ReservedFor {
            word: "_geoPoint",
            purpose: "sorting",
        }),
        InvalidSettings::RankingRules(RankingRule::ReservedFor {
            word: "_geoRadius",
            purpose: "filtering",
        }),
        InvalidSettings::StopWords(deserr()),
        InvalidSettings::Synonyms(deserr()),
        InvalidSettings::DistinctAttribute(deserr()),
        InvalidSettings::TypoTolerance(TypoTolerance::Type(deserr())),
        InvalidSettings::TypoTolerance(TypoTolerance::Sizes { one: 9, two: 5 }),
        InvalidSettings::Faceting(deserr()),
        InvalidSettings::Pagination(deserr()),
    ]
}

fn search() -> Vec<Box<dyn ApiError>> {
    let attribute = || of(":attribute");
    errors![
        InvalidSearch::Filter(Filter::Attribute {
            attribute: attribute(),
            filterable: of(":filterableAttributes"),
        }),
        InvalidSearch::Filter(Filter::NoAttributes(attribute())),
        InvalidSearch::Filter(Filter::Reserved("_geoDistance")),
        InvalidSearch::Filter(Filter::Geo("_geoPoint")),
        InvalidSearch::Filter(Filter::Syntax(of(":syntaxErrorHelper"))),
        InvalidSearch::Sort(Sort::Attribute {
            attribute: attribute(),
            sortable: of(":sortableAttributes"),
        }),
        InvalidSearch::Sort(Sort::NoAttributes(attribute())),
        InvalidSearch::Sort(Sort::Reserved("_geoDistance")),
        InvalidSearch::Sort(Sort::Geo("_geoRadius")),
        InvalidSearch::Sort(Sort::Syntax(of(":syntaxErrorHelper"))),
        InvalidSearch::Sort(Sort::NoRule),
        InvalidSearch::Q(deserr()),
        InvalidSearch::Offset(deserr()),
        InvalidSearch::Limit(deserr()),
        InvalidSearch::Page(deserr()),
        InvalidSearch::HitsPerPage(deserr()),
        InvalidSearch::AttributesToRetrieve(deserr()),
        InvalidSearch::AttributesToCrop(deserr()),
        InvalidSearch::CropLength(deserr()),
        InvalidSearch::AttributesToHighlight(deserr()),
        InvalidSearch::ShowMatchesPosition(deserr()),
        InvalidSearch::Facets(Facets::Type(deserr())),
        InvalidSearch::Facets(Facets::NotFilterable(of(":fieldName"))),
        InvalidSearch::HighlightPreTag(deserr()),
        InvalidSearch::HighlightPostTag(deserr()),
        InvalidSearch::CropMarker(deserr()),
        InvalidSearch::MatchingStrategy(deserr()),
        FacetSearchError::MissingFacetSearchFacetName(deserr()),
        FacetSearchError::InvalidFacetSearchFacetName(deserr()),
        FacetSearchError::InvalidFacetSearchFacetQuery(deserr()),
    ]
}

fn tasks() -> Vec<Box<dyn ApiError>> {
    let date = |parameter| Date {
        parameter,
        value: of(":value"),
    };
    errors![
        TaskError::TaskNotFound(of(":taskUid")),
        TaskError::MissingTaskFilters {
            operation: ":operation",
            parameters: of("queryParametersNames"),
        },
        InvalidTask::Uids(of(":uid")),
        InvalidTask::IndexUids(IndexUid::Characters(of(":uid"))),
        InvalidTask::BeforeEnqueuedAt(date("beforeEnqueuedAt")),
        InvalidTask::AfterEnqueuedAt(date("afterEnqueuedAt")),
        InvalidTask::BeforeStartedAt(date("beforeStartedAt")),
        InvalidTask::AfterStartedAt(date("afterStartedAt")),
        InvalidTask::BeforeFinishedAt(date("beforeFinishedAt")),
        InvalidTask::AfterFinishedAt(date("afterFinishedAt")),
        InvalidTask::Statuses {
            status: of(":status"),
            available: of(":taskStatuses"),
        },
        InvalidTask::Types {
            name: of(":type"),
            available: of(":taskTypes"),
        },
        InvalidTask::CanceledBy(of(":canceledBy")),
        InvalidTask::Limit(deserr()),
        InvalidTask::From(deserr()),
    ]
}

fn request_and_engine() -> Vec<Box<dyn ApiError>> {
    let reason = || of(":reason");
    let accepted = || of("`application/json`, `text/csv`");
    errors![
        RequestError::BadRequest(deserr()),
        RequestError::PayloadTooLarge {
            limit: of(":playloadSizeLimit"),
        },
        RequestError::InvalidContentType {
            content_type: of(":contentType"),
            accepted: accepted(),
        },
        RequestError::MissingContentType {
            accepted: accepted(),
        },
        RequestError::MissingPayload("json"),
        RequestError::MalformedPayload {
            form: "json",
            problem: of(":syntaxErrorHelper"),
        },
        EngineError::Internal(reason()),
        EngineError::IndexCreationFailed {
            uid: of(":uid"),
            reason: reason(),
        },
        EngineError::UnretrievableDocument {
            id: of(":documentId"),
            reason: reason(),
        },
        EngineError::InvalidState,
        EngineError::DumpProcessFailed {
            id: of(":dumpId"),
            reason: reason(),
        },
        EngineError::DatabaseSizeLimitReached(of("100GiB")),
        EngineError::InvalidStoreFile,
        SystemError::NoSpaceLeftOnDevice(of(":kernelMessage")),
        SystemError::TooManyTasks,
        SystemError::TooManyOpenFiles(of(":kernelMessage")),
        SystemError::IoError(of(":kernelMessage")),
    ]
}

#[test]
fn every_response_is_the_old_one() {
    let parts = [
        access(),
        indexes(),
        documents(),
        settings(),
        search(),
        tasks(),
        request_and_engine(),
    ];
    let new: Vec<_> = parts.into_iter().flatten().collect();
    assert_eq!(new.len(), old().len());
    for (old, error) in old().into_iter().zip(&new) {
        assert_eq!(response(old), errcode::to_response(&&**error).into());
    }
}

#[test]
fn the_catalog_has_the_old_codes_and_no_other() {
    let old = old().into_iter();
    let old: BTreeSet<_> = old
        .map(|[status, _, code, _]| format!("{code} {status}"))
        .collect();
    let entries = MEILISEARCH.groups().into_iter().flat_map(Catalog::entries);
    let entries = entries.map(|variant| variant.entry());
    let new = entries.map(|entry| format!("{} {}", entry.code(), entry.status().as_u16()));
    assert_eq!(new.collect::<BTreeSet<_>>(), old);
}

#[test]
fn the_documents_are_current() {
    let page = errcode::docs::markdown(&MEILISEARCH, &errcode::docs::markdown::Options::default());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/errors.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/docs")).unwrap();
        std::fs::write(path, &page).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(committed == page, "run the test with UPDATE=1");
}
