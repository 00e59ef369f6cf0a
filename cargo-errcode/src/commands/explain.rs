//! `cargo errcode explain`: prints what the catalog says about one code.

use std::fmt::Write as _;

use errcode_docs::{Detail, Document, Entry, Group, Header};

use super::Outcome;
use super::service::Service;
use crate::failure::Failure;
use crate::options::Source;
use crate::terminal::report::{self, CODE, HEADING, escaped, styled};
use crate::terminal::{markdown, suggestion};

/// Explain a code: its meaning, its causes, how to fix it, and its response
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The code
    #[arg(allow_negative_numbers = true)]
    code: String,
    #[command(flatten)]
    source: Source,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let services = Service::select(&args.source)?;
    let documents = Service::documents(&services)?;
    match find_and_explain(&documents, &args.code) {
        Ok(text) => report::print(&text).map(|()| Outcome::NoFindings),
        // The command ran; the unknown code is a finding.
        Err(unknown) => {
            report::failure(&unknown);
            Ok(Outcome::Findings)
        }
    }
}

/// Explains every error with the code. With several packages, each has a heading.
fn find_and_explain(documents: &[(&str, Document)], code: &str) -> Result<String, Failure> {
    let mut texts = Vec::new();
    for (package, document) in documents {
        for group in &document.groups {
            let errors = group.errors.iter();
            let found = errors.filter(|error| error.code.to_string() == code);
            texts.extend(found.map(|error| {
                let text = explain(group, error);
                if documents.len() == 1 {
                    text
                } else {
                    format!("{}\n{text}", styled(HEADING, package))
                }
            }));
        }
    }
    if !texts.is_empty() {
        return Ok(texts.join("\n"));
    }
    let errors = documents.iter().flat_map(|(_, document)| document.errors());
    let codes: Vec<String> = errors.map(|error| error.code.to_string()).collect();
    let help = suggestion::did_you_mean(code, codes.iter().map(String::as_str));
    let help = help.unwrap_or_else(|| "run `cargo errcode list` to see all codes".to_owned());
    Err(Failure::new(format!("unknown code `{code}`")).help(help))
}

fn explain(group: &Group, error: &Entry) -> String {
    let mut text = format!(
        "{}: {} {}\n",
        styled(CODE.bold(), escaped(&error.code.to_string())),
        error.status,
        escaped(&error.reason)
    );
    for fact in facts(group, error) {
        let _ = writeln!(text, "{}", escaped(&fact));
    }
    let mut section = |heading: &str, body: &str| {
        if !body.is_empty() {
            text.push('\n');
            if !heading.is_empty() {
                let _ = writeln!(text, "{}", styled(HEADING, heading));
            }
            let _ = writeln!(text, "{}", escaped(body.trim_end()));
        }
    };
    section("", &markdown::to_text(&error.description));
    for (title, text) in error.parts() {
        section(title, &markdown::to_text(text));
    }
    section("Details", &lines(&error.details, detail));
    section("Headers", &lines(&error.headers, header));
    section("Example", &examples(error));
    text
}

fn facts(group: &Group, error: &Entry) -> Vec<String> {
    let mut facts = vec![format!("{}, {}", group.title, group.content_type)];
    if error.title != error.reason {
        facts.push(format!("Title: {}", error.title));
    }
    if error.has_type() {
        facts.push(format!("Type: {}", error.type_uri));
    }
    if let Some(category) = &error.category {
        facts.push(format!("Category: {category}"));
    }
    if error.status_varies {
        facts.push("The status can differ: it is chosen at run time.".to_owned());
    }
    if let (Some(heading), Some(note)) = (error.deprecation(), &error.deprecated) {
        let note = markdown::to_line(note);
        facts.push(format!("{heading}. {note}").trim_end().to_owned());
    }
    facts
}

fn lines<T>(items: &[T], line: fn(&T) -> String) -> String {
    items.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A detail, as in the tables of the documents.
fn detail(detail: &Detail) -> String {
    let name = if detail.has_any_name() {
        "any name"
    } else {
        &detail.name
    };
    described(name, &detail.type_in_words(), &detail.description)
}

fn header(header: &Header) -> String {
    let value = header.value.clone();
    let mut value = value.unwrap_or_else(|| header.schema.words());
    if !header.required {
        value.push_str(", optional");
    }
    described(&header.name, &value, &header.description)
}

fn described(name: &str, value: &str, description: &str) -> String {
    let line = format!("  {name}: {value}  {}", markdown::to_line(description));
    line.trim_end().to_owned()
}

fn examples(error: &Entry) -> String {
    let mut blocks = Vec::new();
    if !error.example.is_empty() {
        blocks.push(markdown::to_text(&error.example));
    }
    if error.examples.is_empty() {
        blocks.push(Entry::NO_EXAMPLE.to_owned());
    }
    for example in &error.examples {
        let mut block = String::new();
        let lead_in = error.lead_in(example);
        if !lead_in.is_empty() {
            let _ = writeln!(block, "{lead_in}:\n");
        }
        let _ = writeln!(block, "  HTTP/1.1 {} {}", example.status, example.reason);
        for header in &example.headers {
            let _ = writeln!(block, "  {}: {}", header.name, header.value);
        }
        for line in [""].into_iter().chain(example.pretty_body().lines()) {
            block.push_str(format!("  {line}").trim_end());
            block.push('\n');
        }
        blocks.push(block.trim_end().to_owned());
    }
    blocks.join("\n\n")
}
