#!/usr/bin/env python3
"""Counts slips that give more errors than one.

Each input is a source of `tests/ui` or of an example service with one slip in an `#[api(...)]` attribute or a
`catalog!`: a token dropped, doubled, swapped with the next, misspelt, or a wrong value. rustc compiles the inputs as
modules, a hundred in a crate. An input cascades if it has more errors than its source without the slip, plus one.

    fuzz/cascades.py [--inputs 1000] [--seed 1] [--at-most 1.0] [--examples 3] [--expressions]
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "tmp"
PACKAGE = TARGET / "cascades"
BATCH = 100

MANIFEST = f"""
[package]
name = "cascades"
edition = "2024"

[dependencies]
errcode = {{ path = '{ROOT}', features = ["axum"] }}
http = "1"
serde = "1"
thiserror = "2"

[workspace]
"""

# What the sources of the examples import from their crates.
HEAD = """#![allow(warnings)]
macro_rules! stub {
    ($module:ident, $name:ident $body:tt, $($methods:tt)*) => {
        pub mod $module {
            #[derive(Clone, Copy, Debug)]
            pub enum $name $body
            impl $name { $($methods)* }
            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("stub") }
            }
            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> { to.collect_str(self) }
            }
        }
    };
}
stub!(money, Money { Stub }, pub const fn from_cents(_: u64) -> Self { Self::Stub });
stub!(access, Tier { Free, Pro },);
stub!(state, Resource { Vault, Secret, Policy, Agent, Endpoint },);
pub mod storage { pub const FILE_LIMIT: usize = 1; }
pub mod validation {
    #[derive(Debug)]
    pub struct FieldErrors;
    impl FieldErrors { pub fn of(_: &str, _: &str) -> Self { Self } }
    impl std::fmt::Display for FieldErrors {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("stub") }
    }
    impl serde::Serialize for FieldErrors {
        fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> { to.collect_map([("a", "b")]) }
    }
}
"""

TOKEN = re.compile(
    r"""
    (?P<space>\s+|//[^\n]*|/\*.*?\*/)
  | (?P<text>b?r(?P<hashes>\#*)".*?"(?P=hashes)|[bc]?"(?:\\.|[^"\\])*")
  | (?P<letter>b?'(?:\\(?:u\{[^}]*\}|.)|[^'\\])')
  | (?P<lifetime>'[A-Za-z_]\w*)
  | (?P<number>\d[\w]*(?:\.\d[\w]*)?)
  | (?P<word>(?:r\#)?[^\W\d]\w*)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
OPEN, CLOSE = "([{", ")]}"
WRONG_VALUES = ["true", "-1", "1.5", '"text"', "409", "a::b", "'c'", "[1]", "{}", '""', '"{x}"', "x"]


class Token:
    def __init__(self, kind, text, start):
        self.kind, self.text, self.start, self.end = kind, text, start, start + len(text)
        self.partner = None


def lex(source):
    """The tokens of a source, with the partner of each delimiter."""
    tokens, open_tokens = [], []
    for match in TOKEN.finditer(source):
        if match.lastgroup != "space" and not match["space"]:
            kind = next(k for k in ("text", "letter", "lifetime", "number", "word", "mark") if match[k] is not None)
            token = Token(kind, match.group(), match.start())
            if token.kind == "mark" and token.text in OPEN:
                open_tokens.append(token)
            elif token.kind == "mark" and token.text in CLOSE and open_tokens:
                token.partner = open_tokens.pop()
                token.partner.partner = token
            tokens.append(token)
    return tokens


def candidates(source):
    """The tokens in attributes `#[api(...)]` and in `catalog!`, as lists of tokens that stand together."""
    tokens = lex(source)
    regions = []
    for at, token in enumerate(tokens):
        behind = [t.text for t in tokens[at : at + 4]]
        if behind == ["#", "[", "api", "("]:
            opening = tokens[at + 3]
        elif behind[:3] == ["catalog", "!", "{"]:
            opening = tokens[at + 2]
        else:
            continue
        if opening.partner:
            regions.append([t for t in tokens if opening.start < t.start < opening.partner.start])
    return regions


def without_expressions(region):
    """The tokens without those of the expressions in `example(...)`, whose errors are the compiler's own."""
    end = 0
    for at, token in enumerate(region):
        if token.start < end:
            continue
        yield at
        if token.text == "example" and at + 1 < len(region) and region[at + 1].partner:
            end = region[at + 1].partner.start


def misspelt(word, rng):
    at = rng.randrange(len(word) - 1)
    kind = rng.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + rng.choice("aeinrstx") + word[at + 1 :]


def slips(region, at):
    """The kinds of slip that a token can have."""
    token = region[at]
    is_delimiter = token.kind == "mark" and token.text in OPEN + CLOSE
    yield "dropped"
    if not is_delimiter:
        yield "doubled"
        following = region[at + 1] if at + 1 < len(region) else None
        if following and not (following.kind == "mark" and following.text in OPEN + CLOSE):
            yield "swapped"
    if token.kind == "word" and len(token.text) > 2:
        yield "misspelt"
    before = region[at - 1] if at else None
    if token.kind in ("text", "number") or token.kind == "word" and before and before.text == "=":
        yield "wrong value"


def with_slip(source, region, at, kind, rng):
    """The source with a slip, and what the slip is."""
    token = region[at]
    edits = {}
    if kind == "dropped":
        edits[token] = ""
        if token.partner:
            edits[token.partner] = ""
    elif kind == "doubled":
        edits[token] = f"{token.text} {token.text}"
    elif kind == "swapped":
        following = region[at + 1]
        edits[token], edits[following] = following.text, token.text
    elif kind == "misspelt":
        edits[token] = misspelt(token.text, rng)
    else:
        edits[token] = rng.choice([value for value in WRONG_VALUES if value != token.text])
    if all(text == token.text for token, text in edits.items()):
        return None
    for token in sorted(edits, key=lambda t: -t.start):
        source = f"{source[: token.start]} {edits[token]} {source[token.end :]}"
    first, last = region[0].start, region[-1].end
    around = source[first : last + 12].split("\n//")[0]
    return source, re.sub(r"\s+", " ", around).strip()[:160]


def sources():
    """Name and text of each source. `main` is another name in a module."""
    for path in sorted((ROOT / "tests/ui").glob("*.rs")):
        yield path.relative_to(ROOT), path.read_text()
    for path in sorted((ROOT / "examples").glob("*/src/errors.rs")):
        text = path.read_text().replace("axum::http::", "http::")
        yield path.relative_to(ROOT), re.sub(r"include_str!\((.*?)\)", r"\1", text)


def compiled(modules):
    """The errors of each module, by its index: a list of codes and texts."""
    PACKAGE.mkdir(parents=True, exist_ok=True)
    manifest, ranges = MANIFEST, {}
    for batch, start in enumerate(range(0, len(modules), BATCH)):
        name = f"batch{batch}"
        text = HEAD
        ranges[name] = []
        for index, source in modules[start : start + BATCH]:
            first = text.count("\n") + 1
            text += f"mod m{index} {{\n{source}\n}}\n"
            ranges[name].append((first, text.count("\n"), index))
        text += "fn main() {}\n"
        (PACKAGE / f"{name}.rs").write_text(text)
        manifest += f"\n[[bin]]\nname = '{name}'\npath = '{name}.rs'\n"
    (PACKAGE / "Cargo.toml").write_text(manifest)
    # The same versions as everywhere else, so that nothing is fetched.
    (PACKAGE / "Cargo.lock").write_text((ROOT / "Cargo.lock").read_text())
    command = ["cargo", "check", "--bins", "--keep-going", "--offline", "--quiet", "--message-format=json"]
    environment = {**os.environ, "CARGO_TARGET_DIR": str(TARGET), "CARGO_INCREMENTAL": "0"}
    run = subprocess.run(command, cwd=PACKAGE, env=environment, capture_output=True, text=True, check=False)
    errors, seen, outside = defaultdict(list), set(), []
    for line in run.stdout.splitlines():
        report = json.loads(line)
        if report.get("reason") == "build-finished" or "message" not in report:
            continue
        message = report["message"]
        if message["level"] != "error" or message["message"].startswith("aborting due to"):
            continue
        key = (report["target"]["name"], message["rendered"])
        if key in seen:
            continue
        seen.add(key)
        index = module_of(message, report["target"]["name"], ranges)
        code = (message["code"] or {}).get("code")
        if index is None:
            outside.append(message["rendered"])
        else:
            errors[index].append((code, message["rendered"]))
    if outside or not (run.stdout.strip() or run.returncode == 0):
        sys.exit("errors outside of all modules:\n" + "\n".join(outside[:3]) + run.stderr[-3000:])
    return errors


def module_of(message, name, ranges):
    for span in sorted(message["spans"], key=lambda span: not span["is_primary"]):
        while span and not span["file_name"].endswith(f"{name}.rs"):
            span = (span.get("expansion") or {}).get("span")
        if span:
            for first, last, index in ranges.get(name, []):
                if first <= span["line_start"] <= last:
                    return index
    return None


def all_errors(texts):
    """The errors of each text, as if it were alone in a crate.

    An error of one pass of the compiler hides those of later passes in all modules of the crate. So what has errors of
    the compiler, and not of a macro alone, is taken out, and the rest is compiled again.
    """
    result, left = {}, list(enumerate(texts))
    while left:
        errors = compiled(left)
        again = []
        for start in range(0, len(left), BATCH):
            batch = left[start : start + BATCH]
            hiding = {index for index, _ in batch if any(is_of_the_compiler(*error) for error in errors[index])}
            for index, text in batch:
                if hiding and index not in hiding:
                    again.append((index, text))
                else:
                    result[index] = errors[index]
        left = again
    return [result[index] for index in range(len(texts))]


def is_of_the_compiler(code, text):
    return code is not None or "  help: " not in text.split("-->")[0]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--inputs", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--at-most", type=float, default=1.0, help="per cent of the inputs that may cascade")
    arguments.add_argument("--examples", type=int, default=3, help="cascades to print in full for each kind of slip")
    arguments.add_argument("--expressions", action="store_true", help="slips in expressions of `example` too")
    options = arguments.parse_args()

    rng = random.Random(options.seed)
    known = list(sources())
    possible = [
        (source, region, at, kind)
        for source, (_, text) in enumerate(known)
        for region in candidates(text)
        for at in (range(len(region)) if options.expressions else without_expressions(region))
        for kind in slips(region, at)
    ]
    rng.shuffle(possible)
    inputs = []
    for source, region, at, kind in possible:
        slip = with_slip(known[source][1], region, at, kind, rng)
        if slip:
            inputs.append((source, kind, *slip))
        if len(inputs) == options.inputs:
            break

    used = sorted({source for source, *_ in inputs})
    texts = [known[source][1] for source in used] + [text for _, _, text, _ in inputs]
    errors = all_errors(texts)
    before = {source: len(errors[at]) for at, source in enumerate(used)}
    after = errors[len(used) :]

    counts, cascades = Counter(), defaultdict(list)
    for (source, kind, _, slip), found in zip(inputs, after):
        counts["inputs", kind] += 1
        counts["refused", kind] += len(found) > before[source]
        if len(found) > before[source] + 1:
            counts["cascades", kind] += 1
            cascades[kind].append((known[source][0], before[source], slip, found))
    for kind, found in cascades.items():
        for name, errors_before, slip, errors_after in found[: options.examples]:
            print(f"\n== {kind} in {name}: {len(errors_after)} errors, {errors_before} without it\n{slip}")
            for _, text in errors_after:
                print("   ", text.replace("\n", "\n    ").rstrip())
    kinds = ["dropped", "doubled", "swapped", "misspelt", "wrong value"]
    print(f"\n{'slip':12} {'inputs':>8} {'refused':>8} {'cascades':>9}")
    for kind in kinds:
        print(f"{kind:12} {counts['inputs', kind]:8} {counts['refused', kind]:8} {counts['cascades', kind]:9}")
    total = sum(counts["cascades", kind] for kind in kinds)
    share = 100 * total / max(1, len(inputs))
    print(f"{'all':12} {len(inputs):8} {sum(counts['refused', k] for k in kinds):8} {total:9}  {share:.1f} %")
    if share > options.at_most:
        sys.exit(f"error: {share:.1f} % of the inputs have more errors than mistakes, at most {options.at_most} % may")


main()
