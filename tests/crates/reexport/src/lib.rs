//! A framework of somebody's own, which hands errcode on.

/// What services of this framework derive.
pub mod prelude {
    pub use errcode;
}
