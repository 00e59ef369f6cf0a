//! The errors of one shop, before and after: what a service has without errcode, and the errors whose responses are the same
//! bytes with errcode. `docs/src/migration.md` explains them.

pub mod actix_by_hand;
pub mod api_error;
pub mod by_hand;
pub mod http_api_problem;
pub mod problem_details;
