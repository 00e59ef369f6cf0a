//! Serves the registry on port 3000.

use std::io;

use registry::database::Database;

#[tokio::main]
async fn main() -> io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("Try: curl -i http://127.0.0.1:3000/packages/serde");
    axum::serve(listener, registry::app(Database::default())).await
}
