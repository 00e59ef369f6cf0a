//! The error bodies of the skills service as an independent generator writes them.

/// One type for each status, in which `code` is an enum.
pub mod merged {
    include!(concat!(env!("OUT_DIR"), "/merged.rs"));
}

/// One type for each error, and an enum of them for each status.
pub mod alternatives {
    include!(concat!(env!("OUT_DIR"), "/alternatives.rs"));
}
