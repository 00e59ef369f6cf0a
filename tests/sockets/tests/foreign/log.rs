//! What the service logs.

use std::io::Write;
use std::sync::{Arc, LazyLock, Mutex};

static LINES: LazyLock<Arc<Mutex<Vec<u8>>>> = LazyLock::new(|| {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&lines);
    tracing_subscriber::fmt()
        .with_ansi(false)
        .with_max_level(tracing::Level::DEBUG)
        .with_writer(move || Lines(Arc::clone(&kept)))
        .init();
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

/// The lines of errcode's own events that have a text.
pub(crate) fn lines_with(text: &str) -> Vec<String> {
    let lines = LINES.lock().unwrap();
    let lines = String::from_utf8_lossy(&lines);
    let ours = lines
        .lines()
        .filter(|line| line.contains(" errcode: ") && line.contains(text));
    ours.map(str::to_owned).collect()
}
