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

/// The level of an error's log event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LogLevel {
    /// `error`
    Error = 1,
    /// `warn`
    Warn = 2,
    /// `info`
    Info = 3,
    /// `debug`
    Debug = 4,
    /// There is no event.
    Off = 5,
}

impl LogLevel {
    /// The levels by their names in attributes.
    pub const NAMED: [(&'static str, Self); 5] = [
        ("error", Self::Error),
        ("warn", Self::Warn),
        ("info", Self::Info),
        ("debug", Self::Debug),
        ("off", Self::Off),
    ];
}

/// The flag of an entry whose body depends on fields.
const VARIES: u8 = 4;

/// The flag of an entry after which the same request may succeed.
pub const RETRYABLE: u8 = 8;

/// Where the level begins.
const LEVEL: u32 = 4;

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

/// The flags with the level of the log event.
pub const fn with_level(flags: u8, level: LogLevel) -> u8 {
    flags | (level as u8) << LEVEL
}

/// The level of the log event, if it is stated.
pub const fn level(flags: u8) -> Option<LogLevel> {
    match flags >> LEVEL {
        0 => None,
        1 => Some(LogLevel::Error),
        2 => Some(LogLevel::Warn),
        3 => Some(LogLevel::Info),
        4 => Some(LogLevel::Debug),
        _ => Some(LogLevel::Off),
    }
}

/// Whether the same request may succeed later.
pub const fn is_retryable(flags: u8) -> bool {
    flags & RETRYABLE != 0
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
                assert!(!is_retryable(flags) && is_retryable(flags | RETRYABLE));
                assert_eq!(level(flags), None);
                for (_, stated) in LogLevel::NAMED {
                    let flags = with_level(flags | RETRYABLE, stated);
                    assert_eq!(level(flags), Some(stated));
                    assert_eq!(message_source(flags), source);
                    assert!(varies(flags) == depends && is_retryable(flags));
                }
            }
        }
    }
}
