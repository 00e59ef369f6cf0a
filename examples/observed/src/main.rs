//! Serves the notes on port 3000. With `SENTRY_DSN` it sends errors to that project.

use std::io;

use observed::tracker;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

#[tokio::main]
async fn main() -> io::Result<()> {
    let dsn = std::env::var("SENTRY_DSN").ok();
    let client = dsn.map(|dsn| tracker::start(&dsn)).transpose();
    let _client = client.map_err(io::Error::other)?;
    tracing_subscriber::registry()
        .with(tracing_subscriber::fmt::layer())
        .with(tracker::layer())
        .init();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("Try: curl -i http://127.0.0.1:3000/notes/3");
    axum::serve(listener, observed::app()).await
}
