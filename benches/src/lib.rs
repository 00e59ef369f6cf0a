//! What is measured, in the table and under load.

pub mod contenders;
