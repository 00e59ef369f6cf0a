use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("taken")]
#[api(log_target = "billing, cards")] //~ "billing, cards"
enum Taken {
    #[api(status = 409, code = "SLUG_TAKEN", log_target = "{code}")] //~ "{code}"
    Slug,
    #[api(status = 409, code = "NAME_TAKEN", log_target = "")] //~ ""
    Name,
}

fn main() {}
