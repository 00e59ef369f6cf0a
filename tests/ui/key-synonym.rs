use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(heading = "Skills", into_response = false)] //~ heading //~ into_response
enum SkillError {
    #[error("a")]
    #[api(status = 404, code = "A", error("no a"))] //~ error
    A,
    #[error("b")]
    #[api(status = 404, code = "B", text = "no b", url = "/errors/b", heading = "No b")] //~ text //~ url //~ heading
    B,
    #[error("c")]
    #[api(status = 404, code = "C", description = "no c")] //~ description
    C,
    #[error("d")]
    #[api(NOT_FOUND, code = "D")] //~ NOT_FOUND
    D,
    #[error("e")]
    #[api(status = 401, code = "E", www_authenticate = "Bearer")] //~ www_authenticate
    E,
    #[error("f")]
    #[api(status = 400, code = "F", message = "f")]
    F {
        #[api(private)] //~ private
        a: u8,
        #[api(skip)] //~ skip
        b: u8,
        #[api(public, skip_serializing_if = "Option::is_none")] //~ skip_serializing_if
        c: Option<u8>,
        #[api(rename = "e")] //~ rename
        d: u8,
        #[api(from)] //~ from
        e: u8,
        #[api(source)] //~ source
        f: u8,
    },
    #[error("g")]
    #[api(status = 400, code = "G", message = self.text())] //~ self.text()
    G,
}

impl SkillError {
    fn text(&self) -> &'static str {
        "g"
    }
}

errcode::catalog! {
    static ERRORS: Catalog = {
        name: "Skills", //~ name
        errors: [SkillError], //~ errors
    };
}

fn main() {}
