//! A service on the crate `log`: the events of errors are records of their own level and target.
//!
//! No subscriber of `tracing` is set in this process, which is when its feature `log` makes records.

use std::sync::Mutex;

use log::{LevelFilter, Log, Metadata, Record};
use observed::NoteError;

/// Keeps the records.
struct Logger(Mutex<Vec<String>>);

static LOGGER: Logger = Logger(Mutex::new(Vec::new()));

impl Log for Logger {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let (level, target, text) = (record.level(), record.target(), record.args());
            let line = format!("{level} {target}: {text}");
            self.0.lock().unwrap().push(line);
        }
    }

    fn flush(&self) {}
}

#[test]
fn a_logger_gets_the_level_the_target_and_the_text() {
    log::set_logger(&LOGGER).unwrap();
    log::set_max_level(LevelFilter::Warn);
    errcode::to_response(&NoteError::Storage {
        disk: "sda",
        source: std::io::Error::other("disk full"),
    });
    // At `debug`, which the logger does not want.
    errcode::to_response(&NoteError::NotFound { id: 7 });
    errcode::to_response(&NoteError::OfAnother);
    log::set_max_level(LevelFilter::Debug);
    errcode::log(&NoteError::NotFound { id: 7 });
    assert_eq!(
        *LOGGER.0.lock().unwrap(),
        [
            r#"ERROR notes: storage failed error.type="STORAGE_FAILED" http.response.status_code=500 error.fields="{\"disk\":\"sda\"}" error.chain="disk full""#,
            r#"WARN notes: note of another user error.type="NOTE_GONE" http.response.status_code=410 error.hidden="NOTE_OF_ANOTHER""#,
            r#"DEBUG notes: no note 7 error.type="NOTE_NOT_FOUND" http.response.status_code=404 error.fields="{\"id\":7}""#,
        ]
    );
}
