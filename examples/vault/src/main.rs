//! Serves the vault example, and prints requests that show its errors.

use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;
use vault::access::LIMIT;
use vault::state::{State, unix_time};

/// A vault service in memory, as an example of errors.
#[derive(Parser)]
struct Args {
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// The port to listen on; 0 chooses a free one.
    #[arg(long, default_value_t = 3002)]
    port: u16,
    /// The folder of the vaults' keys. If it does not exist, rotating a key fails with a 500.
    #[arg(long, default_value = "vault-keys")]
    keys: PathBuf,
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
    let state = State::new(&args.keys, unix_time).with_limit(args.requests);
    axum::serve(listener, vault::guarded(vault::routes(), state)).await
}

fn welcome(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    let api = format!("http://{address}/v1");
    let json = "-H 'Content-Type: application/json'";
    let alice = "-H \"Authorization: Bearer $ALICE\"";
    format!(
        r#"Serving on http://{address}; its errors are documented at http://{address}/errors.
Sign in, then try:

ALICE=$(curl -s {api}/auth/token {json} -d '{{"api_key":"key_alice"}}' | cut -d '"' -f 4)

# 401, no token
curl -i {api}/vaults
# 403, a policy that grants no writing
curl -i -X PUT {api}/vaults/vault_1/secrets/db/password {alice} {json} -d '{{"value":"x"}}'
# 403 of another type, a fourth vault on the free tier
for n in 1 2 3 4; do curl -s {api}/vaults {alice} {json} -d "{{\"name\":\"v$n\"}}"; echo; done
# 404, no such secret
curl -i {api}/vaults/vault_1/secrets/db/user {alice}
# 410, a secret that can be read once
for n in 1 2; do curl -s {api}/vaults/vault_1/secrets/one-time/link {alice}; echo; done
# 400, no path
curl -i {api}/vaults/vault_1/secrets/db//password {alice}
# 500; its cause is only in this log
BOB=$(curl -s {api}/auth/token {json} -d '{{"api_key":"key_bob"}}' | cut -d '"' -f 4)
curl -i -X POST {api}/vaults/vault_1/rotate -H "Authorization: Bearer $BOB"

"#
    )
}
