//! `cargo errcode docs`: writes, prints or compares the documents of a service.

mod comparison;
mod target;

use clap::ValueEnum;
use errcode_docs::{Document, Form};

use self::target::{Destination, Target};
use super::Outcome;
use super::service::Service;
use crate::failure::Failure;
use crate::files;
use crate::options::Source;
use crate::terminal::report::{self, ERROR, GOOD, styled};
use crate::terminal::suggestion;

/// Write the documents, or compare them with `--check`
///
/// Without FORM, writes every document that `[package.metadata.errcode.docs]` lists. With FORM, writes that document:
/// to `--out`, else to its path in `Cargo.toml`, else to standard output.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The document to write
    form: Option<FormName>,
    /// A file, `-` for standard output, or a folder that ends with `/` (markdown and html only)
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
    /// One self-contained page, or a folder with a page for each code
    Html,
    /// The catalog as data, for `--catalog`, `diff` and other tools
    Json,
    /// OpenAPI 3.1 with the responses of every status
    Openapi,
    /// Types of the codes and bodies, and a type guard
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

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let services = Service::select(&args.source)?;
    let targets = services.iter().map(|service| targets(args, service));
    let targets: Vec<Vec<Target>> = targets.collect::<Result<_, _>>()?;
    let is_shared =
        |target: &Target| args.out.is_some() || target.destination == Destination::StandardOutput;
    if services.len() > 1 && targets.iter().flatten().any(is_shared) {
        return Err(
            Failure::new("several packages would write their documents to the same place")
                .help("choose a package with `-p NAME`, or set a path in the `Cargo.toml` of each"),
        );
    }
    target::check_distinct(services.iter().zip(&targets))?;
    if targets.iter().all(Vec::is_empty) {
        return Err(no_documents(&services));
    }
    let mut summary = Summary::default();
    for (service, targets) in services.iter().zip(&targets) {
        if targets.is_empty() {
            report::status(format!("no documents are listed for `{}`", service.name));
            continue;
        }
        let document = service.document()?;
        for target in targets {
            if args.check {
                summary.add(service, &document, target)?;
            } else {
                write(service, &document, target)?;
            }
        }
    }
    if !args.check {
        return Ok(Outcome::NoFindings);
    }
    report::status(summary.text());
    Ok(Outcome::findings(summary.outdated + summary.left_over > 0))
}

/// The documents of a service that the command line asks for.
fn targets(args: &Args, service: &Service) -> Result<Vec<Target>, Failure> {
    let listed = |form: Form| {
        let path = service.settings.docs.path(form)?.to_owned();
        let folder = service.folder.clone();
        Some(Destination::Path { folder, path })
    };
    let Some(form) = args.form.map(Form::from) else {
        let forms = Form::ALL.into_iter();
        let listed = forms.filter_map(|form| Some(Target::new(form, listed(form)?)));
        return listed.collect();
    };
    let destination = match args.out.as_deref() {
        Some(path) => Destination::from_argument(path),
        None => listed(form).unwrap_or(Destination::StandardOutput),
    };
    if args.check && destination == Destination::StandardOutput {
        return Err(Failure::new(format!(
            "`--check` needs a file to compare the `{form}` document with"
        ))
        .help(format!(
            "pass `--out PATH`, or add this to `Cargo.toml`:\n\n{}",
            target::example_setting(form)
        )));
    }
    Ok(vec![Target::new(form, destination)?])
}

/// Writes or prints a document.
fn write(service: &Service, document: &Document, target: &Target) -> Result<(), Failure> {
    let outputs = &service.settings.docs;
    let Destination::Path { folder, path } = &target.destination else {
        return report::print(&outputs.text(target.form, document));
    };
    let files = outputs.files(target.form, document, path);
    for file in &files {
        let path = folder.join(&file.path);
        let has_changed = files::write(&path, &file.text)?;
        let verb = if has_changed { "wrote" } else { "unchanged" };
        let verb = styled(GOOD, format!("{verb:>10}"));
        report::status(format!("{verb} {}", files::display(&path)));
    }
    for page in comparison::left_over(target.form, &files, folder, path)? {
        report::status(comparison::left_over_message(&page));
    }
    Ok(())
}

fn no_documents(services: &[Service]) -> Failure {
    let names = services.iter().map(|service| service.name.as_str());
    Failure::new(format!(
        "no documents are listed for {}",
        suggestion::list(names, "and")
    ))
    .help(format!(
        "name one (`cargo errcode docs markdown --out errors.md`), or list the documents in `Cargo.toml`:\n\n{}",
        target::example_setting(Form::Markdown)
    ))
}

/// The result of `--check`.
#[derive(Debug, Default)]
struct Summary {
    /// The number of documents.
    documents: usize,
    /// The number of documents that are out of date.
    outdated: usize,
    /// The number of pages that belong to no document any more.
    left_over: usize,
}

impl Summary {
    /// Compares a document with its files, and prints the differences.
    fn add(
        &mut self,
        service: &Service,
        document: &Document,
        target: &Target,
    ) -> Result<(), Failure> {
        let Destination::Path { folder, path } = &target.destination else {
            return Ok(());
        };
        let files = service.settings.docs.files(target.form, document, path);
        let left_over = comparison::left_over(target.form, &files, folder, path)?;
        self.documents += 1;
        self.outdated += usize::from(!comparison::print_differences(&files, folder)?);
        self.left_over += left_over.len();
        let lines = left_over
            .iter()
            .map(|page| comparison::left_over_message(page) + "\n");
        report::print(&lines.collect::<String>())
    }

    fn text(&self) -> String {
        let mut lines = Vec::new();
        let fix = "run the command without `--check`";
        let documents = match (self.outdated, self.documents) {
            (0, 1) => "the document is up to date".to_owned(),
            (0, count) => format!("{count} documents are up to date"),
            (_, 1) => format!("the document is out of date; {fix} to update it"),
            (1, count) => format!("1 of {count} documents is out of date; {fix} to update it"),
            (outdated, count) => {
                format!("{outdated} of {count} documents are out of date; {fix} to update them")
            }
        };
        if self.outdated > 0 {
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
