//! Serves the hosting example, and prints requests that show its errors.

use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use hosting::keys::LIMIT;
use hosting::state::{Hosting, unix_time};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// A hosting service in memory, whose errors are the example.
#[derive(Parser)]
struct Args {
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// The port to listen on; 0 chooses a free one.
    #[arg(long, default_value_t = 3001)]
    port: u16,
    /// The folder of the instances' logs. Without it, reading a log is a 500.
    #[arg(long, default_value = "hosting-logs")]
    logs: PathBuf,
    /// The number of requests that a caller may send in a minute.
    #[arg(long, default_value_t = LIMIT)]
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
    let state = Hosting::new(&args.logs, unix_time).with_limit(args.requests);
    axum::serve(listener, hosting::guarded(hosting::routes(), state)).await
}

fn welcome(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    let instances = format!("http://{address}/v1/instances");
    let key = "-H 'Authorization: Bearer oc_live_acme'";
    let readonly = "-H 'Authorization: Bearer oc_live_acme_readonly'";
    let json = "-H 'Content-Type: application/json'";
    format!(
        "Serving on http://{address}; its errors are documented at http://{address}/errors. Try:

# 401, no key
curl -i {instances}
# 403, a key that may only read
curl -i -X POST {instances}/inst_1/stop {readonly}
# 404, another account's instance
curl -i {instances}/inst_3 {key}
# 422, already running
curl -i -X POST {instances}/inst_1/start {key}
# 422, with a message for each field
curl -i {instances} {key} {json} -d '{{}}'
# 429, with the time when the limit ends
for n in $(seq 101); do curl -s -i {instances} {readonly}; done | tail -9
# 500; its cause is only in this log
curl -i {instances}/inst_1/log {key}

"
    )
}
