//! The target of the log event, and the warning about a status in a field that is no error status.

use errcode::ApiError;
use errcode::catalog::{Entry, LogTarget, StaticEntry, log_target};
use http::StatusCode;
use tracing::Level;

use crate::answer::answer;
use crate::log::logged;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("error")]
#[api(format = flat, log_target = "billing")]
enum Billing {
    #[api(status = 503, code = "DOWN")]
    Down,
    #[api(
        status = 402,
        code = "DECLINED",
        log = "warn",
        log_target = "billing::cards"
    )]
    Declined,
    #[api(status = 404, code = "NO_INVOICE")]
    NoInvoice,
    #[api(status = 403, code = "OTHER_OWNER", hide_as = NoInvoice, log_target = "audit")]
    OtherOwner,
    #[api(transparent)]
    Upstream(#[from] Upstream),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("upstream")]
#[api(format = flat)]
enum Upstream {
    #[api(status = 502, code = "NUMBER")]
    Number(#[api(status)] u16),
    #[api(status = 502, code = "MAYBE")]
    Maybe(#[api(status)] Option<StatusCode>),
    #[api(status = 502, code = "FOUND")]
    Found(#[api(status = Self::status_of)] &'static str),
}

impl Upstream {
    fn status_of(text: &&'static str) -> Option<StatusCode> {
        text.parse().ok()
    }
}

fn lines(error: &dyn ApiError) -> Vec<String> {
    logged(Level::TRACE, || {
        answer(&error);
    })
}

#[test]
fn the_target_is_the_variants_or_the_types() {
    for (error, start) in [
        (Billing::Down, "ERROR billing: error error.type=\"DOWN\""),
        (Billing::Declined, " WARN billing::cards: error "),
        (Billing::NoInvoice, "DEBUG billing: error "),
        (Billing::OtherOwner, "DEBUG audit: error "),
        (
            Billing::Upstream(Upstream::Number(500)),
            "ERROR errcode: error ",
        ),
    ] {
        let lines = lines(&error);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].starts_with(start), "{lines:?}");
    }
}

#[test]
fn a_filter_chooses_by_the_target() {
    use tracing_subscriber::filter::Targets;
    use tracing_subscriber::layer::SubscriberExt;

    let filter: Targets = "billing=warn".parse().unwrap();
    let (sink, seen) = std::sync::mpsc::channel();
    let subscriber = tracing_subscriber::registry().with(filter).with(
        tracing_subscriber::fmt::layer()
            .with_ansi(false)
            .without_time()
            .with_writer(move || Sender(sink.clone())),
    );
    tracing::subscriber::with_default(subscriber, || {
        answer(&Billing::Down);
        answer(&Billing::NoInvoice);
        answer(&Billing::Declined);
        answer(&Upstream::Number(500));
    });
    let text: String = seen.try_iter().collect();
    let targets: Vec<&str> = text
        .lines()
        .map(|line| line.split_once(": ").unwrap().0)
        .collect();
    assert_eq!(targets, ["ERROR billing", " WARN billing::cards"]);
}

/// Sends what is written.
struct Sender(std::sync::mpsc::Sender<String>);

impl std::io::Write for Sender {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let text = String::from_utf8_lossy(bytes).into_owned();
        self.0.send(text).map_err(std::io::Error::other)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_hand_written_error_states_its_target() {
    const AUDIT: LogTarget = log_target!("audit");

    #[derive(Debug, thiserror::Error)]
    #[error("by hand")]
    struct ByHand;

    impl ApiError for ByHand {
        fn entry(&self) -> Entry {
            const { &StaticEntry::new(500, errcode::Code::new("BY_HAND")).with_log_target(AUDIT) }
                .entry()
        }
    }

    assert_eq!(
        lines(&ByHand),
        [r#"ERROR audit: by hand error.type="BY_HAND" http.response.status_code=500"#]
    );
    assert_eq!(format!("{AUDIT:?}"), r#"LogTarget("audit")"#);
}

#[test]
fn a_status_that_is_no_error_is_replaced_and_logged_once() {
    let warned = |code: &str, found: u16| {
        format!(
            r#" WARN errcode: the status in a field is no error status, so the declared one is sent error.type="{code}" error.status={found} http.response.status_code=502"#
        )
    };
    for (error, code, found) in [
        (Upstream::Number(200), "NUMBER", 200),
        (Upstream::Number(7), "NUMBER", 7),
        (Upstream::Maybe(Some(StatusCode::FOUND)), "MAYBE", 302),
        (Upstream::Found("304"), "FOUND", 304),
    ] {
        let error = Billing::from(error);
        let lines = lines(&error);
        assert_eq!(answer(&error).status, 502);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert_eq!(lines[0], warned(code, found));
        assert!(lines[1].starts_with("ERROR errcode: error "), "{lines:?}");
    }
}

#[test]
fn a_status_that_is_sent_or_not_stated_is_not_warned_about() {
    for (error, status) in [
        (Upstream::Number(404), 404),
        (Upstream::Maybe(None), 502),
        (Upstream::Found("none"), 502),
        (Upstream::Found("503"), 503),
    ] {
        assert_eq!(answer(&error).status, status);
        assert_eq!(lines(&error).len(), 1);
    }
}
