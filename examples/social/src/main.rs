//! Serves the social network on port 3000.

use std::io;

#[tokio::main]
async fn main() -> io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("Try: curl -i -X DELETE http://127.0.0.1:3000/articles/1");
    println!(
        "     curl -i -H 'Content-Type: application/json' -d '{{\"name\":\"ada\",\"email\":\"ada@example.com\"}}' http://127.0.0.1:3000/users"
    );
    axum::serve(listener, social::app()).await
}
