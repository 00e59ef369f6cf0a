//! Serves the skills API, and prints requests to try.

use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use clap::Parser;
use skills::rate_limit::REQUESTS;
use skills::state::App;
use skills::storage::Storage;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// A marketplace of skills for agents. Every error has a code.
#[derive(Parser)]
struct Args {
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// The port to listen on; 0 chooses a free one.
    #[arg(long, default_value_t = 3000)]
    port: u16,
    /// The folder for uploaded files; without it, they stay in memory.
    #[arg(long)]
    files: Option<PathBuf>,
    /// The number of requests that a caller may send in a minute.
    #[arg(long, default_value_t = REQUESTS)]
    requests: u32,
}

#[tokio::main]
async fn main() -> ExitCode {
    let args = Args::parse();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .init();
    match serve(&args).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let Args { host, port, .. } = args;
            eprintln!(
                "error: can't listen on {host}:{port}: {error}; use another --port or --host"
            );
            ExitCode::FAILURE
        }
    }
}

async fn serve(args: &Args) -> io::Result<()> {
    let listener = TcpListener::bind((args.host.as_str(), args.port)).await?;
    // A closed standard output must not stop the service.
    let _ = io::stdout().write_all(welcome(listener.local_addr()?).as_bytes());
    let files = args.files.clone();
    let storage = files.map_or_else(Storage::default, Storage::Folder);
    let app = App::new(Arc::new(Instant::now), storage).with_limit(args.requests);
    axum::serve(listener, skills::app_of(app)).await
}

fn welcome(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    let url = format!("http://{address}/v1");
    let bob = "-H 'Authorization: Bearer bob'";
    let json = "-H 'Content-Type: application/json'";
    format!(
        "\
Listening on http://{address}; its errors are documented at http://{address}/errors.
RUST_LOG=debug logs every error, not only each 5xx. Try:

# 404, with the slug in the details
curl -i {url}/skills/pdf-tool
# 401, with WWW-Authenticate
curl -i -X POST {url}/skills/pdf-tools/checkout
# 400, the skill is free
curl -i -X POST {url}/skills/pdf-tools/checkout {bob}
# 403, this one is not
curl -i {url}/skills/invoice-pro/download {bob}
# 409, the slug is taken
curl -i {url}/skills {bob} {json} -d '{{\"slug\":\"pdf-tools\",\"name\":\"Mine\"}}'
# 422, field by field
curl -i {url}/skills {bob} {json} -d '{{\"slug\":\"PDF\",\"name\":\"\"}}'
# 405, with Allow
curl -i -X PUT {url}/skills
# at last a 429, with Retry-After
for i in $(seq 101); do curl -siw '\\n' {url}/skills; done | tail -n 7

With --files /nowhere, this is a 502. Its cause is only in the log:
curl -i -d 'a new version' {url}/skills/pdf-tools/versions -H 'Authorization: Bearer ada'

"
    )
}
