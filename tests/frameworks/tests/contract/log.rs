//! The log events of errcode, by the id of the request.

use std::io::Write;
use std::sync::{Arc, LazyLock, Mutex};

use tracing::Level;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;

static LINES: LazyLock<Arc<Mutex<Vec<u8>>>> = LazyLock::new(|| {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&lines);
    let layer = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(move || Lines(Arc::clone(&kept)));
    let ours = Targets::new().with_target("errcode", Level::DEBUG);
    let subscriber = tracing_subscriber::registry().with(layer).with(ours);
    // `init` would also take the records of the crate `log`, for which rocket has a logger.
    tracing::subscriber::set_global_default(subscriber).unwrap();
    lines
});

struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Starts to keep the log.
pub(crate) fn start() {
    LazyLock::force(&LINES);
}

/// The events of the request with an id.
pub(crate) fn events_of(id: &str) -> Vec<String> {
    let id = format!("request_id=\"{id}\"");
    let lines = LINES.lock().unwrap();
    let lines = String::from_utf8_lossy(&lines);
    let ours = lines.lines().filter(|line| line.contains(&id));
    ours.map(str::to_owned).collect()
}
