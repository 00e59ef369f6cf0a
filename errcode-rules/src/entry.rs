//! How the flags of an entry are written in the table of a derived type.

/// Where the client's message comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageSource {
    /// `Display` for a 4xx status, otherwise the reason phrase.
    ByStatus = 0,
    /// Always the same text.
    Fixed = 1,
    /// The reason phrase of the status that is sent.
    ReasonPhrase = 2,
    /// What the error writes itself, by default its `Display`.
    Written = 3,
}

/// The flag of an entry whose body depends on fields.
const VARIES: u8 = 4;

/// The flags of an entry.
///
/// ```
/// use errcode_rules::entry::{MessageSource, flags, message_source, varies};
///
/// let flags = flags(MessageSource::Fixed, true);
/// assert_eq!(message_source(flags), MessageSource::Fixed);
/// assert!(varies(flags));
/// ```
pub const fn flags(source: MessageSource, varies: bool) -> u8 {
    source as u8 + if varies { VARIES } else { 0 }
}

/// Where the message of an entry with these flags comes from.
pub const fn message_source(flags: u8) -> MessageSource {
    match flags & 3 {
        0 => MessageSource::ByStatus,
        1 => MessageSource::Fixed,
        2 => MessageSource::ReasonPhrase,
        _ => MessageSource::Written,
    }
}

/// Whether the body of an entry with these flags depends on fields.
pub const fn varies(flags: u8) -> bool {
    flags & VARIES != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_read_as_they_were_written() {
        for source in [
            MessageSource::ByStatus,
            MessageSource::Fixed,
            MessageSource::ReasonPhrase,
            MessageSource::Written,
        ] {
            for depends in [false, true] {
                let flags = flags(source, depends);
                assert_eq!(message_source(flags), source);
                assert_eq!(varies(flags), depends);
            }
        }
    }
}
