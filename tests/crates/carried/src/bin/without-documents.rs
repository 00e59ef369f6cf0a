//! The service alone.

fn main() -> std::io::Result<()> {
    fixture_carried::serve(fixture_carried::routes())
}
