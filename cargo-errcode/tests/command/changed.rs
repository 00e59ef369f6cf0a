//! `check` on a changed service: it reports each change with its level, and nothing else.

use serde_json::Value;

use crate::fixture::{Fixture, errcode};

const ERRORS: &str = r#"
//! The errors of a shop.

use errcode::ApiError;

/// Everything that can go wrong.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
pub enum ShopError {
    /// There is no such item.
    #[error("no item {id}")]
    #[api(status = 404, code = "ITEM_NOT_FOUND")]
    #[api(example(Self::NotFound { id: 7 }))]
    NotFound {
        #[api(public)]
        id: u64,
    },
    /// The item is sold out.
    #[error("sold out")]
    #[api(status = 409, code = "SOLD_OUT")]
    SoldOut,
    /// The card was declined.
    #[error("declined")]
    #[api(status = 402, code = "CARD_DECLINED")]
    Declined,
    /// The shop is closed.
    #[error("closed")]
    #[api(status = 503, code = "CLOSED")]
    Closed,
}

errcode::catalog! {
    pub static ERRORS: Catalog = { title: "Shop", types: [ShopError] };
}
"#;

fn shop() -> Fixture {
    let manifest = format!(
        "[package]\nname = \"cli-shop\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{}
[package.metadata.errcode]\ncatalog = \"crate::ERRORS\"\n",
        errcode()
    );
    Fixture::new("shop", &[("Cargo.toml", &manifest), ("src/lib.rs", ERRORS)])
}

#[test]
fn a_status_a_code_a_field_and_a_text() {
    let shop = shop();
    shop.run(&["check", "--update"]).fine();
    shop.run(&["docs", "json", "--out", "old.json"]).fine();
    assert_eq!(shop.run(&["check"]).fine(), "No changes.\n");

    shop.replace("src/lib.rs", "status = 409", "status = 410");
    let declined = &ERRORS
        [ERRORS.find("    /// The card").unwrap()..ERRORS.find("    /// The shop is").unwrap()];
    shop.replace("src/lib.rs", declined, "");
    shop.replace(
        "src/lib.rs",
        "#[api(public)]\n",
        "#[api(public = \"item\")]\n",
    );
    shop.replace(
        "src/lib.rs",
        "The shop is closed.",
        "The shop is closed. Come back tomorrow.",
    );

    let check = shop.run(&["check"]);
    let words: Vec<&str> = check.out.lines().collect();
    let levels: Vec<&str> = words
        .iter()
        .map(|line| line.split(' ').next().unwrap())
        .collect();
    assert_eq!(
        levels,
        ["breaking", "breaking", "breaking", "patch", "4"],
        "{check:?}"
    );
    assert_eq!(words[4], "4 changes: 3 breaking, 1 patch.");
    check.findings();

    let json = shop.run(&["check", "--json"]).findings();
    let json: Value = serde_json::from_str(&json).unwrap();
    let changes = json[0]["changes"].as_array().unwrap();
    let mut found: Vec<[&str; 3]> = changes
        .iter()
        .map(|change| ["level", "code", "kind"].map(|key| change[key].as_str().unwrap()))
        .collect();
    found.sort_unstable();
    let expected = [
        ["breaking", "CARD_DECLINED", "removed"],
        ["breaking", "ITEM_NOT_FOUND", "detail-renamed"],
        ["breaking", "SOLD_OUT", "status"],
        ["patch", "CLOSED", "text"],
    ];
    assert_eq!(found, expected);

    // `diff` reports the same; after an update there is nothing to report.
    shop.run(&["docs", "json", "--out", "new.json"]).fine();
    let diff = shop
        .run(&["diff", "old.json", "new.json", "--json"])
        .findings();
    let diff: Value = serde_json::from_str(&diff).unwrap();
    assert_eq!(diff["changes"], json[0]["changes"]);
    shop.run(&["check", "--accept"]).fine();
    assert_eq!(
        shop.run(&["check", "--deny", "patch"]).fine(),
        "No changes.\n"
    );
    let lock: Value = serde_json::from_str(&shop.read("errcode.lock.json")).unwrap();
    assert_eq!(lock["retired"][0]["errors"][0]["code"], "CARD_DECLINED");
}
