use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(group crate = "G")] //~ crate
enum SkillError {
    #[error("taken")]
    #[api(status status = 409, code = "TAKEN")] //~ status
    Taken {
        #[api(public public)] //~ public
        slug: String,
    },
    #[error("gone")]
    #[api(status = 410, code = "GONE", title title: "x")] //~ title
    Gone,
    #[error("lost")]
    #[api(status = 404 404, code = "LOST")] //~ 404
    Lost,
    #[error("full")]
    #[api(status = 507, code = "FULL" "DISK")] //~ "DISK"
    Full,
}

fn main() {}
