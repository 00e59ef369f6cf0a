//! What the writers of JSON write, and which errors they return.

use super::*;

fn written(members: impl FnOnce(&mut Object<'_>) -> Result<(), FormatError>) -> String {
    let mut bytes = Vec::new();
    Object::write(&mut bytes, members).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn members_are_parted_and_escaped() {
    assert_eq!(written(|_| Ok(())), "{}");
    let nested = written(|object| {
        object.object("a", |inner| inner.object("b", |_| Ok(())))?;
        object.member("c\"d\\e\nf", &[1, 2])?;
        object.text("g", |out| out.write_str("\"\n"))
    });
    assert_eq!(nested, r#"{"a":{"b":{}},"c\"d\\e\nf":[1,2],"g":"\"\n"}"#);
}

#[test]
fn elements_are_separated_and_missing_members_left_out() {
    let array = written(|object| {
        object.array("empty", |_| Ok(()))?;
        object.array("full", |array| {
            array.element("[")?;
            array.element(&[0_u8; 0])?;
            array.object(|inner| inner.array("c", |inner| inner.element(&None::<u8>)))
        })?;
        object.optional("none", None::<u8>)?;
        object.optional("some", Some(1))
    });
    assert_eq!(
        array,
        r#"{"empty":[],"full":["[",[],{"c":[null]}],"some":1}"#
    );
}

#[test]
fn a_text_that_fails_is_removed() {
    let kept = written(|object| {
        object.member("a", &1)?;
        let failed = object.text("b", |out| {
            out.write_str("half")?;
            Err(fmt::Error)
        });
        assert!(failed.is_err());
        object.member("c", &2)
    });
    assert_eq!(kept, r#"{"a":1,"c":2}"#);
}

#[test]
fn the_last_value_is_known() {
    written(|object| {
        object.member("a", "x")?;
        assert_eq!(object.slice(object.last_value()), b"\"x\"");
        object.text("b", |out| out.write_str("y"))?;
        assert_eq!(object.slice(object.last_value()), b"\"y\"");
        Ok(())
    });
}

#[test]
fn why_a_value_could_not_be_written() {
    let keys = std::collections::HashMap::from([(Some([1]), 2)]);
    let failed = Object::write(&mut Vec::new(), |object| object.member("a", &keys));
    let error = failed.unwrap_err();
    assert!(error.to_string().contains("key"), "{error}");
    let error = FormatError::from(fmt::Error);
    assert_eq!(error.to_string(), "a value could not be written as text");
    assert_eq!(FormatError::new(7).to_string(), "7");
}
