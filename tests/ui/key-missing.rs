use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(409, "SLUG_TAKEN", "The slug is taken.")] //~ 409 //~ "SLUG_TAKEN" //~ "The slug is taken."
    SlugTaken,
    #[error("name taken")]
    #[api(status = 409, "NAME_TAKEN")] //~ "NAME_TAKEN"
    NameTaken {
        #[api("name")] //~ "name"
        name: String,
    },
}

fn main() {}
