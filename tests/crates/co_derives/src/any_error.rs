//! Errors of any type become a masked 500 of the service's own code, whose log has their sources.

use std::error::Error;
use std::io;
use std::io::Write;
use std::sync::{Arc, Mutex};

use errcode::{ApiError, BoxApiError, MaskError};

use crate::body;

/// The service's own 500.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("internal error")]
#[api(format = flat, status = 500, code = "INTERNAL")]
struct Internal(#[from] Box<dyn Error + Send + Sync>);

/// A 500 that keeps the type of what is inside.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, rename_all = "SCREAMING_SNAKE_CASE", status = 500)]
enum Kept {
    #[error("anyhow")]
    Anyhow(#[from] anyhow::Error),
    #[error("eyre")]
    Eyre(#[source] Box<dyn Error + Send + Sync>),
}

impl From<eyre::Report> for Kept {
    fn from(report: eyre::Report) -> Self {
        Self::Eyre(report.into())
    }
}

/// What the report of error-stack is about.
#[derive(Debug, thiserror::Error)]
#[error("no settings")]
struct NoSettings;

fn disk_full() -> io::Result<u8> {
    Err(io::Error::other("disk full"))
}

fn with_std() -> Result<u8, BoxApiError> {
    Ok(disk_full().mask::<Internal>()?)
}

fn with_anyhow() -> Result<u8, BoxApiError> {
    use anyhow::Context;

    Ok(disk_full().context("read settings").mask::<Internal>()?)
}

fn with_eyre() -> Result<u8, BoxApiError> {
    use eyre::WrapErr;

    Ok(disk_full().wrap_err("read settings").mask::<Internal>()?)
}

fn with_error_stack() -> Result<u8, BoxApiError> {
    use error_stack::ResultExt;

    Ok(disk_full().change_context(NoSettings).mask::<Internal>()?)
}

/// A report of error-stack gives none of its frames as a source, but its text has all of them.
fn with_text_of_error_stack() -> Result<u8, BoxApiError> {
    use error_stack::ResultExt;

    let result = disk_full().change_context(NoSettings);
    let result = result.map_err(|report| format!("{report:#}"));
    Ok(result.mask::<Internal>()?)
}

/// What was written.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The body of an error, and the line in the log.
fn sent(error: &dyn ApiError) -> (String, String) {
    let written = Written::default();
    let writer = written.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .without_time()
        .with_writer(move || writer.clone())
        .finish();
    let body = tracing::subscriber::with_default(subscriber, || body(error));
    let bytes = written.0.lock().unwrap().clone();
    (body, String::from_utf8(bytes).unwrap())
}

#[test]
fn any_error_is_masked_and_its_sources_are_logged() {
    for (what, result, chain) in [
        ("std", with_std(), "disk full"),
        ("anyhow", with_anyhow(), "read settings: disk full"),
        ("eyre", with_eyre(), "read settings: disk full"),
        ("error-stack", with_error_stack(), "no settings"),
        ("text", with_text_of_error_stack(), "no settings: disk full"),
    ] {
        let (body, line) = sent(&*result.unwrap_err());
        let masked = r#"{"code":"INTERNAL","detail":"Internal Server Error"}"#;
        assert_eq!(body, masked, "{what}");
        let logged = format!(
            "ERROR errcode: internal error error.type=\"INTERNAL\" http.response.status_code=500 error.chain=\"{chain}\"\n"
        );
        assert_eq!(line, logged, "{what}");
    }
}

#[test]
fn a_variant_takes_the_error_of_another_crate_by_from() {
    let anyhow = Kept::from(anyhow::Error::from(disk_full().unwrap_err()).context("read"));
    let eyre = Kept::from(eyre::Report::from(disk_full().unwrap_err()).wrap_err("read"));
    for (error, code) in [(anyhow, "ANYHOW"), (eyre, "EYRE")] {
        let (body, line) = sent(&error);
        let masked = format!(r#"{{"code":"{code}","detail":"Internal Server Error"}}"#);
        assert_eq!(body, masked);
        assert!(
            line.ends_with("error.chain=\"read: disk full\"\n"),
            "{line}"
        );
    }
}
