use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format(flat), crate(errcode))] //~ format(flat) //~ crate(errcode)
enum SkillError {
    #[error("slug taken")]
    #[api(status(404), code("TAKEN"), title("Gone"))] //~ status(404) //~ code("TAKEN") //~ title("Gone")
    SlugTaken,
    #[error("slug hidden")]
    #[api(hide_as(SlugTaken))] //~ hide_as(SlugTaken)
    SlugHidden,
}

fn main() {}
