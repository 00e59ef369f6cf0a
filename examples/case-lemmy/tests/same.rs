//! Each response of Lemmy beside the response that errcode makes: status, headers and body.

use std::collections::BTreeSet;

use case_lemmy::LEMMY;
use case_lemmy::content::{CommentError, CommunityError, PostError};
use case_lemmy::site::{FederationError, GeneralError, ImageError, SiteError};
use case_lemmy::users::{LoginError, RegistrationError, RoleError, UserError};
use errcode::testing::Received;
use errcode::{ApiError, Catalog};

/// The lines of the table: status and body.
fn old() -> impl Iterator<Item = (u16, &'static str)> {
    let lines = include_str!("old.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let (status, body) = line.split_once(' ').unwrap();
        (status.parse().unwrap(), body)
    })
}

fn reason() -> String {
    "reason".to_owned()
}

/// A list of values of any types, as errors.
macro_rules! errors {
    ($($error:expr,)*) => { vec![$(Box::new($error) as Box<dyn ApiError>),*] };
}

fn users() -> Vec<Box<dyn ApiError>> {
    errors![
        LoginError::IncorrectLogin,
        LoginError::EmailNotVerified,
        LoginError::RegistrationApplicationIsPending,
        LoginError::RegistrationDenied { message: None },
        LoginError::RegistrationDenied {
            message: Some(reason())
        },
        LoginError::NotLoggedIn,
        LoginError::SystemErrLogin,
        LoginError::MissingTotpToken,
        LoginError::MissingTotpSecret,
        LoginError::IncorrectTotpToken,
        LoginError::CouldntParseTotpSecret,
        LoginError::CouldntGenerateTotp,
        LoginError::TotpAlreadyEnabled,
        LoginError::OauthAuthorizationInvalid,
        LoginError::OauthLoginFailed,
        LoginError::OauthRegistrationClosed,
        LoginError::CouldntDeleteOauthProvider,
        RegistrationError::RegistrationClosed,
        RegistrationError::RegistrationApplicationAnswerRequired,
        RegistrationError::RegistrationUsernameRequired,
        RegistrationError::EmailRequired,
        RegistrationError::EmailAlreadyExists,
        RegistrationError::UsernameAlreadyExists,
        RegistrationError::UserAlreadyExists,
        RegistrationError::PasswordsDoNotMatch,
        RegistrationError::InvalidPassword,
        RegistrationError::CaptchaIncorrect,
        RegistrationError::CouldntCreateAudioCaptcha,
        RegistrationError::HoneypotFailed,
        RegistrationError::CouldntSetAllRegistrationsAccepted,
        RegistrationError::CouldntSetAllEmailVerified,
        UserError::CouldntUpdateUser,
        UserError::InvalidName,
        UserError::InvalidDisplayName,
        UserError::InvalidMatrixId,
        UserError::BioLengthOverflow,
        UserError::InvalidBotAction,
        UserError::CantBlockYourself,
        UserError::CantBlockAdmin,
        UserError::PersonBlockAlreadyExists,
        UserError::PersonIsBlocked,
        UserError::Banned,
        UserError::SiteBan,
        UserError::Deleted,
        UserError::BanExpirationInPast,
        UserError::InvalidUnixTime,
        UserError::NoEmailSetup,
        UserError::MissingAnEmail,
        UserError::EmailSmtpServerNeedsAPort,
        UserError::EmailSendFailed,
        UserError::CouldntUpdatePersonMentions,
        RoleError::NotAModerator,
        RoleError::NotAnAdmin,
        RoleError::NotAModOrAdmin,
        RoleError::NotTopMod,
        RoleError::NotTopAdmin,
        RoleError::NotHigherMod,
        RoleError::NotHigherAdmin,
        RoleError::NoAdmins,
        RoleError::CannotLeaveAdmin,
        RoleError::OnlyAdminsCanCreateCommunities,
        RoleError::OnlyModsCanPostInCommunity,
    ]
}

