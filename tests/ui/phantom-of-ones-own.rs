use errcode::ApiError;

mod secret {
    #[derive(Debug)]
    pub struct PhantomData(pub String);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0:?}")]
#[api(status = 409, code = "TAKEN")]
struct Taken(secret::PhantomData); //~ secret::PhantomData

fn main() {}
