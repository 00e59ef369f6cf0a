//! Tokens to attributes: what stands in `#[api(...)]` and in `catalog!`, without its meaning.

mod attributes;
mod attrs;
pub(crate) mod catalog_macro;
pub(crate) mod item;
pub(crate) mod items;
pub(crate) mod keys;
pub(crate) mod shape;

pub(crate) use self::attributes::attributes;
pub(crate) use self::attrs::{Attrs, Keyed};
