//! What the access log, the counter and the tracker get of the responses of the service.

mod access_log;
mod counter;
mod tracker;

use std::io::Write;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::Request;
use tower::ServiceExt;

/// Asks the service, and returns the status.
async fn ask(path: &str) -> u16 {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = observed::app().oneshot(request).await.unwrap();
    response.status().as_u16()
}

/// Runs a future on this thread, whose subscriber and recorder the service uses.
fn run<F: Future>(future: F) -> F::Output {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.build().unwrap().block_on(future)
}

/// What was written.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Written {
    fn lines(&self) -> Vec<String> {
        let bytes = self.0.lock().unwrap().clone();
        let text = String::from_utf8(bytes).unwrap();
        text.lines().map(str::to_owned).collect()
    }
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
