//! `cargo errcode docs`: which documents are wanted, and where; they are written, printed, or compared.

mod comparison;

use std::collections::HashMap;
use std::path::PathBuf;

use clap::ValueEnum;
use errcode_docs::{Document, Form};

use super::service::Service;
use crate::Outcome;
use crate::failure::Failure;
use crate::files;
use crate::options::Source;
use crate::terminal::report::{self, ERROR, GOOD, styled};

/// Write the documents, or with `--check` compare them
///
/// Without FORM, all documents of `[package.metadata.errcode.docs]` are written to their places. With FORM it is that
/// one alone: to `--out`, else to its place in `Cargo.toml`, else to the standard output.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The one document that is wanted
    form: Option<FormName>,
    /// Where to write it: a file, `-` for the standard output, or a folder, with `/` at the end, for markdown and html
    #[arg(short, long, value_name = "PATH", requires = "form")]
    out: Option<String>,
    /// Write nothing; print how the files differ, and exit with 1 if they do
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    source: Source,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormName {
    /// One page, or a folder with a file for each group
    Markdown,
    /// One page that needs nothing else, or a folder with a page for each code
    Html,
    /// The catalog as data, for `--catalog`, `diff` and other tools
    Json,
    /// OpenAPI 3.1: a response for each status
    Openapi,
    /// The codes as types, and a guard
    Typescript,
}

impl From<FormName> for Form {
    fn from(name: FormName) -> Self {
        match name {
            FormName::Markdown => Self::Markdown,
            FormName::Html => Self::Html,
            FormName::Json => Self::Json,
            FormName::Openapi => Self::Openapi,
            FormName::Typescript => Self::Typescript,
        }
    }
}

/// A document of a service and where it belongs.
#[derive(Debug, PartialEq)]
struct Wanted {
    form: Form,
    place: Place,
}

#[derive(Debug, PartialEq)]
enum Place {
    StandardOutput,
    /// A path as it is written, from a folder.
    Path {
        folder: PathBuf,
        path: String,
    },
}

/// What a comparison found.
#[derive(Debug, Default)]
struct Found {
    /// The documents.
    count: usize,
    /// Those that are out of date.
    stale: usize,
    /// The pages that none of them has any more.
    left_over: usize,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let services = Service::select(&args.source)?;
    let wanted = services.iter().map(|service| of_service(args, service));
    let wanted: Vec<Vec<Wanted>> = wanted.collect::<Result<_, _>>()?;
    let is_one_place =
        |wanted: &Wanted| args.out.is_some() || wanted.place == Place::StandardOutput;
    if services.len() > 1 && wanted.iter().flatten().any(is_one_place) {
        return Err(
            Failure::new("the documents of several packages would go to one place").help(
                "say which package with `-p NAME`, or name a place in the `Cargo.toml` of each",
            ),
        );
    }
    apart(&services, &wanted)?;
    if wanted.iter().all(Vec::is_empty) {
        return Err(no_documents(&services));
    }
    let mut found = Found::default();
    for (service, wanted) in services.iter().zip(&wanted) {
        if wanted.is_empty() {
            report::say(format!("package `{}` names no documents", service.name));
            continue;
        }
        let document = service.document()?;
        for wanted in wanted {
            hand_out(args, service, &document, wanted, &mut found)?;
        }
    }
    if !args.check {
        return Ok(Outcome::Fine);
    }
    report::say(found.summary());
    Ok(Outcome::findings(found.stale + found.left_over > 0))
}

/// The documents of a service that are wanted.
fn of_service(args: &Args, service: &Service) -> Result<Vec<Wanted>, Failure> {
    let kept = |form: Form| {
        let path = service.settings.docs.path(form)?.to_owned();
        let folder = service.folder.clone();
        Some(Place::Path { folder, path })
    };
    let Some(form) = args.form.map(Form::from) else {
        let forms = Form::ALL.into_iter();
        let wanted = forms.filter_map(|form| {
            Some(Wanted {
                form,
                place: kept(form)?,
            })
        });
        return wanted.map(valid).collect();
    };
    let place = match args.out.as_deref() {
        Some("-") => Place::StandardOutput,
        Some(path) => Place::Path {
            folder: PathBuf::new(),
            path: path.to_owned(),
        },
        None => kept(form).unwrap_or(Place::StandardOutput),
    };
    if args.check && place == Place::StandardOutput {
        return Err(Failure::new(format!(
            "there is no file to compare the document `{form}` with"
        ))
        .help(format!(
            "name it with `--out PATH`, or in `Cargo.toml`:\n\n{}",
            lines_to_add(form)
        )));
    }
    Ok(vec![valid(Wanted { form, place })?])
}

