//! Fields that are public, headers, statuses, flattened, or named in a message.

use alloc::collections::BTreeMap;

use errcode::ApiError;

/// Fields.
#[derive(Debug, ApiError)]
#[api(format = problem, deny(undocumented))]
#[non_exhaustive]
pub enum Fields {
    /// All kinds of marks.
    #[non_exhaustive]
    #[api(
        status = 422,
        code = "MARKED",
        message = "{slug} of {width:>width$} {list:?}"
    )]
    #[api(example("one", Self::Marked { slug: "a".into(), width: 1, wait: None, map: BTreeMap::new(), list: Vec::new() }))]
    Marked {
        /// A string.
        #[api(public)]
        slug: Box<str>,
        /// A width.
        #[api(public = "w")]
        width: usize,
        /// Seconds.
        #[api(header = "Retry-After")]
        wait: Option<u64>,
        /// A map.
        #[api(flatten = "more")]
        map: BTreeMap<&'static str, u8>,
        /// A list.
        list: Vec<u8>,
    },
    /// Run time.
    #[api(status = 502, code = "RUN_TIME")]
    RunTime(#[api(status)] u16),
    /// Unit.
    #[api(status = 400, code = "UNIT")]
    Unit,
}
