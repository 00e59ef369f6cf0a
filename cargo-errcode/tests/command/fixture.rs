//! Packages and catalogs that a test writes, and runs of the command on them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

/// The folder of this repository.
pub(crate) fn repository() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    folder.parent().unwrap().to_owned()
}

/// The folder that this test was built in.
pub(crate) fn target() -> &'static Path {
    let program = Path::new(env!("CARGO_BIN_EXE_cargo-errcode"));
    program.parent().and_then(Path::parent).unwrap()
}

/// The dependencies of a package that uses this errcode.
pub(crate) fn errcode() -> String {
    let path = repository().display().to_string();
    format!("errcode = {{ path = '{path}', default-features = false }}\nthiserror = \"2\"\n")
}

/// An error of a JSON catalog, with the required members only.
pub(crate) fn error(code: &str, status: u16) -> Value {
    json!({
        "code": code, "anchor": code, "variants": [code], "status": status, "reason": "", "title": "", "type": "about:blank"
    })
}

/// A JSON catalog of these errors.
pub(crate) fn catalog(errors: &[Value]) -> String {
    let group = json!({
        "name": "shop::ShopError", "anchor": "shop", "title": "Shop errors", "format": "flat",
        "content_type": "application/json", "errors": errors
    });
    json!({ "version": 1, "title": "Shop", "groups": [group] }).to_string()
}

/// A package or a workspace in a folder of its own.
pub(crate) struct Fixture {
    pub(crate) folder: PathBuf,
}

impl Fixture {
    /// Writes the files, and this repository's `Cargo.lock`, whose packages are available without network.
    pub(crate) fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        let fixture = Self { folder };
        for (path, text) in files {
            fixture.write(path, text);
        }
        let lock = fs::read_to_string(repository().join("Cargo.lock")).unwrap();
        fixture.write("Cargo.lock", &lock);
        fixture
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap()
    }

    /// Replaces a text in a file, which must contain it.
    pub(crate) fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} has no {old:?}:\n{text}");
        self.write(path, &text.replace(old, new));
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        run(&self.folder, args)
    }
}

/// Runs `cargo errcode` in a folder. It builds in the target folder of this test.
pub(crate) fn run(folder: &Path, args: &[&str]) -> Ran {
    run_built_in(folder, args, target())
}

/// The command `cargo errcode` in a folder, with a target folder.
pub(crate) fn command(folder: &Path, args: &[&str], target: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-errcode"));
    command.arg("errcode").args(args).current_dir(folder);
    command.env("CARGO_TARGET_DIR", target);
    command.env("CARGO_NET_OFFLINE", "true");
    command.env_remove("RUST_BACKTRACE");
    command
}

/// Runs `cargo errcode` in a folder, with a target folder.
pub(crate) fn run_built_in(folder: &Path, args: &[&str], target: &Path) -> Ran {
    let mut command = command(folder, args, target);
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    Ran {
        code: status.code().unwrap(),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}

/// The result of a run.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Asserts that there are no findings. Returns the output.
    pub(crate) fn fine(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out
    }

    /// Asserts that there are findings. Returns the output.
    pub(crate) fn findings(self) -> String {
        assert_eq!(self.code, 1, "{self:?}");
        self.out
    }

    /// Asserts that the command could not run, and the error.
    pub(crate) fn fails_with(self, lines: &str) {
        assert_eq!((self.code, self.out.as_str()), (2, ""), "{self:?}");
        self.says(lines);
    }

    /// Asserts that the command ran, printed no result, and reported this as a finding.
    pub(crate) fn finds_none(self, lines: &str) {
        assert_eq!((self.code, self.out.as_str()), (1, ""), "{self:?}");
        self.says(lines);
    }

    /// Asserts the end of standard error. Messages of cargo may precede it if a build takes long.
    pub(crate) fn says(&self, lines: &str) {
        let err = self.err.trim_end();
        assert!(
            err.ends_with(lines.trim_end()),
            "{err}\n\nis not\n\n{lines}"
        );
    }
}
