//! Responses that errcode did not make, over HTTP/1.1 and HTTP/2, with tower-http's layers on both sides of
//! `RejectionLayer`.

mod app;
mod client;
mod extractors;
mod layers;
mod log;
