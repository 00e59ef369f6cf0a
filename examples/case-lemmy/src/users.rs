//! Users: how they sign in and register, and what they may do.

use errcode::ApiError;

use crate::{Lemmy, LemmyOrNull, display_is_code};

/// A user cannot sign in.
#[derive(Debug, ApiError)]
#[api(format = Lemmy, rename_all = "snake_case", status = 400)]
pub enum LoginError {
    /// The name or the password is wrong.
    #[api(status = 401, allow(missing_header))] // Lemmy sends no `WWW-Authenticate`.
    IncorrectLogin,
    /// The user has not opened the link in the email yet.
    EmailNotVerified,
    /// A moderator has not decided yet.
    RegistrationApplicationIsPending,
    /// A moderator has decided against the user, perhaps with a reason.
    #[api(format = LemmyOrNull)]
    #[api(example(Self::RegistrationDenied { message: Some("no more places".into()) }))]
    RegistrationDenied {
        /// The reason.
        #[api(public)]
        message: Option<String>,
    },
    /// The request has no session.
    NotLoggedIn,
    /// The session was not made.
    SystemErrLogin,
    /// The user has a second factor, and the request has no token of it.
    MissingTotpToken,
    /// The user has no second factor yet.
    MissingTotpSecret,
    /// The token of the second factor is wrong.
    IncorrectTotpToken,
    /// The secret of the second factor is damaged.
    CouldntParseTotpSecret,
    /// The secret of the second factor was not made.
    CouldntGenerateTotp,
    /// The user has a second factor already.
    TotpAlreadyEnabled,
    /// The identity provider has not authorized the user.
    OauthAuthorizationInvalid,
    /// The identity provider could not be asked.
    OauthLoginFailed,
    /// New users cannot come from this identity provider.
    OauthRegistrationClosed,
    /// The identity provider was not deleted.
    CouldntDeleteOauthProvider,
}

display_is_code!(LoginError);

/// A new user cannot register.
#[derive(Debug, ApiError)]
#[api(format = Lemmy, rename_all = "snake_case", status = 400)]
pub enum RegistrationError {
    /// The site takes no new users.
    RegistrationClosed,
    /// The site asks new users a question.
    RegistrationApplicationAnswerRequired,
    /// A new user needs a name.
    RegistrationUsernameRequired,
    /// The site demands an email address.
    EmailRequired,
    /// Another user has this email address.
    EmailAlreadyExists,
    /// Another user has this name.
    UsernameAlreadyExists,
    /// There is such a user.
    UserAlreadyExists,
    /// The second password differs from the first.
    PasswordsDoNotMatch,
    /// The password has less than 10 or more than 60 characters.
    InvalidPassword,
    /// The answer to the captcha is wrong.
    CaptchaIncorrect,
    /// The captcha has no sound.
    CouldntCreateAudioCaptcha,
    /// A field that people do not see has a value.
    HoneypotFailed,
    /// The pending users were not accepted.
    CouldntSetAllRegistrationsAccepted,
    /// The email addresses were not marked.
    CouldntSetAllEmailVerified,
}

display_is_code!(RegistrationError);

/// A user cannot be changed.
#[derive(Debug, ApiError)]
#[api(format = Lemmy, rename_all = "snake_case", status = 400)]
pub enum UserError {
    /// The user was not changed.
    CouldntUpdateUser,
    /// The name has characters that it may not have.
    InvalidName,
    /// The display name is too long or empty.
    InvalidDisplayName,
    /// The text is no Matrix id.
    InvalidMatrixId,
    /// The biography is too long.
    BioLengthOverflow,
    /// Bots may not do that.
    InvalidBotAction,
    /// Users cannot block themselves.
    CantBlockYourself,
    /// Nobody can block an administrator.
    CantBlockAdmin,
    /// The person is blocked already.
    PersonBlockAlreadyExists,
    /// The person is blocked.
    PersonIsBlocked,
    /// The user is banned.
    Banned,
    /// The site has banned the user.
    SiteBan,
    /// The user has deleted the account.
    Deleted,
    /// The ban would end in the past.
    BanExpirationInPast,
    /// The number is no time.
    InvalidUnixTime,
    /// The site sends no email.
    NoEmailSetup,
    /// The user has no email address.
    MissingAnEmail,
    /// The address of the mail server has no port.
    EmailSmtpServerNeedsAPort,
    /// The email was not sent.
    EmailSendFailed,
    /// The mentions were not changed.
    CouldntUpdatePersonMentions,
}

display_is_code!(UserError);

/// The user may not do that.
#[derive(Debug, ApiError)]
#[api(format = Lemmy, rename_all = "snake_case", status = 400)]
pub enum RoleError {
    /// The user does not moderate the community.
    NotAModerator,
    /// The user is no administrator.
    NotAnAdmin,
    /// The user neither moderates the community nor is an administrator.
    NotAModOrAdmin,
    /// The user is not the first moderator.
    NotTopMod,
    /// The user is not the first administrator.
    NotTopAdmin,
    /// The other moderator is above the user.
    NotHigherMod,
    /// The other administrator is above the user.
    NotHigherAdmin,
    /// The site has no administrator.
    NoAdmins,
    /// The last administrator cannot leave.
    CannotLeaveAdmin,
    /// The site lets nobody else create communities.
    OnlyAdminsCanCreateCommunities,
    /// The community lets nobody else post.
    OnlyModsCanPostInCommunity,
}

display_is_code!(RoleError);
