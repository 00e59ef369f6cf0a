use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("{slug} is taken")]
    #[api(
        statsu = 409, //~ statsu
        code = "", //~ ""
        message = "{slgu} is taken", //~ "{slgu} is taken"
        header("Retry After" = "soon\n"), //~ "Retry After" //~ "soon\n"
        allow(everything) //~ everything
    )]
    SlugTaken {
        #[api(public = slug)] //~ slug
        slug: String,
    },
}

fn main() {}
