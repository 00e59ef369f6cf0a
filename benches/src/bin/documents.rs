//! The cost of the documents of 1,000 and of 5,000 errors, form by form.
//!
//! `cargo run --release --bin documents` prints milliseconds of CPU (least of seven rounds, one thread) and the growth
//! from the one to the other, of which five is linear. `-- FOLDER` writes the HTML page of the 5,000 there, for
//! `tests/pages/keystrokes.mjs`.

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use errcode::Catalog;
use errcode::docs::{self, Document};
use rustix::time::{ClockId, clock_gettime};

include!(concat!(env!("OUT_DIR"), "/large.rs"));

const ROUNDS: usize = 7;

/// A form, and what makes it: the number of its bytes.
type Form = (&'static str, fn(&Document) -> usize);

const FORMS: [Form; 8] = [
    ("Markdown, one page", |document| {
        docs::markdown(document, &docs::markdown::Options::default()).len()
    }),
    ("Markdown, a file for each group", |document| {
        bytes(&docs::markdown::files(
            document,
            &docs::markdown::Options::default(),
        ))
    }),
    ("HTML, one page", |document| docs::html(document).len()),
    ("HTML, a page for each error", |document| {
        bytes(&docs::html::files(document))
    }),
    ("JSON catalog", |document| docs::json(document).len()),
    ("OpenAPI", |document| openapi(document, false)),
    ("OpenAPI, `oneOf`", |document| openapi(document, true)),
    ("TypeScript", |document| docs::typescript(document).len()),
];

/// What a document may be like, and what makes it so.
type Shape = (&'static str, fn(&mut Document));

const SHAPES: [Shape; 3] = [
    ("eight statuses", |_| {}),
    ("one status", |document| {
        for error in document.groups.iter_mut().flat_map(|g| &mut g.errors) {
            error.status = 400;
        }
    }),
    ("one status, members all named differently", |document| {
        let errors = document.groups.iter_mut().flat_map(|g| &mut g.errors);
        for (at, error) in errors.enumerate() {
            error.status = 400;
            for detail in &mut error.details {
                detail.name = format!("{}_{at}", detail.name);
            }
        }
    }),
];

fn main() -> std::io::Result<()> {
    if let Some(folder) = std::env::args_os().nth(1) {
        let path = Path::new(&folder).join("large.html");
        std::fs::write(&path, docs::html(&ALL))?;
        println!("{}", path.display());
        return Ok(());
    }
    let collect = |catalog: &'static Catalog| least(|| Document::from(catalog).errors().count());
    println!(
        "{:<34} {:>9} {:>9} {:>6} {:>9}",
        "", "1,000", "5,000", "growth", "size"
    );
    row(
        "from the catalog to the document",
        collect(&FIFTH),
        collect(&ALL),
    );
    for (title, reshape) in SHAPES {
        println!("{title}");
        let (mut fifth, mut all) = (Document::from(&FIFTH), Document::from(&ALL));
        reshape(&mut fifth);
        reshape(&mut all);
        for (name, render) in FORMS {
            row(name, least(|| render(&fifth)), least(|| render(&all)));
        }
    }
    Ok(())
}

fn row(name: &str, (fifth, _): (f64, usize), (all, size): (f64, usize)) {
    let growth = all / fifth;
    println!("{name:<34} {fifth:>6.0} ms {all:>6.0} ms {growth:>6.1} {size:>9}");
}

/// The CPU time of this process, which no other program's work is in.
fn cpu() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let time = Duration::try_from(time);
    time.expect("a process has not run for less than no time")
}

/// The least CPU time of some rounds in milliseconds, and what was made.
fn least(make: impl Fn() -> usize) -> (f64, usize) {
    let mut least = f64::INFINITY;
    let mut made = 0;
    for _ in 0..ROUNDS {
        let start = cpu();
        made = black_box(make());
        let taken = cpu().saturating_sub(start);
        least = least.min(taken.as_secs_f64() * 1e3);
    }
    (least, made)
}

fn bytes(files: &[docs::File]) -> usize {
    files.iter().map(|file| file.text.len()).sum()
}

fn openapi(document: &Document, one_of: bool) -> usize {
    let options = docs::openapi::Options {
        one_of,
        ..docs::openapi::Options::default()
    };
    docs::openapi(document, &options).to_string().len()
}
