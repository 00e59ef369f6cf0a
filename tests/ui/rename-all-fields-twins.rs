use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("taken")]
#[api(rename_all_fields = "camelCase")]
enum Taken {
    #[api(status = 409, code = "TAKEN")]
    Slug {
        #[api(public)]
        user_id: u8,
        #[api(public = "userId")] //~ "userId"
        other: u8,
    },
}

fn main() {}
