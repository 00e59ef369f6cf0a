//! What derived code checks in const evaluation, because the macro can't see the values.

/// A status that is given by a constant.
#[track_caller]
pub const fn error_status(status: u16) {
    assert!(
        status >= 400 && status <= 599,
        "the status of an error is in 400..=599\n  help: use another constant, or write `allow(non_error_status)`"
    );
}

/// A status that may be anything that HTTP knows.
#[track_caller]
pub const fn any_status(status: u16) {
    assert!(
        status >= 100 && status <= 599,
        "an HTTP status is in 100..=599"
    );
}

/// A field that is not public, under a status given by a constant: in a 4xx, `Display` would show it.
#[track_caller]
pub const fn private_field(status: u16) {
    assert!(
        status < 400 || status > 499,
        "this status is a 4xx, whose client reads `Display`, and this field is not marked\n  help: mark it `#[api(public)]`, or give the variant a `message`, or write `expose`"
    );
}

/// A status given by a constant, on a variant without headers that the status may demand.
#[track_caller]
pub const fn header(status: u16, demanding: u16) {
    assert!(
        status != demanding,
        "RFC 9110 makes a header mandatory for this status (401 `WWW-Authenticate`, 405 `Allow`, 407 `Proxy-Authenticate`, 426 `Upgrade`)\n  help: add `header(\"...\" = \"...\")` or a field `#[api(header = \"...\")]`, or write `allow(missing_header)`"
    );
}

/// A public field whose name the format writes itself.
#[track_caller]
pub const fn member(reserved: &[&str], name: &str) {
    let mut at = 0;
    while at < reserved.len() {
        assert!(
            !same(reserved[at], name),
            "the format of this type writes a member of this name itself\n  help: rename it, `#[api(public = \"...\")]`, or write `allow(reserved_member)`"
        );
        at += 1;
    }
}

/// Whether two texts are equal, in const evaluation.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}
