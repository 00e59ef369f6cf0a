//! A service that keeps notes.

pub mod errors;

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use errcode::axum::{ContextLayer, RejectionLayer, docs_service, on_panic};
use serde::{Deserialize, Serialize};
use tower_http::catch_panic::CatchPanicLayer;

use crate::errors::{NOTES, NoteError};

/// A note.
#[derive(Clone, Deserialize, Serialize)]
pub struct Note {
    name: String,
    text: String,
}

#[derive(Clone)]
struct App {
    notes: Arc<Mutex<Vec<Note>>>,
    file: PathBuf,
}

async fn read(State(app): State<App>, Path(number): Path<usize>) -> Result<Json<Note>, NoteError> {
    let notes = app.notes.lock().unwrap();
    let note = notes.get(number).ok_or(NoteError::NotFound { number })?;
    Ok(Json(note.clone()))
}

async fn create(State(app): State<App>, Json(note): Json<Note>) -> Result<Json<Note>, NoteError> {
    let mut notes = app.notes.lock().unwrap();
    if notes.iter().any(|other| other.name == note.name) {
        return Err(NoteError::NameTaken { name: note.name });
    }
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(&app.file)?;
    writeln!(file, "{}: {}", note.name, note.text)?;
    notes.push(note.clone());
    Ok(Json(note))
}

/// The service, which appends each note to a file.
pub fn app(file: impl Into<PathBuf>) -> Router {
    let app = App {
        notes: Arc::default(),
        file: file.into(),
    };
    Router::new()
        .route("/notes", post(create))
        .route("/notes/{number}", get(read))
        .with_state(app)
        .nest_service("/errors", docs_service(&NOTES))
        .layer(CatchPanicLayer::custom(on_panic::<NoteError>))
        .layer(RejectionLayer::<NoteError>::new())
        .layer(ContextLayer::new())
}
