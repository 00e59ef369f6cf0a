//! One contract for all frameworks: the same errors are the same bytes, over real sockets.

mod client;
mod contract;
mod features;
mod grpc;
mod log;
mod on_actix;
mod on_axum;
mod on_poem;
mod on_rocket;
mod on_salvo;
mod on_warp;
