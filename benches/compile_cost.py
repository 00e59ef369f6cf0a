#!/usr/bin/env python3
"""The cost of compiling one enum: plain, with thiserror, hand-written matches, errcode.

    python3 benches/compile_cost.py [VARIANTS] [ROUNDS]

Prints CPU seconds (least of some rounds, interleaved) of `cargo check`, `cargo build` and `cargo build --release`,
and errcode's as a ratio to the hand-written. Six of ten variants are units, three have a string, one two integers.
"""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
STATUSES = [400, 403, 404, 409, 410, 422, 500, 503]
DEPENDENCIES = f"""
bytes = "1"
errcode = {{ path = "{ROOT}" }}
http = "1"
serde = {{ version = "1", features = ["derive"] }}
serde_json = "1"
thiserror = "2"
"""


def variant(at, display, api):
    """One variant, with the attributes of the contender."""
    kind = at % 10
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
        lines.append(f'    #[api(status = {STATUSES[at % 8]}, code = "THING_{at}_FAILED")]')
    lines.append(f"    Thing{at}Failed{fields},")
    return "\n".join(lines)


def enum(count, derives, display=False, api=False):
    variants = "\n".join(variant(at, display, api) for at in range(count))
    helper = "#[api(format = nested)]\n" if api else ""
    return f"/// Errors.\n#[derive({derives})]\n{helper}pub enum Errors {{\n{variants}\n}}\n"


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
    return enum(count, "Debug, thiserror::Error", display=True) + f"""
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
        let body = Body {{ code: self.code(), message, details: self.details() }};
        let body = serde_json::to_vec(&body).unwrap();
        http::Response::builder().status(status).body(body.into()).unwrap()
    }}
}}

#[derive(serde::Serialize)]
pub struct Body<'a> {{ code: &'static str, message: String, {skip} details: Option<Details<'a>> }}

#[derive(serde::Serialize)]
pub struct Details<'a> {{ {skip} name: Option<&'a str>, {skip} used: Option<u32>, {skip} limit: Option<u32> }}
"""


def contenders(count):
    return {
        "plain": enum(count, "Debug"),
        "thiserror": enum(count, "Debug, thiserror::Error", display=True),
        "hand-written": by_hand(count),
        "errcode": enum(count, "Debug, thiserror::Error, errcode::ApiError", display=True, api=True),
    }


def cpu_seconds(folder, mode, name):
    """The CPU time of compiling one contender anew."""
    os.utime(folder / name / "src" / "lib.rs")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = ["cargo", *mode, "--quiet", "-p", f"with-{name}"]
    subprocess.run(command, cwd=folder, check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    os.environ["CARGO_INCREMENTAL"] = "0"
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        sources = contenders(count)
        members = ", ".join(f'"{name}"' for name in sources)
        (folder / "Cargo.toml").write_text(f'[workspace]\nmembers = [{members}]\nresolver = "3"\n')
        for name, source in sources.items():
            (folder / name / "src").mkdir(parents=True)
            (folder / name / "src" / "lib.rs").write_text(source)
            manifest = f'[package]\nname = "with-{name}"\nversion = "0.1.0"\nedition = "2024"\n\n[dependencies]'
            (folder / name / "Cargo.toml").write_text(manifest + DEPENDENCIES)
        print(f"{count} variants, CPU seconds, least of {rounds}")
        for mode in (["check"], ["build"], ["build", "--release"]):
            # The first round builds the dependencies, and does not count.
            taken = [{name: cpu_seconds(folder, mode, name) for name in sources} for _ in range(rounds + 1)]
            best = {name: min(round_[name] for round_ in taken[1:]) for name in sources}
            row = "  ".join(f"{name} {seconds:.2f}" for name, seconds in best.items())
            print(f"cargo {' '.join(mode):<16} {row}  errcode/hand-written {best['errcode'] / best['hand-written']:.2f}")


if __name__ == "__main__":
    main()
