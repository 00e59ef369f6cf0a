//! Checks the codes of catalogs that are made at run time.

use super::*;
use crate::catalog::CatalogParts;
use crate::checks::tests::refusal;
use crate::document::Documents;
use crate::format::Nested;
use crate::sample::table;

/// More than any catalog here needs.
const SLOTS: usize = 64;

/// An entry of a code under a hash, and whether others may have the code.
type Coded = (&'static str, u64, bool);

fn leaked<T>(items: impl IntoIterator<Item = T>) -> &'static [T] {
    items.into_iter().collect::<Vec<T>>().leak()
}

/// A catalog whose entries have names like their codes.
fn with_hashes(
    name: &'static str,
    codes: &[Coded],
    includes: &[&'static Catalog],
) -> &'static Catalog {
    let shared = codes.iter().enumerate().filter(|(_, coded)| coded.2);
    let rows: Vec<_> = codes.iter().map(|(code, ..)| (400, *code)).collect();
    let documents = Documents {
        table: table(&rows, false),
        names: leaked(codes.iter().map(|(code, ..)| *code)),
        hashes: leaked(codes.iter().map(|(_, hash, _)| *hash)),
        shared: leaked(shared.map(|(at, _)| at)),
        ..Documents::NONE
    };
    Box::leak(Box::new(Catalog::new(CatalogParts {
        name,
        definition: fnv1a(name),
        instance: instance(fnv1a(name), includes),
        documents,
        includes: leaked(includes.iter().copied()),
        ..CatalogParts::NOTHING
    })))
}

