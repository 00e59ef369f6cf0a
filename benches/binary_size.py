#!/usr/bin/env python3
"""What errors add to a stripped release server of axum: bytes for each variant, and for the first of them.

    python3 benches/binary_size.py

The server answers each variant with an error of its own: by errcode, and by hand-written matches beside it. A
build with 1,010 variants less one with 10 is 1,000 variants; one with 10 less a server without errors is the rest.
"""

from contenders import SERVER_DEPENDENCIES, server
from scratch import errcode, run, workspace

FEW, MANY = 10, 1010


def main():
    packages = {"no-errors": (SERVER_DEPENDENCIES, {"src/main.rs": server("none", 0)})}
    for name in ("hand-written", "errcode"):
        for count in (FEW, MANY):
            # The log is off, as the hand-written has none.
            line = errcode("axum").replace("features", "default-features = false, features")
            dependencies = SERVER_DEPENDENCIES + (line if name == "errcode" else "")
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
