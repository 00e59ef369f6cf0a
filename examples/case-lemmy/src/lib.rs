//! The errors of Lemmy, written with errcode from the public description of its API. No code of Lemmy is in here.
//! `tests/old.txt` holds its responses, and a test compares each with that of errcode.

pub mod content;
mod format;
pub mod site;
pub mod users;

use errcode::ApiError;

use crate::content::{CommentError, CommunityError, PostError};
use crate::site::{FederationError, GeneralError, ImageError, SiteError};
use crate::users::{LoginError, RegistrationError, RoleError, UserError};

pub use format::{Lemmy, LemmyOrNull};

/// What a handler returns: any error of the API, by `?`.
#[derive(Debug, thiserror::Error, ApiError)]
#[error(transparent)]
#[api(format = Lemmy, transparent)]
pub enum LemmyError {
    /// A user cannot sign in.
    // One of its variants has another format than this type.
    #[api(format = inner)]
    Login(#[from] LoginError),
    /// A new user cannot register.
    Registration(#[from] RegistrationError),
    /// A user cannot be changed.
    User(#[from] UserError),
    /// The user may not do that.
    Role(#[from] RoleError),
    /// A community cannot be used or changed.
    Community(#[from] CommunityError),
    /// A post cannot be used or changed.
    Post(#[from] PostError),
    /// A comment, a report or a message cannot be used or changed.
    Comment(#[from] CommentError),
    /// The site cannot be set up or changed.
    Site(#[from] SiteError),
    /// An image cannot be stored or shown.
    Image(#[from] ImageError),
    /// Another site cannot be talked to.
    Federation(#[from] FederationError),
    /// It can happen with every request.
    General(#[from] GeneralError),
}

errcode::catalog! {
    /// An error has a code, and sometimes a reason. Clients translate the code.
    pub static LEMMY: Catalog = {
        title: "Lemmy errors",
        types: [LemmyError],
    };
}

/// Implements `Display` as the code, and `Error`: these errors have no other text.
macro_rules! display_is_code {
    ($error:ty) => {
        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(errcode::ApiErrorExt::code(self).as_str())
            }
        }

        impl std::error::Error for $error {}
    };
}
use display_is_code;