fn catalog(
    name: &'static str,
    codes: &[&'static str],
    includes: &[&'static Catalog],
) -> &'static Catalog {
    let hashed = codes.iter().map(|code| (*code, fnv1a(code), false));
    with_hashes(name, &hashed.collect::<Vec<Coded>>(), includes)
}

/// The first line of the error for a code that is used twice.
fn clash(catalog: &'static Catalog) -> Option<String> {
    let text = refusal(|| assert_unique(&Table::<SLOTS>::new().register(catalog, Catalog::EMPTY)))?;
    Some(text.lines().next().unwrap_or_default().to_owned())
}

#[expect(clippy::unnecessary_wraps, reason = "compared with what may be none")]
fn used_twice(code: &str, first: &str, second: &str) -> Option<String> {
    Some(format!(
        "code \"{code}\" is used twice: by {first} and by {second}"
    ))
}

#[test]
fn the_hash_is_fnv_1a() {
    // The algorithm's own test vectors.
    assert_eq!(fnv1a(""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(fnv1a("a"), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(fnv1a("foobar"), 0x8594_4171_f739_67e8);
}

#[test]
fn a_catalog_is_identified_by_its_definition_and_what_it_includes() {
    let (a, b) = (catalog("a", &[], &[]), catalog("b", &[], &[]));
    let instances = [
        instance(fnv1a("x"), &[]),
        instance(fnv1a("y"), &[]),
        instance(fnv1a("x"), &[a]),
        instance(fnv1a("x"), &[b]),
        instance(fnv1a("x"), &[a, b]),
        instance(fnv1a("x"), &[b, a]),
    ];
    for (at, one) in instances.iter().enumerate() {
        assert!(!instances[..at].contains(one), "{at}");
    }
    assert_eq!(instance(fnv1a("x"), &[a, b]), instances[4]);
}

#[test]
fn a_table_is_at_most_half_full() {
    let inner = catalog("i", &["A", "B", "C"], &[]);
    for (catalog, below) in [
        (catalog("o", &[], &[]), 1),
        (inner, 4),
        (catalog("o", &["D"], &[inner]), 6),
        (catalog("o", &["D", "E"], &[inner, inner]), 11),
        (catalog("o", &[], &[catalog("e", &[], &[]); 8]), 9),
    ] {
        let slots = slots(catalog);
        assert!(slots.is_power_of_two());
        assert!(slots >= 2 * below, "{slots} for {below}");
        assert!(slots <= 4 * below + 4, "{slots} for {below}");
    }
}

#[test]
fn a_code_is_used_once() {
    let one = catalog("m::One", &["A", "B"], &[]);
    let two = catalog("m::Two", &["C", "B"], &[]);
    let other = catalog("m::Other", &["X", "Y"], &[]);
    assert_eq!(clash(one), None);
    assert_eq!(clash(catalog("all", &[], &[one, other])), None);
    assert_eq!(
        clash(catalog("all", &[], &[other, one, two])),
        used_twice("B", "m::One::B", "m::Two::B")
    );
    // In the type itself, and deeper down.
    assert_eq!(
        clash(catalog("m::Outer", &["A"], &[one])),
        used_twice("A", "m::Outer::A", "m::One::A")
    );
    let deep = catalog("m::Deep", &[], &[catalog("m::Deeper", &[], &[two])]);
    assert_eq!(
        clash(catalog("all", &[], &[one, deep])),
        used_twice("B", "m::One::B", "m::Two::B")
    );
    assert_eq!(
        clash(catalog("m::Same", &["A", "A"], &[])),
        used_twice("A", "m::Same::A", "m::Same::A")
    );
}

#[test]
fn the_first_clash_is_reported() {
    let own = catalog("m::Own", &["A", "A", "B", "B"], &[]);
    assert_eq!(clash(own), used_twice("A", "m::Own::A", "m::Own::A"));
    let one = catalog("m::One", &["A", "B"], &[]);
    let outer = catalog(
        "m::Outer",
        &["C", "C"],
        &[one, catalog("m::Two", &["B"], &[])],
    );
    assert_eq!(clash(outer), used_twice("C", "m::Outer::C", "m::Outer::C"));
    let two = catalog("m::Two", &["B"], &[catalog("m::Three", &["A"], &[])]);
    assert_eq!(
        clash(catalog("all", &[], &[one, two])),
        used_twice("B", "m::One::B", "m::Two::B")
    );
}

#[test]
fn a_struct_is_named_once() {
    let unit = catalog("m::Taken", &["Taken"], &[]);
    let other = catalog("m::Other", &["Taken"], &[]);
    assert_eq!(
        clash(catalog("all", &[], &[unit, other])),
        used_twice("Taken", "m::Taken", "m::Other::Taken")
    );
}

#[test]
fn a_type_reached_twice_counts_once() {
    let inner = catalog("m::Inner", &["A"], &[]);
    let left = catalog("m::Left", &["L"], &[inner]);
    let right = catalog("m::Right", &["R"], &[inner]);
    assert_eq!(
        clash(catalog("all", &[], &[left, right, inner, left])),
        None
    );
    // Two instances of a generic type: one set of entries, two sets of inner ones.
    let first = catalog("m::Generic", &["G"], &[inner]);
    let second = catalog("m::Generic", &["G"], &[catalog("m::Late", &["R"], &[])]);
    assert_eq!(clash(catalog("all", &[], &[first, second])), None);
    assert_eq!(
        clash(catalog("all", &[], &[right, first, second])),
        used_twice("R", "m::Right::R", "m::Late::R")
    );
}

#[test]
fn shared_codes_do_not_clash() {
    let (plain, shared) = (("A", fnv1a("A"), false), ("A", fnv1a("A"), true));
    for codes in [[shared, plain], [plain, shared], [shared, shared]] {
        assert_eq!(clash(with_hashes("m::Own", &codes, &[])), None);
    }
    let other = ("B", fnv1a("B"), true);
    assert!(clash(with_hashes("m::Own", &[other, plain, plain], &[])).is_some());
}

#[test]
fn different_codes_with_equal_hashes_do_not_clash() {
    // All begin at the same slot of the table, the first or the last. Three have the same hash.
    let slots = SLOTS as u64;
    for slot in [0, slots - 1] {
        let alike = [
            ("A", slot, false),
            ("B", slot, false),
            ("C", slot, false),
            ("D", slot + slots, false),
            ("E", slot + 2 * slots, false),
        ];
        let first = with_hashes("m::First", &alike, &[]);
        assert_eq!(clash(first), None);
        for one in alike {
            let code = one.0;
            let second = with_hashes("m::Second", &[("Z", 1, false), one], &[]);
            let names = ["First", "Second"].map(|name| format!("m::{name}::{code}"));
            assert_eq!(
                clash(catalog("all", &[], &[first, second])),
                used_twice(code, &names[0], &names[1])
            );
        }
    }
}

#[test]
fn a_set_takes_each_hash_once() {
    // All begin at the same slot of four, the first or the last, and fill the set.
    for hashes in [[4, 8, 12, 16], [3, 7, 11, 15]] {
        let mut set = [0; 4];
        for hash in hashes {
            assert!(insert(&mut set, hash), "{hash}");
        }
        for hash in hashes {
            assert!(!insert(&mut set, hash), "{hash}");
        }
        set.sort_unstable();
        assert_eq!(set, hashes);
    }
}

#[test]
fn each_included_catalog_is_checked_against_those_before_it() {
    let one = catalog("m::One", &["A"], &[]);
    let two = catalog("m::Two", &["B", "O"], &[]);
    let three = catalog("m::Three", &["A"], &[]);
    let outer = catalog("m::Outer", &["O"], &[one, two, three]);
    let texts = clashes::<SLOTS, 3>(outer).map(|clash| refusal(move || assert_unique(&clash)));
    let says = |at: usize| {
        texts[at]
            .as_deref()
            .and_then(|text| text.lines().next())
            .map(str::to_owned)
    };
    assert_eq!(says(0), None);
    assert_eq!(says(1), used_twice("O", "m::Outer::O", "m::Two::O"));
    assert_eq!(says(2), used_twice("A", "m::One::A", "m::Three::A"));
}

#[test]
fn a_clash_is_reported_once() {
    let of_type = |catalog: &'static Catalog| -> &'static Catalog {
        Box::leak(Box::new(Catalog::new(CatalogParts {
            origin: Origin::Type,
            ..catalog.parts
        })))
    };
    let inner = catalog("m::Inner", &["A"], &[]);
    let other = catalog("m::Other", &["B"], &[]);
    let outer = catalog("m::Outer", &["A"], &[inner, other]);
    let is_reported = |top: &'static Catalog| {
        let [clash] = clashes::<SLOTS, 1>(top);
        refusal(move || assert_unique(&clash)).is_some()
    };
    // The derive does not check a type with parameters.
    assert!(is_reported(catalog("m::Top", &[], &[outer])));
    assert!(!is_reported(catalog("m::Top", &[], &[of_type(outer)])));
    let open = catalog("m::Open", &[], &[of_type(outer)]);
    assert!(!is_reported(catalog("m::Top", &[], &[open])));
    // A clash that only the top brings together is reported there.
    assert!(is_reported(catalog("m::Top", &["B"], &[of_type(outer)])));
}

#[test]
fn the_first_type_gives_a_catalog_its_format() {
    let nested = Catalog::new(CatalogParts {
        format: FormatVtable::new::<Nested>(),
        documents: Documents::NONE,
        ..CatalogParts::NOTHING
    });
    let nested: &'static Catalog = Box::leak(Box::new(nested));
    assert_eq!(first_format(&[]).name(), "problem");
    assert_eq!(first_format(&[nested, Catalog::EMPTY]).name(), "nested");
}
