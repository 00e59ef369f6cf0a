use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(group = "", prefix = "", rename_all = "snake_case")] //~ "" //~ ""
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, title = "", category = " ", message = "")] //~ "" //~ " " //~ ""
    SlugTaken {
        #[api(flatten = "")] //~ ""
        fields: std::collections::BTreeMap<String, String>,
    },
}

fn main() {}
