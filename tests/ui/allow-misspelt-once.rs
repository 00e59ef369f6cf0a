use errcode::ApiError;

// What a misspelt name was to switch off is no second error.
#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("fine")]
    #[api(status = 200, code = "FINE", allow(non_eror_status))] //~ non_eror_status
    Fine,
    #[error("no token")]
    #[api(status = 401, code = "NO_TOKEN", allow(mising_header))] //~ mising_header
    NoToken,
    #[error("taken")]
    #[api(status = 409, code = "FINE", allow(duplicate_codes))] //~ duplicate_codes
    Taken,
    #[error("bad")]
    #[api(status = 400, code = "BAD", allow(reserved_members))] //~ reserved_members
    Bad {
        #[api(public)]
        title: u8,
    },
}

fn main() {}
