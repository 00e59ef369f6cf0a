//! Every renderer over one catalog that has all there is, and over texts of random characters.

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
