//! Error formats of well-known standards and services, each written as a user of errcode writes it. Copy the
//! file of the one that you need.

mod cbor;
mod google;
mod graphql;
mod json_api;
mod json_rpc;
mod matrix;
mod meilisearch;
mod oauth;
mod oci;
mod odata;
mod s3;
mod scim;
mod stripe;

pub use cbor::ConciseProblem;
pub use google::Google;
pub use graphql::GraphQl;
pub use json_api::JsonApi;
pub use json_rpc::JsonRpc;
pub use matrix::Matrix;
pub use meilisearch::Meilisearch;
pub use oauth::{Bearer, OAuth};
pub use oci::Oci;
pub use odata::OData;
pub use s3::S3;
pub use scim::Scim;
pub use stripe::Stripe;
