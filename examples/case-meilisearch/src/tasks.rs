//! Tasks.

use errcode::ApiError;

use crate::Meilisearch;
use crate::indexes::IndexUid;
use crate::request::wrong_type;

/// A task does not exist, or the request does not say which tasks it means.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Meilisearch, rename_all = "snake_case", status = 400, expose)]
#[api(
    category = "invalid_request",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum TaskError {
    /// There is no such task.
    #[error("Task `{0}` not found.")]
    #[api(status = 404)]
    #[api(example(Self::TaskNotFound("7".into())))]
    TaskNotFound(String),

    /// Tasks are cancelled and deleted by a filter.
    #[error(
        "Query parameters to filter the tasks to `{operation}` are missing. Available query parameters are: `{parameters}`"
    )]
    #[api(example(Self::MissingTaskFilters { operation: "cancel", parameters: "`uids`, `statuses`".into() }))]
    MissingTaskFilters {
        /// What the request does with the tasks.
        operation: &'static str,
        /// The filters.
        parameters: String,
    },
}

/// A filter of tasks has an invalid value.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api(format = Meilisearch, rename_all = "snake_case", prefix = "invalid_task_", status = 400, expose)]
#[api(
    category = "invalid_request",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum InvalidTask {
    /// `uids` is not a list of numbers.
    #[error(
        "Task uid `{0}` is invalid. It should only contains numeric characters separated by `,` character."
    )]
    #[api(example(Self::Uids("seven".into())))]
    Uids(String),
    /// `indexUids` is not a list of names of indexes.
    #[api(example(Self::IndexUids(IndexUid::Characters("movies!".into()))))]
    IndexUids(IndexUid),
    /// `beforeEnqueuedAt` is not a date.
    #[api(example(Self::BeforeEnqueuedAt(Date { parameter: "beforeEnqueuedAt", value: "soon".into() })))]
    BeforeEnqueuedAt(Date),
    /// `afterEnqueuedAt` is not a date.
    #[api(example(Self::AfterEnqueuedAt(Date { parameter: "afterEnqueuedAt", value: "soon".into() })))]
    AfterEnqueuedAt(Date),
    /// `beforeStartedAt` is not a date.
    #[api(example(Self::BeforeStartedAt(Date { parameter: "beforeStartedAt", value: "soon".into() })))]
    BeforeStartedAt(Date),
    /// `afterStartedAt` is not a date.
    #[api(example(Self::AfterStartedAt(Date { parameter: "afterStartedAt", value: "soon".into() })))]
    AfterStartedAt(Date),
    /// `beforeFinishedAt` is not a date.
    #[api(example(Self::BeforeFinishedAt(Date { parameter: "beforeFinishedAt", value: "soon".into() })))]
    BeforeFinishedAt(Date),
    /// `afterFinishedAt` is not a date.
    #[api(example(Self::AfterFinishedAt(Date { parameter: "afterFinishedAt", value: "soon".into() })))]
    AfterFinishedAt(Date),
    /// `statuses` is not a list of statuses.
    #[error("Task status `{status}` is invalid. Available task statuses are: `{available}`.")]
    #[api(example(Self::Statuses { status: "done".into(), available: "`succeeded`, `failed`".into() }))]
    Statuses {
        /// The one that is none.
        status: String,
        /// All statuses.
        available: String,
    },
    /// `types` is not a list of types.
    #[error("Task type `{name}` is invalid. Available task types are: `{available}`.")]
    #[api(example(Self::Types { name: "copy".into(), available: "`indexSwap`, `dumpCreation`".into() }))]
    Types {
        /// The one that is none.
        name: String,
        /// All types.
        available: String,
    },
    /// `canceledBy` is not a list of numbers.
    #[error(
        "Task canceledBy `{0}` is invalid. It should only contains numeric characters separated by `,` character."
    )]
    #[api(example(Self::CanceledBy("seven".into())))]
    CanceledBy(String),
    /// `limit` is not an integer.
    #[api(example(Self::Limit(wrong_type("limit", "an integer"))))]
    Limit(String),
    /// `from` is not an integer.
    #[api(example(Self::From(wrong_type("from", "an integer"))))]
    From(String),
}

/// A parameter that is not a date.
#[derive(Debug, thiserror::Error)]
#[error(
    "Task `{parameter}` `{value}` is invalid. It should follow the RFC 3339 format. e.g. 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM:SS'."
)]
pub struct Date {
    /// The parameter.
    pub parameter: &'static str,
    /// Its value.
    pub value: String,
}
