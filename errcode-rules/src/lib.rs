//! The rules that the derive, the run time and the documents of [errcode](https://docs.rs/errcode)
//! share, each written once. Not for direct use: it changes without notice.

pub mod entry;
pub mod grpc;
pub mod hash;
pub mod header;
pub mod member;
pub mod message;
pub mod status;
pub mod text;
pub mod uri;
