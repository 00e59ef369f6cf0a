//! The service, and its documents under `/errors`.

use errcode::axum::docs_router;

fn main() -> std::io::Result<()> {
    let documents = docs_router(&fixture_carried::DISKS);
    fixture_carried::serve(fixture_carried::routes().nest_service("/errors", documents))
}
