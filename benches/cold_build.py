#!/usr/bin/env python3
"""What errcode adds to a build from nothing: crates, and CPU seconds of `cargo build`.

    python3 benches/cold_build.py [ROUNDS]

For a project that has nothing and for one that has serde_json and axum: without errcode, with it, and with its
features. Least of some rounds, every round in an empty target folder; dependencies have been fetched before.
"""

import shutil
import subprocess
import sys

from scratch import errcode, run, workspace

AXUM = 'axum = "0.8"\nserde = { version = "1", features = ["derive"] }\nserde_json = "1"\nthiserror = "2"\ntokio = { version = "1", features = ["full"] }\n'
BARE = errcode().replace("features", "default-features = false, features")
PROJECTS = {
    "nothing": "",
    "nothing, errcode without features": BARE,
    "nothing, errcode": errcode(),
    "serde_json and axum": AXUM,
    "serde_json and axum, errcode with axum": AXUM + errcode("axum"),
    "serde_json and axum, errcode with axum and docs": AXUM + errcode("axum", "docs"),
}


def crates(folder):
    """The packages that are built for this machine."""
    tree = ["cargo", "tree", "--prefix", "none", "--edges", "normal,build", "--format", "{p}", "--no-dedupe"]
    text = subprocess.run(tree, cwd=folder, capture_output=True, check=True, text=True).stdout
    return {line.removesuffix(" (proc-macro)") for line in text.splitlines() if line} - {""}


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    before = (0, 0.0)
    for name, dependencies in PROJECTS.items():
        with workspace({"project": (dependencies, {"src/lib.rs": ""})}) as folder:
            run(folder, "cargo", "fetch", "--quiet")
            count = len(crates(folder)) - 1
            seconds = []
            for _ in range(rounds):
                shutil.rmtree(folder / "target", ignore_errors=True)
                seconds.append(run(folder, "cargo", "build", "--quiet")[0])
        least = min(seconds)
        if ", " not in name:
            before = (count, least)
            print(f"{name}: {count} crates, {least:.1f} s")
        else:
            print(f"  {name.split(', ')[1]}: +{count - before[0]} crates, +{least - before[1]:.1f} s")


if __name__ == "__main__":
    main()
