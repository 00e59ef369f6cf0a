//! FNV-1a over 64 bits, which the derive computes and const evaluation compares.

/// The hash of a text.
pub const fn fnv1a(text: &str) -> u64 {
    extend(0xcbf2_9ce4_8422_2325, text.as_bytes())
}

/// The hash of what `hash` stands for, followed by `bytes`.
pub const fn extend(mut hash: u64, bytes: &[u8]) -> u64 {
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_test_vectors() {
        // From the FNV authors' own list.
        assert_eq!(fnv1a(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_hash_can_be_extended() {
        assert_eq!(extend(fnv1a("foo"), b"bar"), fnv1a("foobar"));
    }
}
