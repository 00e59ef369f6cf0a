use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(allow(non_error_status, reserved_member))] //~ non_error_status //~ reserved_member
enum SkillError {
    #[error("taken")]
    #[api(status = 409, code = "TAKEN", allow(missing_header, code_style))] //~ missing_header //~ code_style
    Taken {
        #[api(public)]
        slug: String,
    },
}

fn main() {}
