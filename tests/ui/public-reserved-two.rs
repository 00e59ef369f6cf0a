use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("{title} is taken")]
    #[api(status = 409, code = "TITLE_TAKEN")]
    TitleTaken {
        #[api(public)]
        title: String, //~ title
        #[api(public)]
        status: String, //~ status
    },
    #[error("{title} is reserved")]
    #[api(status = 409, code = "TITLE_RESERVED")]
    TitleReserved {
        #[api(public)]
        title: String, //~ title
    },
}

fn main() {}
