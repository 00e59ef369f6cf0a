//! The site, its images, and other sites.

use errcode::ApiError;

use crate::{Lemmy, display_is_code};

/// The site cannot be set up or changed.
#[derive(Debug, ApiError)]
#[api(format = Lemmy, rename_all = "snake_case", status = 400)]
pub enum SiteError {
    /// The site is set up already.
    SiteAlreadyExists,
    /// The site is not set up yet.
    LocalSiteNotSetup,
    /// The site needs a name.
    SiteNameRequired,
    /// The name is too long.
    SiteNameLengthOverflow,
    /// The description is too long.
    SiteDescriptionLengthOverflow,
    /// A site that approves its users needs a question for them.
    ApplicationQuestionRequired,
    /// The site cannot show posts in this order.
    InvalidDefaultPostListingType,
    /// A private site talks to no other.
    CantEnablePrivateInstanceAndFederationTogether,
    /// The site is private.
    InstanceIsPrivate,
    /// The expression matches nearly everything.
    PermissiveRegex,
    /// The text is no regular expression.
    InvalidRegex,
    /// The site cannot be deleted.
    CantDeleteSite,
}

display_is_code!(SiteError);

/// An image cannot be stored or shown.
#[derive(Debug, ApiError)]
#[api(format = Lemmy, rename_all = "snake_case", status = 400)]
pub enum ImageError {
    /// The image server refused the image.
    #[api(example(Self::PictrsResponseError { message: "unsupported format".into() }))]
    PictrsResponseError {
        /// The reason.
        #[api(public)]
        message: String,
    },
    /// The image server did not delete the image.
    #[api(example(Self::PictrsPurgeResponseError { message: "no such file".into() }))]
    PictrsPurgeResponseError {
        /// The reason.
        #[api(public)]
        message: String,
    },
    /// The site stores no images of other sites.
    PictrsCachingDisabled,
    /// The site has no key for the image server.
    PictrsApiKeyNotProvided,
    /// The URL of the image has no path.
    ImageUrlMissingPathSegments,
    /// The URL of the image has no name.
    ImageUrlMissingLastPathSegment,
    /// The image has no media type.
    NoContentTypeHeader,
    /// The media type is none of an image.
    NotAnImageType,
}

display_is_code!(ImageError);

/// Another site cannot be talked to.
#[derive(Debug, ApiError)]
#[api(format = Lemmy, rename_all = "snake_case", status = 400)]
pub enum FederationError {
    /// The site talks to no other.
    FederationDisabled,
    /// The site talks to listed sites only.
    FederationDisabledByStrictAllowList,
    /// The other site is not listed.
    FederationForbiddenByStrictAllowList,
    /// The other site is blocked.
    #[api(example(Self::DomainBlocked { message: "forum.example".into() }))]
    DomainBlocked {
        /// The reason.
        #[api(public)]
        message: String,
    },
    /// The other site is not listed.
    #[api(example(Self::DomainNotInAllowList { message: "forum.example".into() }))]
    DomainNotInAllowList {
        /// The reason.
        #[api(public)]
        message: String,
    },
    /// The other site is blocked.
    InstanceIsBlocked,
    /// The other site is blocked already.
    InstanceBlockAlreadyExists,
    /// The site cannot block itself.
    CantBlockLocalInstance,
    /// The person is banned from the other site.
    #[api(example(Self::PersonIsBannedFromSite { message: "https://forum.example/u/eve".into() }))]
    PersonIsBannedFromSite {
        /// The reason.
        #[api(public)]
        message: String,
    },
    /// The object is not for everybody.
    ObjectIsNotPublic,
    /// The object belongs to another site.
    ObjectNotLocal,
    /// The object belongs to another community.
    InvalidCommunity,
    /// The community is gone.
    CannotCreatePostOrCommentInDeletedOrRemovedCommunity,
    /// The page comes from a site that may not send it.
    CannotReceivePage,
    /// Administrators of other sites cannot remove a community.
    OnlyLocalAdminCanRemoveCommunity,
    /// Administrators of other sites cannot restore a community.
    OnlyLocalAdminCanRestoreCommunity,
    /// The post takes no comments.
    PostIsLocked,
    /// A vote is 1 or -1.
    InvalidVoteValue,
    /// The page has no author.
    PageDoesNotSpecifyCreator,
    /// The other site takes too long.
    InboxTimeout,
    /// The URL of the object has no host.
    UrlWithoutDomain,
}

display_is_code!(FederationError);

/// It can happen with every request.
#[derive(Debug, ApiError)]
#[api(format = Lemmy, rename_all = "snake_case", status = 400)]
pub enum GeneralError {
    /// There is no such thing.
    #[api(status = 404)]
    NotFound,
    /// The request does not say which thing it means.
    NoIdGiven,
    /// The query has no meaning.
    InvalidQuery,
    /// The filters of the request exclude each other.
    ContradictingFilters,
    /// A list of the request is too long.
    TooManyItems,
    /// The client has sent too many requests.
    RateLimitError,
    /// Something unknown happened.
    #[api(example(Self::Unknown { message: "connection refused".into() }))]
    Unknown {
        /// The reason.
        #[api(public)]
        message: String,
    },
}

display_is_code!(GeneralError);
