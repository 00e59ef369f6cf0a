//! The one log event of a response: level, fields, bounds, and one line whatever is in it.

use std::error::Error as StdError;
use std::fmt::{self, Write as _};
use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use errcode::{ApiError, Context};
use tracing::Level;

#[derive(Clone, Default)]
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

/// The lines that are logged at a level while `run` runs.
pub(crate) fn logged(level: Level, run: impl FnOnce()) -> Vec<String> {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(level)
        .with_ansi(false)
        .without_time()
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, run);
    let bytes = lines.0.lock().unwrap().clone();
    String::from_utf8(bytes)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect()
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Error {
    #[error("storage")]
    #[api(status = 502, code = "STORAGE_ERROR")]
    Storage(#[source] Chain),
    #[error("{0}")]
    #[api(status = 500, code = "TEXT")]
    Text(String),
    #[error("no")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
    #[error("private plans")]
    #[api(status = 403, code = "FORBIDDEN", hide_as = NotFound)]
    Private,
    #[error("bad header")]
    #[api(status = 400, code = "HEADER")]
    Header(#[api(header = "X-Name")] &'static str),
}

/// A chain of sources that never ends. Its text is another one each time.
#[derive(Debug)]
struct Chain(&'static str);

impl fmt::Display for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        f.write_str(self.0)?;
        match self.0 {
            "cycle" => write!(f, "{}", COUNT.fetch_add(1, Ordering::Relaxed)),
            _ => Ok(()),
        }
    }
}

impl StdError for Chain {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        (self.0 == "cycle").then_some(self)
    }
}

fn respond(error: &Error) {
    errcode::to_response(error);
}

#[test]
fn a_5xx_is_an_error_and_a_4xx_a_debug_line() {
    let lines = logged(Level::INFO, || {
        respond(&Error::Storage(Chain("pw=1")));
        respond(&Error::NotFound);
    });
    assert_eq!(
        lines,
        [
            r#"ERROR errcode: storage error.type="STORAGE_ERROR" http.response.status_code=502 error.chain="pw=1""#
        ]
    );
    let lines = logged(Level::DEBUG, || respond(&Error::NotFound));
    assert_eq!(
        lines,
        [r#"DEBUG errcode: no error.type="NOT_FOUND" http.response.status_code=404"#]
    );
}

#[test]
fn a_hidden_variant_is_logged_as_what_it_is() {
    let lines = logged(Level::DEBUG, || respond(&Error::Private));
    assert_eq!(
        lines,
        [
            r#"DEBUG errcode: private plans error.type="NOT_FOUND" http.response.status_code=404 error.hidden="FORBIDDEN""#
        ]
    );
}

#[test]
fn the_request_is_logged() {
    let context = Context::new()
        .with_instance("/a\n")
        .with_request_id("7f3a")
        .unwrap();
    let lines = logged(Level::DEBUG, || {
        errcode::to_response_with(&Error::NotFound, &context);
    });
    assert_eq!(
        lines,
        [
            r#"DEBUG errcode: no error.type="NOT_FOUND" http.response.status_code=404 url.path="/a\\n" request_id="7f3a""#
        ]
    );
}

#[test]
fn an_endless_chain_ends() {
    let lines = logged(Level::ERROR, || respond(&Error::Storage(Chain("cycle"))));
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].matches("cycle").count(), 32);
}

#[test]
fn a_text_that_repeats_its_source_is_logged_once() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("storage failed: {0}")]
    #[api(status = 502, code = "STORAGE_ERROR")]
    struct Storage(#[source] Connect);

    #[derive(Debug, thiserror::Error)]
    #[error("no connection: {0}")]
    struct Connect(#[source] Tls);

    #[derive(Debug, thiserror::Error)]
    #[error("bad certificate")]
    struct Tls(#[source] Chain);

    let lines = logged(Level::ERROR, || {
        errcode::to_response(&Storage(Connect(Tls(Chain("expired")))));
    });
    assert_eq!(
        lines,
        [
            r#"ERROR errcode: storage failed: no connection: bad certificate error.type="STORAGE_ERROR" http.response.status_code=502 error.chain="expired""#
        ]
    );
}

#[test]
fn hostile_text_is_one_record() {
    let text = "a\nERROR fake\r\u{1b}[2J\u{202e}x\u{9b}\u{2028}";
    let lines = logged(Level::ERROR, || respond(&Error::Text(text.to_owned())));
    assert_eq!(lines.len(), 1);
    assert!(
        lines[0]
            .chars()
            .all(|letter| letter.is_ascii() && !letter.is_control()),
        "{lines:?}"
    );
    assert!(lines[0].contains(r"a\nERROR fake\r\u{1b}[2J"), "{lines:?}");
}

#[test]
fn a_long_text_is_cut() {
    let mut text = String::new();
    for at in 0..10_000 {
        write!(text, "{at} ").unwrap();
    }
    let lines = logged(Level::ERROR, || respond(&Error::Text(text)));
    assert!((4096..4200).contains(&lines[0].len()), "{}", lines[0].len());
}

#[test]
fn what_is_left_out_is_said() {
    let lines = logged(Level::WARN, || respond(&Error::Header("a\nb")));
    assert_eq!(lines.len(), 1);
    assert!(
        lines[0].contains("WARN errcode: part of an error response was left out"),
        "{lines:?}"
    );
    assert!(lines[0].contains("x-name"), "{lines:?}");
}
