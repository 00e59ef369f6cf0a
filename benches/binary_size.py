#!/usr/bin/env python3
"""What errors add to a stripped release server of axum: bytes for each variant, and for the first of them.

    python3 benches/binary_size.py

The server answers each variant with an error of its own: by errcode, and by hand-written matches beside it. A
build with 1,010 variants less one with 10 is 1,000 variants; one with 10 less a server without errors is the rest.
"""

from contenders import source
from scratch import errcode, run, workspace

DEPENDENCIES = """axum = "0.8"
bytes = "1"
http = "1"
serde = { version = "1", features = ["derive"] }
serde_json = "1"
thiserror = "2"
tokio = { version = "1", features = ["full"] }
"""
FEW, MANY = 10, 1010


def instance(at):
    match at % 10:
        case kind if kind < 6:
            return f"Errors::Thing{at}Failed"
        case kind if kind < 9:
            return f"Errors::Thing{at}Failed {{ name: at.to_string() }}"
        case _:
            return f"Errors::Thing{at}Failed {{ used: at, limit: at }}"


def server(name, count):
    """A server whose path chooses the error."""
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


def main():
    packages = {"no-errors": (DEPENDENCIES, {"src/main.rs": server("none", 0)})}
    for name in ("hand-written", "errcode"):
        for count in (FEW, MANY):
            # The log is off, as the hand-written has none.
            line = errcode("axum").replace("features", "default-features = false, features")
            dependencies = DEPENDENCIES + (line if name == "errcode" else "")
            packages[f"{name}-{count}"] = (dependencies, {"src/main.rs": server(name, count)})
    with workspace(packages) as folder:
        with (folder / "Cargo.toml").open("a") as manifest:
            manifest.write("\n[profile.release]\nstrip = true\n")
        run(folder, "cargo", "build", "--release", "--quiet")
        size = {name: (folder / "target" / "release" / f"with-{name}").stat().st_size for name in packages}
    print("stripped release server of axum")
    for name in ("hand-written", "errcode"):
        few, many = size[f"{name}-{FEW}"], size[f"{name}-{MANY}"]
        first = (few - size["no-errors"]) / 1024
        print(f"  {name:<14} {(many - few) / (MANY - FEW):>6.0f} B a variant, {first:>6.1f} KB for the first {FEW}")


if __name__ == "__main__":
    main()
