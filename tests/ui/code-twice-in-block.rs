// A code that two types of one name use, in two blocks.

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("one")]
#[api(status = 404, code = "SAME")]
struct Local;

type Outer = Local;

const _: () = {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("two")]
    #[api(status = 409, code = "SAME")]
    struct Local;

    #[derive(Debug, thiserror::Error, ApiError)]
    enum Both {
        #[error(transparent)]
        #[api(transparent)]
        Outer(Outer),
        #[error(transparent)]
        #[api(transparent)]
        Local(Local), //~ Local
    }
};

fn main() {}