fn content() -> Vec<Box<dyn ApiError>> {
    errors![
        CommunityError::CommunityAlreadyExists,
        CommunityError::CouldntUpdateCommunity,
        CommunityError::CouldntUpdateCommunityHiddenStatus,
        CommunityError::CommunityModeratorAlreadyExists,
        CommunityError::CommunityUserAlreadyBanned,
        CommunityError::CommunityBlockAlreadyExists,
        CommunityError::CommunityFollowerAlreadyExists,
        CommunityError::CommunityIsBlocked,
        CommunityError::CommunityHasNoFollowers,
        CommunityError::BannedFromCommunity,
        CommunityError::PersonIsBannedFromCommunity,
        CommunityError::LanguageNotAllowed,
        CommunityError::DownvotesAreDisabled,
        PostError::CouldntCreatePost,
        PostError::CouldntUpdatePost,
        PostError::NoPostEditAllowed,
        PostError::CouldntLikePost,
        PostError::CouldntSavePost,
        PostError::CouldntMarkPostAsRead,
        PostError::CouldntHidePost,
        PostError::CouldntGetPosts,
        PostError::InvalidPostTitle,
        PostError::PostTitleTooLong,
        PostError::NewPostCannotBeLocked,
        PostError::Locked,
        PostError::BlockedUrl,
        PostError::InvalidUrl,
        PostError::InvalidUrlScheme,
        PostError::UrlLengthOverflow,
        PostError::AltTextLengthOverflow,
        PostError::CouldntSendWebmention,
        PostError::NoLinesInHtml,
        PostError::SiteMetadataPageIsNotDoctypeHtml,
        CommentError::CouldntCreateComment,
        CommentError::CouldntUpdateComment,
        CommentError::NoCommentEditAllowed,
        CommentError::MaxCommentDepthReached,
        CommentError::CouldntLikeComment,
        CommentError::CouldntSaveComment,
        CommentError::CouldntGetComments,
        CommentError::CouldntUpdateReplies,
        CommentError::InvalidBodyField,
        CommentError::Slurs,
        CommentError::ReportReasonRequired,
        CommentError::ReportTooLong,
        CommentError::CouldntCreateReport,
        CommentError::CouldntResolveReport,
        CommentError::CouldntCreatePrivateMessage,
        CommentError::CouldntUpdatePrivateMessage,
        CommentError::CouldntUpdatePrivate,
        CommentError::EditPrivateMessageNotAllowed,
    ]
}

fn site() -> Vec<Box<dyn ApiError>> {
    errors![
        SiteError::SiteAlreadyExists,
        SiteError::LocalSiteNotSetup,
        SiteError::SiteNameRequired,
        SiteError::SiteNameLengthOverflow,
        SiteError::SiteDescriptionLengthOverflow,
        SiteError::ApplicationQuestionRequired,
        SiteError::InvalidDefaultPostListingType,
        SiteError::CantEnablePrivateInstanceAndFederationTogether,
        SiteError::InstanceIsPrivate,
        SiteError::PermissiveRegex,
        SiteError::InvalidRegex,
        SiteError::CantDeleteSite,
        ImageError::PictrsResponseError { message: reason() },
        ImageError::PictrsPurgeResponseError { message: reason() },
        ImageError::PictrsCachingDisabled,
        ImageError::PictrsApiKeyNotProvided,
        ImageError::ImageUrlMissingPathSegments,
        ImageError::ImageUrlMissingLastPathSegment,
        ImageError::NoContentTypeHeader,
        ImageError::NotAnImageType,
        FederationError::FederationDisabled,
        FederationError::FederationDisabledByStrictAllowList,
        FederationError::FederationForbiddenByStrictAllowList,
        FederationError::DomainBlocked { message: reason() },
        FederationError::DomainNotInAllowList { message: reason() },
        FederationError::InstanceIsBlocked,
        FederationError::InstanceBlockAlreadyExists,
        FederationError::CantBlockLocalInstance,
        FederationError::PersonIsBannedFromSite { message: reason() },
        FederationError::ObjectIsNotPublic,
        FederationError::ObjectNotLocal,
        FederationError::InvalidCommunity,
        FederationError::CannotCreatePostOrCommentInDeletedOrRemovedCommunity,
        FederationError::CannotReceivePage,
        FederationError::OnlyLocalAdminCanRemoveCommunity,
        FederationError::OnlyLocalAdminCanRestoreCommunity,
        FederationError::PostIsLocked,
        FederationError::InvalidVoteValue,
        FederationError::PageDoesNotSpecifyCreator,
        FederationError::InboxTimeout,
        FederationError::UrlWithoutDomain,
        GeneralError::NotFound,
        GeneralError::NoIdGiven,
        GeneralError::InvalidQuery,
        GeneralError::ContradictingFilters,
        GeneralError::TooManyItems,
        GeneralError::RateLimitError,
        GeneralError::Unknown { message: reason() },
    ]
}

#[test]
fn every_response_is_the_old_one() {
    let new: Vec<_> = users().into_iter().chain(content()).chain(site()).collect();
    assert_eq!(new.len(), old().count());
    for ((status, body), error) in old().zip(&new) {
        let old = Received::new(status, [("content-type", "application/json")], body);
        assert_eq!(old, errcode::to_response(&&**error).into());
    }
}

#[test]
fn the_catalog_has_the_old_codes_and_no_other() {
    let codes = old().map(|(_, body)| body.split('"').nth(3).unwrap());
    let old: BTreeSet<&str> = codes.collect();
    let entries = LEMMY.groups().into_iter().flat_map(Catalog::entries);
    let new: BTreeSet<&str> = entries
        .map(|variant| variant.entry().code().as_str())
        .collect();
    assert_eq!(new, old);
}

#[test]
fn the_documents_are_current() {
    let page = errcode::docs::markdown(&LEMMY, &errcode::docs::markdown::Options::default());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/errors.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/docs")).unwrap();
        std::fs::write(path, &page).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(committed == page, "run the test with UPDATE=1");
}
