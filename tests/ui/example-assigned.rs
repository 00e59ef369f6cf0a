use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("{id} is taken")]
    #[api(status = 409, code = "TAKEN")]
    #[api(example(id = 3))] //~ id = 3
    Taken {
        #[api(public)]
        id: u64,
    },
}

fn main() {}
