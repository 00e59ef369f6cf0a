//! Communities, posts, comments and messages.

use errcode::ApiError;

use crate::{Lemmy, display_is_code};

/// A community cannot be used or changed.
#[derive(Debug, ApiError)]
#[api(format = Lemmy, rename_all = "snake_case", status = 400)]
pub enum CommunityError {
    /// There is a community of this name.
    CommunityAlreadyExists,
    /// The community was not changed.
    CouldntUpdateCommunity,
    /// The community was neither hidden nor shown.
    CouldntUpdateCommunityHiddenStatus,
    /// The user moderates the community already.
    CommunityModeratorAlreadyExists,
    /// The user is banned already.
    CommunityUserAlreadyBanned,
    /// The community is blocked already.
    CommunityBlockAlreadyExists,
    /// The user follows the community already.
    CommunityFollowerAlreadyExists,
    /// The community is blocked.
    CommunityIsBlocked,
    /// Nobody on the site follows the community.
    CommunityHasNoFollowers,
    /// The user is banned from the community.
    BannedFromCommunity,
    /// The person is banned from the community.
    PersonIsBannedFromCommunity,
    /// The community does not use the language.
    LanguageNotAllowed,
    /// The site has no votes against.
    DownvotesAreDisabled,
}

display_is_code!(CommunityError);

/// A post cannot be used or changed.
#[derive(Debug, ApiError)]
#[api(format = Lemmy, rename_all = "snake_case", status = 400)]
pub enum PostError {
    /// The post was not made.
    CouldntCreatePost,
    /// The post was not changed.
    CouldntUpdatePost,
    /// The post is another user's.
    NoPostEditAllowed,
    /// The vote was not counted.
    CouldntLikePost,
    /// The post was not saved.
    CouldntSavePost,
    /// The post was not marked.
    CouldntMarkPostAsRead,
    /// The post was not hidden.
    CouldntHidePost,
    /// The posts were not read.
    CouldntGetPosts,
    /// The title has characters that it may not have.
    InvalidPostTitle,
    /// The title is too long.
    PostTitleTooLong,
    /// A new post is open.
    NewPostCannotBeLocked,
    /// The post takes no comments.
    Locked,
    /// The site does not link to this place.
    BlockedUrl,
    /// The text is no URL.
    InvalidUrl,
    /// The scheme of the URL is not allowed.
    InvalidUrlScheme,
    /// The URL is too long.
    UrlLengthOverflow,
    /// The text of the image is too long.
    AltTextLengthOverflow,
    /// The linked page was not told.
    CouldntSendWebmention,
    /// The linked page is empty.
    NoLinesInHtml,
    /// The linked page is not HTML.
    SiteMetadataPageIsNotDoctypeHtml,
}

display_is_code!(PostError);

/// A comment, a report or a message cannot be used or changed.
#[derive(Debug, ApiError)]
#[api(format = Lemmy, rename_all = "snake_case", status = 400)]
pub enum CommentError {
    /// The comment was not made.
    CouldntCreateComment,
    /// The comment was not changed.
    CouldntUpdateComment,
    /// The comment is another user's.
    NoCommentEditAllowed,
    /// No more answers are possible below the comment.
    MaxCommentDepthReached,
    /// The vote was not counted.
    CouldntLikeComment,
    /// The comment was not saved.
    CouldntSaveComment,
    /// The comments were not read.
    CouldntGetComments,
    /// The answers were not marked.
    CouldntUpdateReplies,
    /// The text is too long.
    InvalidBodyField,
    /// The text has a word that the site does not allow.
    Slurs,
    /// A report needs a reason.
    ReportReasonRequired,
    /// The reason of the report is too long.
    ReportTooLong,
    /// The report was not made.
    CouldntCreateReport,
    /// The report was not closed.
    CouldntResolveReport,
    /// The message was not sent.
    CouldntCreatePrivateMessage,
    /// The message was not changed.
    CouldntUpdatePrivateMessage,
    /// The messages were not marked.
    CouldntUpdatePrivate,
    /// The message is another user's.
    EditPrivateMessageNotAllowed,
}

display_is_code!(CommentError);
