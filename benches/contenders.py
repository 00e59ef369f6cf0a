"""An error enum of any number of variants, as each contender writes it.

Six of ten variants are units, three have a string, one two integers; all have a doc comment, a status and a code.
"""

STATUSES = [400, 403, 404, 409, 410, 422, 500, 503]
NAMES = ["plain", "thiserror", "hand-written", "errcode", "api-error"]


def source(name, count):
    """The enum and what belongs to it."""
    match name:
        case "plain":
            return enum(count, "Debug")
        case "thiserror":
            return enum(count, "Debug, thiserror::Error", display=True)
        case "hand-written":
            return enum(count, "Debug, thiserror::Error", display=True) + by_hand(count)
        case "errcode":
            derives = "Debug, thiserror::Error, errcode::ApiError"
            return enum(count, derives, display=True, api=True, on_type="#[api(format = nested)]\n")
        case "api-error":
            # It has no codes and no details: what is measured is status and message.
            enum_ = enum(count, "Debug, thiserror::Error, ApiError", display=True, api_error=True)
            return "use api_error::ApiError;\n\n" + enum_


def enum(count, derives, on_type="", **with_):
    variants = "\n".join(variant(at, **with_) for at in range(count))
    return f"/// Errors.\n#[derive({derives})]\n{on_type}pub enum Errors {{\n{variants}\n}}\n"


def variant(at, display=False, api=False, api_error=False):
    """One variant, with the attributes of the contender."""
    kind, status = at % 10, STATUSES[at % 8]
    public = "#[api(public)] " if api else ""
    if kind < 6:
        text, fields = f"thing {at} failed", ""
    elif kind < 9:
        text, fields = f"thing {at} failed: {{name}}", f" {{ {public}name: String }}"
    else:
        text, fields = f"thing {at}: {{used}} of {{limit}}", f" {{ {public}used: u32, {public}limit: u32 }}"
    lines = [f"    /// The thing number {at} went wrong in one way or another."]
    if display:
        lines.append(f'    #[error("{text}")]')
    if api:
        lines.append(f'    #[api(status = {status}, code = "THING_{at}_FAILED")]')
    if api_error:
        # As the others do: the reason phrase of a 5xx, else what `Display` says.
        message = "" if status >= 500 else ", message(inherit)"
        lines.append(f"    #[api_error(status_code = {status}{message})]")
    lines.append(f"    Thing{at}Failed{fields},")
    return "\n".join(lines)


def arms(count, arm):
    return "\n".join(f"            {line}" for line in (arm(at) for at in range(count)) if line)


def by_hand(count):
    """What a service writes without errcode: three matches and a body for serde."""

    def details(at):
        name = f"Self::Thing{at}Failed"
        if at % 10 < 6:
            return None
        if at % 10 < 9:
            return f"{name} {{ name }} => Some(Details {{ name: Some(name), used: None, limit: None }}),"
        return f"{name} {{ used, limit }} => Some(Details {{ name: None, used: Some(*used), limit: Some(*limit) }}),"

    statuses = arms(count, lambda at: f"Self::Thing{at}Failed {{ .. }} => {STATUSES[at % 8]},")
    codes = arms(count, lambda at: f'Self::Thing{at}Failed {{ .. }} => "THING_{at}_FAILED",')
    skip = '#[serde(skip_serializing_if = "Option::is_none")]'
    return f"""
impl Errors {{
    pub fn status(&self) -> http::StatusCode {{
        http::StatusCode::from_u16(match self {{
{statuses}
        }})
        .unwrap()
    }}

    pub fn code(&self) -> &'static str {{
        match self {{
{codes}
        }}
    }}

    pub fn details(&self) -> Option<Details<'_>> {{
        match self {{
{arms(count, details)}
            _ => None,
        }}
    }}

    pub fn response(&self) -> http::Response<bytes::Bytes> {{
        let status = self.status();
        let message = match status.is_server_error() {{
            true => status.canonical_reason().unwrap().to_owned(),
            false => self.to_string(),
        }};
        let body = Body {{ error: Inner {{ code: self.code(), message, details: self.details() }} }};
        let body = serde_json::to_vec(&body).unwrap();
        let response = http::Response::builder().status(status).header("content-type", "application/json");
        response.body(body.into()).unwrap()
    }}
}}

#[derive(serde::Serialize)]
pub struct Body<'a> {{ error: Inner<'a> }}

#[derive(serde::Serialize)]
pub struct Inner<'a> {{ code: &'static str, message: String, {skip} details: Option<Details<'a>> }}

#[derive(serde::Serialize)]
pub struct Details<'a> {{ {skip} name: Option<&'a str>, {skip} used: Option<u32>, {skip} limit: Option<u32> }}
"""


SERVER_DEPENDENCIES = """axum = "0.8"
bytes = "1"
http = "1"
serde = { version = "1", features = ["derive"] }
serde_json = "1"
thiserror = "2"
tokio = { version = "1", features = ["full"] }
"""


def instance(at):
    """An expression that makes one variant."""
    match at % 10:
        case kind if kind < 6:
            return f"Errors::Thing{at}Failed"
        case kind if kind < 9:
            return f"Errors::Thing{at}Failed {{ name: at.to_string() }}"
        case _:
            return f"Errors::Thing{at}Failed {{ used: at, limit: at }}"


def server(name, count):
    """A server of axum whose path chooses the error, by errcode, by hand-written matches, or without errors."""
    arms = "\n".join(f"        {at} => Err({instance(at)})," for at in range(count))
    match name:
        case "errcode":
            errors = source(name, count)
        case "hand-written":
            errors = source(name, count) + """
impl axum::response::IntoResponse for Errors {
    fn into_response(self) -> axum::response::Response {
        self.response().map(axum::body::Body::from)
    }
}
"""
        case _:
            errors, arms = "type Errors = ();\n", ""
    return f"""{errors}
async fn answer(axum::extract::Path(at): axum::extract::Path<u32>) -> Result<String, Errors> {{
    match at {{
{arms}
        _ => Ok(at.to_string()),
    }}
}}

#[tokio::main]
async fn main() {{
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let app = axum::Router::new().route("/{{at}}", axum::routing::get(answer));
    axum::serve(listener, app).await.unwrap();
}}
"""
