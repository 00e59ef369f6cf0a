//! JSON catalogs in files: `list`, `explain`, `diff`, `check` and `lint` on the services in `examples/`.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::fixture::{Fixture, Ran, repository, run};

fn catalog(service: &str) -> PathBuf {
    repository()
        .join("examples")
        .join(service)
        .join("docs/errors.json")
}

fn of(service: &str, args: &[&str]) -> Ran {
    let catalog = catalog(service);
    let mut args = args.to_vec();
    args.extend(["--catalog", catalog.to_str().unwrap()]);
    run(&repository(), &args)
}

#[test]
fn a_filtered_table() {
    let all = of("skills", &["list"]).fine();
    let lines: Vec<&str> = all.lines().collect();
    assert!(lines[0].starts_with("CODE "), "{all}");
    let column = lines[0].find("STATUS").unwrap();
    assert!(
        lines[1..]
            .iter()
            .all(|line| line[column..].starts_with(['4', '5'])),
        "{all}"
    );

    let some = of(
        "skills",
        &["list", "--status", "5xx", "--group", "General Errors"],
    )
    .fine();
    let codes = some
        .lines()
        .skip(1)
        .map(|line| line.split(' ').next().unwrap());
    assert_eq!(codes.collect::<Vec<_>>(), ["STORAGE_ERROR"]);

    let json = of(
        "skills",
        &[
            "list",
            "--status",
            "5xx",
            "--group",
            "generalerror",
            "--json",
        ],
    )
    .fine();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["code"], "STORAGE_ERROR");
    assert_eq!(json[0]["status"], 502);
    assert_eq!(json.as_array().map(Vec::len), Some(1));

    let none = of("skills", &["list", "--status", "418"]);
    none.says("no error matches");
    assert_eq!(none.fine(), "");
}

#[test]
fn an_explanation() {
    let text = of("accounts", &["explain", "RATE_LIMIT_EXCEEDED"]).fine();
    assert!(
        text.starts_with("RATE_LIMIT_EXCEEDED: 429 Too Many Requests\n"),
        "{text}"
    );
    for part in [
        "\nScenario\nExceeding the allowed",
        "\nHow to fix\nImplement backoff",
        "\nRetry\nWait as many seconds",
        "\nHeaders\n  Retry-After: integer  When",
        "\n  HTTP/1.1 429 Too Many Requests\n",
        "\n      \"code\": \"RATE_LIMIT_EXCEEDED\",\n",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    let text = of("skills", &["explain", "SKILL_SLUG_TAKEN"]).fine();
    assert!(text.contains("\nDetails\n  slug: string  "), "{text}");
}

#[test]
fn the_schema_needs_no_package() {
    let text = run(&std::env::temp_dir(), &["schema"]).fine();
    assert_eq!(text, errcode_docs::json::SCHEMA);
    let schema: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(schema["type"], "object");
}

#[test]
fn unknown_names() {
    of("skills", &["explain", "skill-slug-taken"]).finds_none(
        "error: unknown code `skill-slug-taken`\nhelp: did you mean `SKILL_SLUG_TAKEN`?",
    );
    of("skills", &["explain", "teapot"]).finds_none(
        "error: unknown code `teapot`\nhelp: run `cargo errcode list` to see all codes",
    );
    of("skills", &["list", "--group", "auth"]).fails_with(
        "error: unknown group `auth`\nhelp: did you mean `AuthError` or `Authentication Errors`?",
    );
    let wrong = of("skills", &["list", "--status", "40x"]);
    assert!(
        wrong
            .err
            .contains("expected a status such as `404` or a class such as `4xx`"),
        "{wrong:?}"
    );
    assert_eq!(wrong.code, 2);
    let wrong = of("skills", &["lint", "--allow", "no-fox"]);
    assert!(
        wrong
            .err
            .contains("unknown variant `no-fox`, expected one of `undocumented`, "),
        "{wrong:?}"
    );
}

#[test]
fn findings_and_allowed_findings() {
    let text = of("vault", &["lint"]).findings();
    assert!(text.contains("\n\nno-fix: "), "{text}");
    assert!(text.ends_with(" findings.\n"), "{text}");
    let json: Value = serde_json::from_str(&of("vault", &["lint", "--json"]).findings()).unwrap();
    assert_eq!(json[0]["kind"], "no-fix");
    let fine = of("vault", &["lint", "--allow", "no-fix"]).fine();
    assert!(fine.ends_with("\n\nNo findings.\n"), "{fine}");
}

#[test]
fn what_bodies_do_not_carry_is_a_table_and_no_finding() {
    let table = of("vault", &["lint", "--lost"]).fine();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(
        lines,
        [
            "NOT IN BODIES  FORMAT                 TYPE        ERRORS",
            "code           problem(code = false)  VaultError  9 of 9",
            "code           problem(code = false)  HttpError   1 of 1",
        ]
    );
    let all = of("vault", &["lint"]).findings();
    assert!(all.starts_with(&table), "{all}");

    let json = of("vault", &["lint", "--lost", "--json"]).fine();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json.as_array().map(Vec::len), Some(2));
    let row = json!({
        "package": json[1]["package"],
        "group": "vault::errors::HttpError",
        "format": "problem(code = false)",
        "fact": "code",
        "codes": ["method_not_allowed"],
        "errors": 1,
    });
    assert_eq!(json[1], row);

    // These bodies carry all facts of their errors.
    let hosting = of("hosting", &["lint", "--lost"]);
    assert_eq!(hosting.fine(), "");
    let wrong = of("vault", &["lint", "--lost", "--allow", "no-fix"]);
    assert_eq!(wrong.code, 2, "{wrong:?}");
}

