//! The style, the script and the security policy of the pages.

pub(super) const STYLE: &str = include_str!("style.css");
pub(super) const SCRIPT: &str = include_str!("script.js");

/// The `Content-Security-Policy` of the pages. It allows the page's own script and style, and nothing else.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'sha256-upWkRmnlQjVE+AI6UXNXIx09cx6vu6kfDjX6dqWJBTk='; \
     script-src 'sha256-AfUbHGiR7pfTu/ls225mtATd+MA0oQDcAdj6r6BxBNU='; base-uri 'none'; form-action 'none'";
