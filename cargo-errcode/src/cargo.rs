//! Runs cargo: chooses the program and folder, and shows its output if it takes long.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use cargo_metadata::{Metadata, MetadataCommand};

use crate::failure::Failure;

/// How long cargo may run before its output is shown.
const QUIET_TIME: Duration = Duration::from_secs(5);

/// The result of a run of cargo.
#[derive(Debug)]
pub(crate) struct Output {
    pub(crate) success: bool,
    /// The lines of standard output.
    pub(crate) stdout: Vec<String>,
    /// The part of standard error that the user has not seen.
    pub(crate) unseen_stderr: String,
}

/// A cargo that runs in `folder` and uses the configuration there: the cargo that runs us, else the one in `PATH`.
///
/// If cargo runs us, its toolchain is used here too, as for `cargo build --manifest-path`: rustup has written it to
/// `RUSTUP_TOOLCHAIN`. Otherwise the toolchain file of the folder decides.
pub(crate) fn command(folder: &Path) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    // An empty path is not a valid working directory.
    if folder != Path::new("") {
        command.current_dir(folder);
    }
    command
}

/// Runs `cargo metadata` and parses its output.
pub(crate) fn metadata(command: &mut Command) -> Result<Metadata, Failure> {
    // Piped on a terminal too: its messages are only of interest if it takes long or fails.
    let output = run_with(command, Stdio::piped())?;
    if !output.success {
        return Err(failed(
            "cargo can't read the package",
            &output.unseen_stderr,
        ));
    }
    let json = output.stdout.iter().find(|line| line.starts_with('{'));
    MetadataCommand::parse(json.map_or("", String::as_str))
        .map_err(|error| Failure::new("can't parse the output of `cargo metadata`").note(error))
}

/// The default target of cargo: the host.
pub(crate) fn host(folder: &Path) -> Result<String, Failure> {
    let output = run(command(folder).arg("-vV"))?;
    let host = output
        .stdout
        .iter()
        .find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| {
        Failure::new("the output of `cargo -vV` has no line `host: ...`").note(output.unseen_stderr)
    })
}

/// A failure of cargo. Its error message is appended to ours, so that only one line begins with `error:`.
pub(crate) fn failed(message: &str, stderr: &str) -> Failure {
    let lines: Vec<&str> = stderr.trim_end().lines().collect();
    let is_error = |line: &&str| line.starts_with("error: ");
    let Some(at) = lines.iter().position(is_error) else {
        return Failure::new(message).note(stderr);
    };
    let error = lines[at..].join("\n");
    let error = error.trim_start_matches("error: ");
    Failure::new(format!("{message}: {error}")).note(lines[..at].join("\n"))
}

/// Runs cargo. A terminal shows its standard error at once; elsewhere it is shown if cargo takes long.
pub(crate) fn run(command: &mut Command) -> Result<Output, Failure> {
    let is_terminal = std::io::stderr().is_terminal();
    let stderr = if is_terminal {
        Stdio::inherit()
    } else {
        Stdio::piped()
    };
    run_with(command, stderr)
}

fn run_with(command: &mut Command, stderr: Stdio) -> Result<Output, Failure> {
    let cannot = |error: std::io::Error, command: &Command| {
        let program = command.get_program().display();
        Failure::new(format!("can't run `{program}`: {error}"))
    };
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(stderr);
    let mut child = command.spawn().map_err(|error| cannot(error, command))?;
    let (sender, receiver) = mpsc::channel();
    if let Some(stderr) = child.stderr.take() {
        send_lines(stderr, Line::Stderr, sender.clone());
    }
    if let Some(stdout) = child.stdout.take() {
        send_lines(stdout, Line::Stdout, sender);
    }

    let (mut stdout, mut unseen_stderr) = (Vec::new(), String::new());
    let quiet_until = Instant::now() + QUIET_TIME;
    let mut is_shown = false;
    loop {
        let line = match quiet_until.checked_duration_since(Instant::now()) {
            Some(left) if !is_shown => receiver.recv_timeout(left),
            _ => receiver.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match line {
            Ok(Line::Stdout(line)) => stdout.push(line),
            Ok(Line::Stderr(line)) => {
                unseen_stderr.push_str(&line);
                unseen_stderr.push('\n');
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        is_shown |= Instant::now() >= quiet_until;
        if is_shown {
            eprint!("{}", std::mem::take(&mut unseen_stderr));
        }
    }
    let status = child.wait().map_err(|error| cannot(error, command))?;
    Ok(Output {
        success: status.success(),
        stdout,
        unseen_stderr,
    })
}

enum Line {
    Stdout(String),
    Stderr(String),
}

fn send_lines(stream: impl Read + Send + 'static, wrap: fn(String) -> Line, sender: Sender<Line>) {
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            if sender
                .send(wrap(line.trim_end_matches('\r').to_owned()))
                .is_err()
            {
                break;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::failed;

    #[test]
    fn the_error_of_cargo_is_appended() {
        let failure = failed("no", " Locking\nerror: can't\n\nCaused by:\n  this\n");
        assert_eq!(failure.message, "no: can't\n\nCaused by:\n  this");
        assert_eq!(failure.notes, [" Locking"]);
        let failure = failed("no", "\u{1b}[31merror\u{1b}[m: can't\n");
        assert_eq!(failure.message, "no");
        assert_eq!(failure.notes, ["\u{1b}[31merror\u{1b}[m: can't"]);
        assert_eq!(failed("no", "").notes, [""; 0]);
    }
}
