//! Tests every renderer with a catalog that uses the whole grammar, and with random texts.

mod catalogs;
mod fixture;
mod headers;
mod html;
mod json;
mod links;
mod mandatory;
mod markdown;
mod numbers;
mod openapi;
mod random;
mod readers;
mod run_time_status;
mod texts;
mod typescript;
mod variant_formats;
