//! Tests of the errors, without a server.

use notes::errors::NoteError;

#[test]
fn a_missing_note_is_a_404() {
    let response = errcode::to_response(&NoteError::NotFound { number: 7 });
    assert_eq!(response.status(), 404);
}
