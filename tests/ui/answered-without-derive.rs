#[derive(Debug, thiserror::Error)]
#[error("slug taken")]
struct SlugTaken;

fn answer(error: &SlugTaken) {
    errcode::to_response(error); //~ error
}

fn main() {}