#[test]
fn a_catalog_of_an_earlier_release_does_not_say_what_bodies_carry() {
    let text = std::fs::read_to_string(catalog("vault")).unwrap();
    let mut old: Value = serde_json::from_str(&text).unwrap();
    for group in old["groups"].as_array_mut().unwrap() {
        group.as_object_mut().unwrap().remove("carried").unwrap();
    }
    let fixture = Fixture::new("carries-nothing", &[("old.json", &old.to_string())]);
    let lost = ["lint", "--lost", "--catalog", "old.json"];
    assert_eq!(fixture.run(&lost).fine(), "");
}

#[test]
fn documents_of_a_catalog_without_its_package() {
    let folder = repository().join("examples/skills/docs");
    for (form, file) in [
        ("markdown", "errors.md"),
        ("html", "errors.html"),
        ("typescript", "errors.ts"),
    ] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        assert_eq!(of("skills", &["docs", form]).fine(), text, "{form}");
    }
}

/// A folder with two catalogs: `old.json` of a service, and `new.json` with a change.
fn two(name: &str, change: impl FnOnce(&mut Value)) -> Fixture {
    let old = std::fs::read_to_string(catalog("skills")).unwrap();
    let mut new: Value = serde_json::from_str(&old).unwrap();
    change(&mut new);
    Fixture::new(name, &[("old.json", &old), ("new.json", &new.to_string())])
}

#[test]
fn the_denied_level_decides() {
    let fixture = two("reworded", |new| new["title"] = json!("Errors"));
    let diff = ["diff", "old.json", "new.json"];
    let text = fixture.run(&diff).fine();
    assert!(text.starts_with("patch "), "{text}");
    assert!(text.ends_with("1 change: 1 patch.\n"), "{text}");
    let json = fixture
        .run(&[&diff[..], &["--json", "--deny", "patch"]].concat())
        .findings();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (&json["level"], &json["patch"]),
        (&json!("patch"), &json!(1))
    );
    assert_eq!(
        fixture
            .run(&["diff", "old.json", "old.json", "--deny", "patch"])
            .fine(),
        "No changes.\n"
    );
}

