//! Tests the comparison of catalogs, the lock and the lint.

mod fixture;
mod header;
mod hidden;
mod json_page;
mod lint;
mod lock;
mod mutations;
mod release;
mod words;
