//! The counter of error responses.

use metrics_util::debugging::{DebugValue, DebuggingRecorder};

use crate::{ask, run};

#[test]
fn errors_are_counted_by_code_and_status() {
    let recorder = DebuggingRecorder::new();
    let snapshotter = recorder.snapshotter();
    metrics::with_local_recorder(&recorder, || {
        for path in ["/notes/1", "/notes/4", "/notes/5", "/notes/2", "/none"] {
            run(ask(path));
        }
    });
    let counted = snapshotter.snapshot().into_vec().into_iter();
    let mut counted: Vec<String> = counted
        .map(|(key, _, _, value)| {
            let DebugValue::Counter(count) = value else {
                panic!("{value:?}");
            };
            let labels = key.key().labels();
            let labels: Vec<String> = labels
                .map(|label| format!("{}={:?}", label.key(), label.value()))
                .collect();
            format!("{}{{{}}} {count}", key.key().name(), labels.join(","))
        })
        .collect();
    counted.sort();
    assert_eq!(
        counted,
        [
            r#"http_server_errors_total{code="NOTE_NOT_FOUND",status="404"} 2"#,
            r#"http_server_errors_total{code="NOTE_OF_ANOTHER",status="410"} 1"#,
        ]
    );
}
