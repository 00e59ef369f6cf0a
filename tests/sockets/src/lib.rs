//! Tests over sockets, in `tests/`.
