//! The four services over a real socket: every code on every page, its status, headers and exact
//! body.

mod accounts;
mod client;
mod hosting;
mod pages;
mod skills;
mod vault;