#[test]
fn a_retired_code_can_not_return_with_another_meaning() {
    let fixture = two("retired", |new| {
        new["groups"][0]["errors"].as_array_mut().unwrap().remove(0);
    });
    let update = |catalog: &str| fixture.run(&["check", "--update", "--catalog", catalog]);
    let new = update("old.json");
    new.says("wrote errcode.lock.json");
    assert_eq!(new.fine(), "");
    let gone = fixture.run(&["check", "--catalog", "new.json"]);
    assert!(gone.out.starts_with("breaking"), "{gone:?}");
    gone.says("run `cargo errcode check --update` to accept these changes");
    gone.findings();
    update("new.json").fine();
    assert_eq!(
        fixture.run(&["check", "--catalog", "new.json"]).fine(),
        "No changes.\n"
    );

    let mut other: Value = serde_json::from_str(&fixture.read("old.json")).unwrap();
    other["groups"][0]["errors"][0]["status"] = json!(410);
    fixture.write("other.json", &other.to_string());
    let back = fixture
        .run(&["check", "--catalog", "other.json", "--json"])
        .findings();
    let back: Value = serde_json::from_str(&back).unwrap();
    let kinds = back[0]["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| &change["kind"]);
    assert!(kinds.clone().any(|kind| kind == "reused"), "{back}");
    // `diff` takes a lock file too.
    fixture
        .run(&["diff", "errcode.lock.json", "other.json"])
        .findings();
}

#[test]
fn files_without_a_catalog() {
    let fixture = two("no-catalogs", |new| new["version"] = json!(9));
    for (args, text) in [
        (
            ["diff", "old.json", "new.json"],
            "error: `new.json` is a catalog of version 9, but this `cargo errcode` reads versions up to 1\n\
             help: install the release of `cargo errcode` that matches the `errcode` of the catalog",
        ),
        (
            ["diff", "old.json", "Cargo.lock"],
            "error: `Cargo.lock` is not JSON: expected value at line 1 column 1",
        ),
        (
            ["list", "--catalog", "no.json"],
            "error: can't read `no.json`: No such file or directory (os error 2)",
        ),
    ] {
        fixture.run(&args).fails_with(text);
    }
}

/// Adds an escape sequence that clears the screen to every text of a catalog.
fn clearing(catalog: &mut Value) {
    match catalog {
        Value::String(text) => text.push_str("\u{1b}[2J\u{9b}2J"),
        Value::Array(values) => values.iter_mut().for_each(clearing),
        Value::Object(members) => {
            // These members only take certain values.
            let is_text = |name: &str| !["known", "schema"].contains(&name);
            let texts = members.iter_mut().filter(|(name, _)| is_text(name));
            texts.for_each(|(_, value)| clearing(value));
        }
        _ => {}
    }
}

#[test]
fn no_escape_sequence_of_a_catalog_reaches_the_terminal() {
    let text = std::fs::read_to_string(catalog("accounts")).unwrap();
    let mut clear: Value = serde_json::from_str(&text).unwrap();
    clearing(&mut clear);
    let code = clear["groups"][0]["errors"][0]["code"].as_str().unwrap();
    let files = [
        ("a.json", text.as_str()),
        ("e.json", &clear.to_string()),
        ("page.md", "As before."),
    ];
    let fixture = Fixture::new("escapes", &files);
    let diffs = [["diff", "a.json", "e.json"], ["diff", "e.json", "a.json"]];
    for args in diffs {
        stays_clear(&fixture, &args);
    }
    let commands: [&[&str]; 9] = [
        &["list"],
        &["list", "--group", "standard error codes"],
        &["list", "--group", "nobody's"],
        &["explain", code],
        &["explain", "UNAUTHENTICATE"],
        &["lint"],
        &["docs", "markdown", "--check", "--out", "page.md"],
        &["docs", "markdown", "--out", "pages/"],
        &["docs", "html", "--out", "pages/"],
    ];
    for args in commands {
        stays_clear(&fixture, &[args, &["--catalog", "e.json"]].concat());
    }
}

/// Runs a command with colours: only its own escape sequences are in the output.
fn stays_clear(fixture: &Fixture, args: &[&str]) {
    let ran = fixture.run(&[&["--color", "always"], args].concat());
    let text = ran.out + &ran.err;
    assert!(text.contains("\u{1b}["), "no colours in {args:?}: {text:?}");
    let clears = text.contains("\u{1b}[2J") || text.contains('\u{9b}');
    assert!(!clears, "{args:?}: {text:?}");
}
