#[derive(Debug, thiserror::Error)]
#[error("taken")]
struct Taken;

errcode::impl_response!(Taken); //~ Taken

fn main() {}
