use errcode::ApiError;

const CONFLICT: u16 = 409;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = problem(code = false))]
enum SkillError {
    #[error("slug taken")]
    #[api(status = CONFLICT, code = "SLUG_TAKEN")]
    SlugTaken,
    #[error("name taken")]
    #[api(status = 409, code = "NAME_TAKEN")] //~ "NAME_TAKEN"
    NameTaken,
    #[error("alias taken")]
    #[api(status = 409, code = "ALIAS_TAKEN", type = "/alias-taken")]
    AliasTaken,
    #[error("mail taken")]
    #[api(status = 409, code = "MAIL_TAKEN", allow(duplicate_code))]
    MailTaken,
}

fn main() {}