/// Refuses a place that the form can't have.
fn valid(wanted: Wanted) -> Result<Wanted, Failure> {
    let (form, Place::Path { folder, path }) = (wanted.form, &wanted.place) else {
        return Ok(wanted);
    };
    if path.is_empty() {
        return Err(
            Failure::new(format!("the path of the document `{form}` is empty")).help("name a file"),
        );
    }
    let is_folder = path.ends_with('/');
    if is_folder && !form.can_be_folder() {
        return Err(Failure::new(format!(
            "the document `{form}` is one file, and `{path}` is a folder"
        ))
        .help(format!("name the file: `{path}errors`, with its extension")));
    }
    if !is_folder && folder.join(path).is_dir() {
        let failure = Failure::new(format!(
            "`{path}`, where the document `{form}` would go, is a folder"
        ));
        let help = if form.can_be_folder() {
            format!("write `{path}/` for several files in it, or name a file")
        } else {
            "name a file".to_owned()
        };
        return Err(failure.help(help));
    }
    Ok(wanted)
}

/// Refuses two documents at one place: the later would overwrite the other.
fn apart(services: &[Service], wanted: &[Vec<Wanted>]) -> Result<(), Failure> {
    let mut places: HashMap<_, (&Service, Form)> = HashMap::new();
    for (service, wanted) in services.iter().zip(wanted) {
        for Wanted { form, place } in wanted {
            let Place::Path { folder, path } = place else {
                continue;
            };
            // In a folder documents of two forms have files of different names.
            let of_folder = path.ends_with('/').then_some(*form);
            let place = files::normal(&folder.join(path));
            let shown = files::shown(&place);
            let end = if of_folder.is_some() { "/" } else { "" };
            if let Some((other, first)) = places.insert((place, of_folder), (service, *form)) {
                return Err(Failure::new(format!(
                    "two documents would go to `{shown}{end}`: `{first}` of package `{}`, and `{form}` of package `{}`",
                    other.name, service.name
                ))
                .help("name another place for one of them in `Cargo.toml`"));
            }
        }
    }
    Ok(())
}

/// Writes, prints or compares a document.
fn hand_out(
    args: &Args,
    service: &Service,
    document: &Document,
    wanted: &Wanted,
    found: &mut Found,
) -> Result<(), Failure> {
    let outputs = &service.settings.docs;
    let Place::Path { folder, path } = &wanted.place else {
        return report::print(&outputs.text(wanted.form, document));
    };
    let files = outputs.files(wanted.form, document, path);
    let left_over = comparison::left_over(wanted.form, &files, folder, path)?;
    if args.check {
        found.count += 1;
        found.stale += usize::from(!comparison::are_current(&files, folder)?);
        found.left_over += left_over.len();
        let lines = left_over.iter().map(|page| comparison::left(page) + "\n");
        return report::print(&lines.collect::<String>());
    }
    for file in &files {
        let path = folder.join(&file.path);
        let what = if files::write(&path, &file.text)? {
            "wrote"
        } else {
            "is current"
        };
        report::say(format!(
            "{} {}",
            styled(GOOD, format!("{what:>10}")),
            files::shown(&path)
        ));
    }
    for page in &left_over {
        report::say(comparison::left(page));
    }
    Ok(())
}

fn no_documents(services: &[Service]) -> Failure {
    let names: Vec<&str> = services
        .iter()
        .map(|service| service.name.as_str())
        .collect();
    Failure::new(format!("no document is named for `{}`", names.join("`, `"))).help(format!(
        "say which one: `cargo errcode docs markdown --out errors.md`, or name those that are kept in `Cargo.toml`:\n\n{}",
        lines_to_add(Form::Markdown)
    ))
}

fn lines_to_add(form: Form) -> String {
    let file = match form {
        Form::Markdown => "errors.md",
        Form::Html => "errors.html",
        Form::Json => "errors.json",
        Form::Openapi => "openapi.json",
        Form::Typescript => "errors.ts",
    };
    format!("  [package.metadata.errcode.docs]\n  {form} = \"docs/{file}\"")
}

impl Found {
    fn summary(&self) -> String {
        let mut lines = Vec::new();
        let documents = match (self.stale, self.count) {
            (0, 1) => "the document is current".to_owned(),
            (0, count) => format!("{count} documents are current"),
            (_, 1) => {
                "the document is out of date; the command without `--check` writes it".to_owned()
            }
            (1, count) => format!(
                "1 of {count} documents is out of date; the command without `--check` writes it"
            ),
            (stale, count) => format!(
                "{stale} of {count} documents are out of date; the command without `--check` writes them"
            ),
        };
        if self.stale > 0 {
            lines.push(format!("{} {documents}", styled(ERROR, "error:")));
        } else if self.left_over == 0 {
            lines.push(format!("{} {documents}", styled(GOOD, "ok:")));
        }
        if self.left_over > 0 {
            let pages = match self.left_over {
                1 => "1 page is left over; delete it".to_owned(),
                count => format!("{count} pages are left over; delete them"),
            };
            lines.push(format!("{} {pages}", styled(ERROR, "error:")));
        }
        lines.join("\n")
    }
}
