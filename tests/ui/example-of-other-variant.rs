use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug {0} is taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    #[api(example(Self::Gone { slug: "pdf".into() }))] //~ Gone
    SlugTaken(#[api(public = "slug")] String),
    #[error("{slug} is gone")]
    #[api(status = 410, code = "GONE")]
    #[api(example("one", SkillError::SlugTaken("pdf".into())), example(Self::gone()))] //~ SlugTaken
    Gone {
        #[api(public)]
        slug: String,
    },
}

impl SkillError {
    fn gone() -> Self {
        Self::Gone {
            slug: "pdf".to_owned(),
        }
    }
}

fn main() {
    let _ = SkillError::gone();
}
