//! The macros as a whole, without rustc.

mod any_input;
mod catalog_macro;
mod ui_texts;
