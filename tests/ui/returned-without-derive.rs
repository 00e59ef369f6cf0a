use errcode::BoxApiError;

#[derive(Debug, thiserror::Error)]
#[error("slug taken")]
struct SlugTaken;

fn publish() -> Result<(), BoxApiError> {
    Err(SlugTaken)? //~ ?
}

fn main() {}
