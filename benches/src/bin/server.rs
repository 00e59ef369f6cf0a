//! A service that answers nothing but errors, for `load.py`: `server errcode` or `server hand-written`.
//!
//! It listens on a free port of 127.0.0.1, which it prints. `/fixed` has a fixed body, `/varying` a message and
//! two details.

use axum::Router;
use axum::routing::get;
use benches::contenders;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let [fixed, varying] = match std::env::args().nth(1).as_deref() {
        Some("errcode") => contenders::BY_ERRCODE,
        Some("hand-written") => contenders::BY_HAND,
        _ => {
            eprintln!("error: name a contender: `server errcode` or `server hand-written`");
            std::process::exit(2);
        }
    };
    let app = Router::new()
        .route("/fixed", get(move || async move { fixed() }))
        .route("/varying", get(move || async move { varying() }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?.port());
    axum::serve(listener, app).await
}
