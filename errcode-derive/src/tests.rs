//! The macros as a whole, without rustc.

mod any_input;
mod catalog_macro;
mod slips;
mod ui_texts;
