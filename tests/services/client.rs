//! A service on a real socket, a client that asks it, and the log that it leaves.

use std::io::Write;
use std::net::TcpListener;
use std::sync::{Arc, LazyLock, Mutex};

use axum::Router;
use http::{HeaderMap, Request};
use tokio::runtime::Runtime;

/// A service that listens on a port of its own until it is dropped.
pub(crate) struct Service {
    base: String,
    agent: ureq::Agent,
    _runtime: Runtime,
}

/// A response, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Service {
    /// Serves on a free port of 127.0.0.1.
    pub(crate) fn start(app: Router) -> Self {
        LazyLock::force(&LOG);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let runtime = Runtime::new().unwrap();
        let _guard = runtime.enter();
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        runtime.spawn(async { axum::serve(listener, app).await });
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            // A server may close a connection whose request it has not read to the end, and a client
            // that keeps it would meet that at the next request.
            .max_idle_connections(0)
            .max_idle_connections_per_host(0)
            .build()
            .into();
        Self {
            base,
            agent,
            _runtime: runtime,
        }
    }

    /// Sends one request; `headers` are pairs of name and value.
    pub(crate) fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = if body.is_empty() {
            self.agent.run(request.body(()).unwrap()).unwrap()
        } else {
            self.agent
                .run(request.body(body.to_owned()).unwrap())
                .unwrap()
        };
        Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.body_mut().read_to_string().unwrap(),
        }
    }
}

impl Answer {
    /// The value of a header, if it is there once.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next().map(|value| value.to_str().unwrap());
        assert!(values.next().is_none(), "`{name}` is there more than once");
        value
    }

    /// Checks status, `Content-Type` and the whole body.
    #[track_caller]
    pub(crate) fn is(&self, status: u16, content_type: &str, body: &str) {
        assert_eq!((self.status, self.body.as_str()), (status, body));
        assert_eq!(self.header("content-type"), Some(content_type));
    }
}

static LOG: LazyLock<Log> = LazyLock::new(|| {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .init();
    log
});

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The lines that all services have logged so far and that contain a text.
pub(crate) fn logged(text: &str) -> Vec<String> {
    let log = LOG.0.lock().unwrap();
    let log = String::from_utf8_lossy(&log);
    log.lines()
        .filter(|line| line.contains(text))
        .map(str::to_owned)
        .collect()
}
