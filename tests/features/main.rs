//! What a derived type does, one file per feature.

mod answer;
mod axum;
mod boxed;
mod catalog;
mod context;
mod details;
mod field_names;
mod formats;
mod header_lists;
mod headers;
mod hostile;
mod kept;
mod kept_by_hand;
mod leaks;
mod log;
mod log_levels;
mod message;
mod mixed_formats;
mod negotiated;
mod other_tasks;
mod own_formats;
mod parameters;
mod retryable;
mod testing;
mod variants;
mod with;
