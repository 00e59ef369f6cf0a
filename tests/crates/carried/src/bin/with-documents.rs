//! The service, and its documents under `/errors`.

use errcode::axum::docs_service;

fn main() -> std::io::Result<()> {
    let documents = docs_service(&fixture_carried::DISKS);
    fixture_carried::serve(fixture_carried::routes().nest_service("/errors", documents))
}
