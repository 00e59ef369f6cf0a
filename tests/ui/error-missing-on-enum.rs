use errcode::ApiError;

#[derive(Debug, ApiError)]
enum SkillError { //~ SkillError
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken {
        #[api(public)]
        slug: String,
    },
    #[api(status = 404, code = "NOT_FOUND", message = "no such skill")]
    NotFound,
}

fn main() {}
