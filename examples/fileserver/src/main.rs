//! Serves the current folder on port 3000.

use std::io;

#[tokio::main]
async fn main() -> io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("Try: curl -i http://127.0.0.1:3000/no/such.txt");
    println!("     curl -i -H 'Accept: text/html' http://127.0.0.1:3000/no/such.txt");
    println!("     curl -i -H 'Accept: application/problem+xml' http://127.0.0.1:3000/no/such.txt");
    axum::serve(listener, fileserver::app(std::env::current_dir()?)).await
}
