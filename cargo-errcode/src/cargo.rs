//! Runs cargo: which one, where, and what is shown of what it says while it works.

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

/// How long cargo may work in silence.
const PATIENCE: Duration = Duration::from_secs(5);

/// What cargo said.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) success: bool,
    /// The lines of its standard output.
    pub(crate) lines: Vec<String>,
    /// Of its standard error, what has not been shown.
    pub(crate) unshown: String,
}

/// Cargo in a folder, whose configuration it follows: the cargo that called us, or the one on the path.
///
/// Rustup has chosen the toolchain of the cargo that called us, by `+toolchain` or by the folder that it was called
/// in, and notes it in `RUSTUP_TOOLCHAIN`: as for `cargo build --manifest-path` that choice holds here too. Where no
/// cargo called us, the folder's toolchain file is followed.
pub(crate) fn command(folder: &Path) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    // A relative path of nothing is not a folder to go to.
    if folder != Path::new("") {
        command.current_dir(folder);
    }
    command
}

/// What cargo says of a workspace.
pub(crate) fn metadata(command: &mut Command) -> Result<Metadata, Failure> {
    // On a terminal too its words can wait: if it takes long, they are shown.
    let ran = run_with(command, Stdio::piped())?;
    if !ran.success {
        return Err(failed("cargo can't read the package", &ran.unshown));
    }
    let json = ran.lines.iter().find(|line| line.starts_with('{'));
    MetadataCommand::parse(json.map_or("", String::as_str))
        .map_err(|why| Failure::new("what `cargo metadata` says is not understood").note(why))
}

/// The target that cargo builds for where it is not told.
pub(crate) fn host(folder: &Path) -> Result<String, Failure> {
    let ran = run(command(folder).arg("-vV"))?;
    let host = ran
        .lines
        .iter()
        .find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| {
        Failure::new("`cargo -vV` does not say for which host it is").note(ran.unshown)
    })
}

/// A failure that cargo explains: one error in its words, not two.
pub(crate) fn failed(what: &str, said: &str) -> Failure {
    let lines: Vec<&str> = said.trim_end().lines().collect();
    let is_error = |line: &&str| line.starts_with("error: ");
    let Some(at) = lines.iter().position(is_error) else {
        return Failure::new(what).note(said);
    };
    let error = lines[at..].join("\n");
    let error = error.trim_start_matches("error: ");
    Failure::new(format!("{what}: {error}")).note(lines[..at].join("\n"))
}

/// Runs cargo. On a terminal its standard error is there to be seen; elsewhere, from the moment on when it has
/// worked for a while.
pub(crate) fn run(command: &mut Command) -> Result<Ran, Failure> {
    let is_terminal = std::io::stderr().is_terminal();
    let stderr = if is_terminal {
        Stdio::inherit()
    } else {
        Stdio::piped()
    };
    run_with(command, stderr)
}

fn run_with(command: &mut Command, stderr: Stdio) -> Result<Ran, Failure> {
    let cannot = |why: std::io::Error, command: &Command| {
        let program = command.get_program().display();
        Failure::new(format!("can't run `{program}`: {why}"))
    };
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(stderr);
    let mut child = command.spawn().map_err(|why| cannot(why, command))?;
    let (sender, receiver) = mpsc::channel();
    if let Some(stderr) = child.stderr.take() {
        send_lines(stderr, Said::Error, sender.clone());
    }
    if let Some(stdout) = child.stdout.take() {
        send_lines(stdout, Said::Output, sender);
    }

    let (mut lines, mut unshown) = (Vec::new(), String::new());
    let patient_until = Instant::now() + PATIENCE;
    let mut is_shown = false;
    loop {
        let said = match patient_until.checked_duration_since(Instant::now()) {
            Some(left) if !is_shown => receiver.recv_timeout(left),
            _ => receiver.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match said {
            Ok(Said::Output(line)) => lines.push(line),
            Ok(Said::Error(line)) => {
                unshown.push_str(&line);
                unshown.push('\n');
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        is_shown |= Instant::now() >= patient_until;
        if is_shown {
            eprint!("{}", std::mem::take(&mut unshown));
        }
    }
    let status = child.wait().map_err(|why| cannot(why, command))?;
    Ok(Ran {
        success: status.success(),
        lines,
        unshown,
    })
}

enum Said {
    Output(String),
    Error(String),
}

fn send_lines(stream: impl Read + Send + 'static, said: fn(String) -> Said, sender: Sender<Said>) {
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            if sender
                .send(said(line.trim_end_matches('\r').to_owned()))
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
    fn one_error_in_the_words_of_cargo() {
        let failure = failed("no", " Locking\nerror: can't\n\nCaused by:\n  this\n");
        assert_eq!(failure.what, "no: can't\n\nCaused by:\n  this");
        assert_eq!(failure.notes, [" Locking"]);
        let failure = failed("no", "\u{1b}[31merror\u{1b}[m: can't\n");
        assert_eq!(failure.what, "no");
        assert_eq!(failure.notes, ["\u{1b}[31merror\u{1b}[m: can't"]);
        assert_eq!(failed("no", "").notes, [""; 0]);
    }
}
