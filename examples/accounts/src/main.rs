//! Serves the accounts API, and prints requests to try.

use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use accounts::state::{App, REQUESTS};
use clap::Parser;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// An account that pays for its users from its balance. Every error has a code.
#[derive(Parser)]
struct Args {
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// The port to listen on; 0 chooses a free one.
    #[arg(long, default_value_t = 3003)]
    port: u16,
    /// The file that records charges; without it, they are not recorded.
    #[arg(long)]
    ledger: Option<PathBuf>,
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
    let app = App::new(Arc::new(Instant::now), args.ledger.clone());
    let app = app.with_limit(args.requests);
    axum::serve(listener, accounts::app_with(app)).await
}

fn welcome(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    let url = format!("http://{address}/api/v1");
    let reader = "-H 'Authorization: Bearer read-key'";
    let writer = "-H 'Authorization: Bearer write-key'";
    let json = "-H 'Content-Type: application/json'";
    format!(
        "\
Listening on http://{address}; its errors are documented at http://{address}/errors.
RUST_LOG=debug logs every error, not only each 5xx. Try:

# 402, with both amounts in the details
curl -i {url}/users {writer} {json} -d '{{\"user_id\":\"bob\",\"plan\":\"team\"}}'
# 400, something is missing
curl -i {url}/users {writer} {json} -d '{{\"plan\":\"team\"}}'
# 401, with WWW-Authenticate
curl -i {url}/users
# 403, the key is for reading
curl -i -X DELETE {url}/users/ada {reader}
# 404
curl -i {url}/users/bob {reader}
# at last a 429, with Retry-After
for i in $(seq 61); do curl -siw '\\n' {url}/balance {reader}; done | tail -n 7
# 503, with Retry-After, until the maintenance ends
curl {url}/maintenance {writer} -X PUT {json} -d '{{\"seconds\":90}}'
curl -i {url}/users {writer}
curl {url}/maintenance {writer} -X DELETE

With --ledger /nowhere/ledger, this is a 500. Its cause is only in the log:
curl -i {url}/users {writer} {json} -d '{{\"user_id\":\"bob\"}}'

"
    )
}
