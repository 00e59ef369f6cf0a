"""A workspace of packages in a temporary folder, and what building one of them costs."""

import contextlib
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


@contextlib.contextmanager
def workspace(packages):
    """A folder with packages `with-NAME`: name to (dependencies, {path: text})."""
    os.environ["CARGO_INCREMENTAL"] = "0"
    os.environ.pop("CARGO_TARGET_DIR", None)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        members = ", ".join(f'"with-{name}"' for name in packages)
        (folder / "Cargo.toml").write_text(f'[workspace]\nmembers = [{members}]\nresolver = "3"\n')
        for name, (dependencies, files) in packages.items():
            manifest = f'[package]\nname = "with-{name}"\nversion = "0.1.0"\nedition = "2024"\n\n[dependencies]\n'
            for path, text in {"Cargo.toml": manifest + dependencies, **files}.items():
                (folder / f"with-{name}" / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / f"with-{name}" / path).write_text(text)
        yield folder


def errcode(*features):
    """The line of a manifest that asks for errcode as it is here."""
    listed = ", ".join(f'"{feature}"' for feature in features)
    return f'errcode = {{ path = "{ROOT}", features = [{listed}] }}\n'


def run(folder, *command):
    """CPU seconds and peak memory in MB of a command and all that it starts."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    text = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{text}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
