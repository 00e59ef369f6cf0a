//! The values that the attributes of one item give: their shapes, without their meaning.

use proc_macro2::Ident;
use syn::{ExprPath, LitStr, Path};

use super::item::Item;
use super::shape::{
    CodeValue, ExampleValue, FormatValue, HeaderValue, List, MessageValue, Parse, StatusValue,
};
use crate::diagnostics::{Mistake, Result};
use crate::tokens::{Trees, source};

/// A value with the key it was given by.
#[derive(Clone)]
pub(crate) struct Keyed<T> {
    pub(crate) key: Ident,
    pub(crate) value: T,
    tokens: Trees,
}

#[derive(Default)]
pub(crate) struct Attrs {
    pub(crate) format: Option<Keyed<FormatValue>>,
    pub(crate) group: Option<Keyed<LitStr>>,
    pub(crate) rename_all: Option<Keyed<LitStr>>,
    pub(crate) rename_all_fields: Option<Keyed<LitStr>>,
    pub(crate) prefix: Option<Keyed<LitStr>>,
    pub(crate) challenge: Option<Keyed<LitStr>>,
    pub(crate) deny: Option<Keyed<Vec<Trees>>>,
    pub(crate) respond: Option<Keyed<bool>>,
    pub(crate) krate: Option<Keyed<Path>>,
    pub(crate) status: Option<Keyed<StatusValue>>,
    pub(crate) code: Option<Keyed<CodeValue>>,
    pub(crate) message: Option<Keyed<MessageValue>>,
    pub(crate) expose: Option<Keyed<()>>,
    pub(crate) title: Option<Keyed<LitStr>>,
    pub(crate) type_uri: Option<Keyed<LitStr>>,
    pub(crate) category: Option<Keyed<LitStr>>,
    pub(crate) headers: Vec<Keyed<HeaderValue>>,
    pub(crate) examples: Vec<Keyed<ExampleValue>>,
    pub(crate) hide_as: Option<Keyed<Ident>>,
    pub(crate) transparent: Option<Keyed<()>>,
    pub(crate) retryable: Option<Keyed<()>>,
    pub(crate) log: Option<Keyed<LitStr>>,
    pub(crate) log_target: Option<Keyed<LitStr>>,
    pub(crate) grpc: Option<Keyed<LitStr>>,
    pub(crate) allow: Vec<Keyed<Vec<Trees>>>,
    pub(crate) public: Option<Keyed<Option<LitStr>>>,
    pub(crate) flatten: Option<Keyed<Option<LitStr>>>,
    pub(crate) header_field: Option<Keyed<LitStr>>,
    pub(crate) header_map: Option<Keyed<()>>,
    pub(crate) log_field: Option<Keyed<()>>,
    pub(crate) with: Option<Keyed<ExprPath>>,
    pub(crate) status_field: Option<Keyed<Option<ExprPath>>>,
    pub(crate) catalog_title: Option<Keyed<Trees>>,
    pub(crate) types: Option<Keyed<List>>,
    pub(crate) after: Option<Keyed<Trees>>,
    pub(crate) catalog_allow: Option<Keyed<List>>,
    /// The keys that are given in the right way, in order.
    pub(crate) given: Vec<Ident>,
    /// The keys that are given in a wrong way, so that none of them is missing as well.
    rejected: Vec<&'static str>,
    /// Something can't be read, so that any key may have been meant.
    unreadable: bool,
}

impl Attrs {
    pub(super) fn reject(&mut self, key: Option<&'static str>) {
        self.rejected.extend(key);
        self.unreadable |= key.is_none();
    }

    /// Whether something in the attributes is wrong, which has been reported.
    pub(crate) fn is_wrong(&self) -> bool {
        self.unreadable || !self.rejected.is_empty()
    }

    /// Whether this very key is given in a wrong way.
    pub(crate) fn rejects(&self, key: &str) -> bool {
        self.rejected.contains(&key)
    }

    /// Whether what is wrong in the attributes may have been meant as `key`.
    pub(crate) fn may_mean(&self, key: &str) -> bool {
        self.unreadable || self.rejects(key)
    }
}

/// Where the value of a key goes.
pub(crate) trait Slot {
    fn set(&mut self, item: &Item) -> Result<()>;
}

impl<T: Parse> Slot for Option<Keyed<T>> {
    fn set(&mut self, item: &Item) -> Result<()> {
        if let Some(first) = self {
            let first = source(&first.tokens);
            let message = format!("duplicate `{}`: there is `{first}` already", item.key);
            return Err(Mistake::new(&item.key, message).with_help("remove one of them"));
        }
        *self = Some(keyed(item)?);
        Ok(())
    }
}

/// A key that may be repeated.
impl<T: Parse> Slot for Vec<Keyed<T>> {
    fn set(&mut self, item: &Item) -> Result<()> {
        self.push(keyed(item)?);
        Ok(())
    }
}

fn keyed<T: Parse>(item: &Item) -> Result<Keyed<T>> {
    Ok(Keyed {
        key: item.key.clone(),
        value: T::parse(item)?,
        tokens: item.tokens.clone(),
    })
}
