//! Problem details as XML.

use super::*;

const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<problem xmlns=\"urn:ietf:rfc:7807\">\
    <type>about:blank</type><title>Not Found</title><status>404</status>";

#[test]
fn members_are_those_of_the_problem() {
    let error = in_format::<ProblemXml>(varying_row(404));
    let context = Context::new().with_instance("/a?b&c");
    let xml = written(&error, &context);
    let end = "<detail>it says</detail><instance>/a?b&amp;c</instance><code>A</code></problem>\n";
    assert_eq!(xml, format!("{START}{end}"));
    let codeless = in_format::<ProblemXml<false>>(error.entry);
    assert_eq!(
        body(&codeless),
        format!("{START}<detail>it says</detail></problem>\n")
    );
}

#[test]
fn values_of_each_kind() {
    let details = |details: &mut Details<'_>| {
        details.member("text", "]]><a b='\"'>&\0\r\n");
        details.member("large", &u128::MAX);
        details.member("flag", &true);
        details.member("list", &(1, "x", [None::<u8>], [0_u8; 0]));
        let map = BTreeMap::from([("b", Some(1)), ("c", None)]);
        details.member("map", &map);
        details.flatten("errors", &BTreeMap::from([("name", ["short"])]), &[]);
        details.member("status", "the format's own member wins");
    };
    let error = Sample {
        details,
        ..in_format::<ProblemXml>(varying_row(404))
    };
    let expected = format!(
        "{START}<detail>it says</detail><code>A</code>\
         <text>]]&gt;&lt;a b=&#39;&quot;&#39;&gt;&amp;\u{fffd}&#13;\n</text>\
         <large>340282366920938463463374607431768211455</large><flag>true</flag>\
         <list><i>1</i><i>x</i><i><i></i></i><i></i></list><map><b>1</b><c></c></map>\
         <errors><name><i>short</i></name></errors></problem>\n"
    );
    assert_eq!(body(&error), expected);
}

#[test]
fn a_member_without_a_name_of_xml_is_left_out() {
    let details = |details: &mut Details<'_>| {
        for name in [
            "", "1a", "a b", "a:b", "-a", "a>", "<i", "é", "_a.b-1", "a\u{d7}",
        ] {
            details.member(name, &1);
        }
        details.member("map", &BTreeMap::from([("a/b", 1), ("c", 2)]));
    };
    let error = Sample {
        details,
        ..in_format::<ProblemXml>(varying_row(404))
    };
    let xml = body(&error);
    let end = "<code>A</code><é>1</é><_a.b-1>1</_a.b-1><map><c>2</c></map></problem>\n";
    assert!(xml.ends_with(end), "{xml}");
}

/// Arrays in arrays.
fn nested(levels: usize) -> Box<serde_json::value::RawValue> {
    let json = "[".repeat(levels) + &"]".repeat(levels);
    serde_json::value::RawValue::from_string(json).unwrap()
}

#[test]
fn a_value_that_is_nested_too_deep_is_left_out_with_all_details() {
    let deepest = |details: &mut Details<'_>| details.member("nested", &nested(64));
    let too_deep = |details: &mut Details<'_>| {
        details.member("nested", &nested(65));
        details.member("other", &1);
    };
    let sent = |details| {
        let error = Sample {
            details,
            ..in_format::<ProblemXml>(varying_row(404))
        };
        let response = crate::to_response(&error);
        assert_eq!(
            response.headers()["content-type"],
            "application/problem+xml"
        );
        String::from_utf8(response.body().to_vec()).unwrap()
    };
    assert_eq!(sent(deepest).matches("<i></i>").count(), 1);
    let end = "<detail>it says</detail><code>A</code></problem>\n";
    assert_eq!(sent(too_deep), format!("{START}{end}"));
}
