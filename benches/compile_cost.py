#!/usr/bin/env python3
"""The cost of compiling one enum: plain, with thiserror, hand-written matches, errcode, api-error.

    python3 benches/compile_cost.py [VARIANTS...] [--rounds ROUNDS]

For each number of variants (10, 100, 1000 and 5000 unless said otherwise) it prints CPU seconds (least of some
rounds, interleaved) of `cargo check`, `cargo build` and `cargo build --release`, errcode's as a ratio to the
hand-written and to api-error's, and what all cost over the plain enum as a ratio to thiserror; then the peak
memory of rustc, the size of the expanded source, and lines of LLVM IR. Where there is valgrind, it also prints
the instructions of rustc in `cargo check`, of up to 1,000 variants: they are the same in every run, however busy
the machine is.

All of this is for a library. A second table is for a server that answers with each error through axum, which is
where users pay. `binary_size.py` has its bytes. `--only servers` and `--only libraries` print one of the tables.
"""

import argparse
import os
import re
import shutil
import subprocess

from contenders import NAMES, SERVER_DEPENDENCIES, server, source
from scratch import errcode, run, workspace

DEPENDENCIES = {
    "plain": "",
    "thiserror": 'thiserror = "2"\n',
    "hand-written": 'bytes = "1"\nhttp = "1"\nserde = { version = "1", features = ["derive"] }\nserde_json = "1"\nthiserror = "2"\n',
    "errcode": errcode() + 'thiserror = "2"\n',
    "api-error": 'api-error = "0.1.9"\nhttp = "1"\nthiserror = "2"\n',
}
MODES = (["check"], ["build"], ["build", "--release"])


def compiled(folder, mode, name):
    """CPU seconds and peak memory of compiling one contender anew."""
    for path in (folder / f"with-{name}" / "src").iterdir():
        os.utime(path)
    return run(folder, "cargo", *mode, "--quiet", "-p", f"with-{name}")


def instructions(folder, name):
    """Millions of instructions of rustc in `cargo check` of one contender."""
    wrapper = folder / "counted"
    wrapper.write_text('#!/bin/sh\nexec valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null "$@"\n')
    wrapper.chmod(0o755)
    environment = os.environ | {"RUSTC_WORKSPACE_WRAPPER": str(wrapper)}
    command = ["cargo", "rustc", "--profile", "check", "--quiet", "-p", f"with-{name}"]
    text = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True, text=True).stderr
    return int(re.findall(r"I\s+refs:\s+([\d,]+)", text)[-1].replace(",", "")) / 1e6


def sizes(folder, name):
    """KB of expanded source, and lines of LLVM IR of a debug build."""
    command = ["cargo", "rustc", "--quiet", "-p", f"with-{name}", "--"]
    environment = os.environ | {"RUSTC_BOOTSTRAP": "1"}
    expanded = [*command, "-Zunpretty=expanded"]
    expanded = subprocess.run(expanded, cwd=folder, env=environment, capture_output=True, check=True)
    subprocess.run([*command, "--emit=llvm-ir", "-Ccodegen-units=1"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
    found = (folder / "target" / "debug" / "deps").glob(f"with_{name.replace('-', '_')}-*.ll")
    lines = sum(path.read_text().count("\n") for path in found)
    return len(re.sub(rb"\s+", b" ", expanded.stdout)) / 1024, lines


def row(title, values, form):
    print(f"  {title:<22}" + "  ".join(f"{values[name]:>12{form}}" for name in NAMES), end="")


def measure(count, rounds):
    print(f"\n{count} variants, CPU seconds, least of {rounds}")
    print(" " * 24 + "  ".join(f"{name:>12}" for name in NAMES))
    packages = {name: (DEPENDENCIES[name], {"src/lib.rs": source(name, count)}) for name in NAMES}
    with workspace(packages) as folder:
        memory = {}
        for mode in MODES:
            best = {}
            # The first round builds the dependencies, and does not count.
            for at in range(rounds + 1):
                for name in NAMES:
                    seconds, peak = compiled(folder, mode, name)
                    if at > 0:
                        best[name] = min(best.get(name, seconds), seconds)
                        memory[name] = max(memory.get(name, 0), peak)
            row(f"cargo {' '.join(mode)}", best, ".2f")
            ours = best["errcode"]
            print(f"   errcode / hand-written {ours / best['hand-written']:.2f}, / api-error {ours / best['api-error']:.2f}")
            plain = best["plain"]
            over = {name: (seconds - plain) / (best["thiserror"] - plain) for name, seconds in best.items()}
            row("  over plain", over, ".2f")
            print()
        if shutil.which("valgrind") and count <= 1000:
            counted = {name: instructions(folder, name) for name in NAMES}
            row("check, instructions, M", counted, ".0f")
            print(f"   errcode / hand-written {counted['errcode'] / counted['hand-written']:.2f}")
        row("peak memory, MB", memory, ".0f")
        print()
        found = {name: sizes(folder, name) for name in NAMES}
        row("expanded source, KB", {name: size for name, (size, _) in found.items()}, ".0f")
        print()
        row("lines of LLVM IR", {name: lines for name, (_, lines) in found.items()}, "d")
        print()


def measure_servers(count, rounds):
    """The same for a server of axum. Without errors it is what a service costs anyhow."""
    print(f"\nserver of axum, {count} variants, CPU seconds, least of {rounds}")
    names = ["no-errors", "hand-written", "errcode"]
    # The log is off, as the hand-written has none.
    line = errcode("axum").replace("features", "default-features = false, features")
    packages = {}
    for name in names:
        dependencies = SERVER_DEPENDENCIES + (line if name == "errcode" else "")
        packages[name] = (dependencies, {"src/main.rs": server(name, count)})
    print(" " * 24 + "  ".join(f"{name:>12}" for name in names) + "   errcode / hand-written")
    with workspace(packages) as folder:
        for mode in (["check"], ["build", "--release"]):
            best = {}
            for at in range(rounds + 1):
                for name in names:
                    seconds, _ = compiled(folder, mode, name)
                    if at > 0:
                        best[name] = min(best.get(name, seconds), seconds)
            print_servers(f"cargo {' '.join(mode)}", names, best, ".2f")
        if shutil.which("valgrind") and count <= 1000:
            counted = {name: instructions(folder, name) for name in names}
            print_servers("check, instructions, M", names, counted, ".0f")


def print_servers(title, names, values, form):
    cells = "  ".join(f"{values[name]:>12{form}}" for name in names)
    print(f"  {title:<22}{cells}   {values['errcode'] / values['hand-written']:.2f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("variants", nargs="*", type=int, default=[10, 100, 1000, 5000])
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--only", choices=["libraries", "servers"])
    given = arguments.parse_args()
    for count in given.variants:
        if given.only != "servers":
            measure(count, given.rounds)
        if given.only != "libraries":
            measure_servers(count, given.rounds)


if __name__ == "__main__":
    main()
