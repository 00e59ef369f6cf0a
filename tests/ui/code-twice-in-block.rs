// A code that two types of one name use, in two blocks.

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("one")]
#[api(status = 404, code = "SAME")]
struct Local;

type Outer = Local;

fn main() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("two")]
    #[api(status = 409, code = "SAME")]
    struct Local;

    errcode::catalog! {
        static BOTH: Catalog = { title: "Both", types: [Outer, Local] }; //~ Local
    }
}
