//! Footnotes as text: a page is made of many texts, and their labels would be one for all of them.

use pulldown_cmark::{Event, Tag};

use super::{Edits, parser};
use crate::plain::escape;

/// What makes the footnotes of a text plain: the mark `[1]` stays where it is, and the note after
/// `[1]:` too. None, if there are no footnotes.
pub(super) fn edits(docs: &str) -> Option<Edits<'_>> {
    if !docs.contains("[^") {
        return None;
    }
    let mut edits = Edits::of(docs);
    let mut depth = 0_usize;
    for (event, range) in parser(docs) {
        match &event {
            Event::FootnoteReference(label) => edits.replace(range, mark(label)),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let note = &docs[range.clone()];
                let Some(colon) = note.find("]:") else {
                    continue;
                };
                let space = match depth {
                    0 if !docs[..range.start].ends_with("\n\n") => "\n",
                    _ => "",
                };
                let end = range.start + colon + "]:".len();
                edits.replace(range.start..end, format!("{space}{}:", mark(label)));
                if depth == 0 {
                    dedent(&mut edits, docs, range);
                }
            }
            _ => {}
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    (!edits.is_empty()).then_some(edits)
}

fn mark(label: &str) -> String {
    format!("\\[{}\\]", escape(label))
}

/// The lines of a note after its first are indented by four spaces.
fn dedent(edits: &mut Edits<'_>, docs: &str, note: std::ops::Range<usize>) {
    let mut at = note.start;
    for (number, line) in docs[note].split_inclusive('\n').enumerate() {
        let spaces = line.bytes().take(4).take_while(|b| *b == b' ').count();
        if number > 0 && spaces > 0 {
            edits.replace(at..at + spaces, String::new());
        }
        at += line.len();
    }
}

#[cfg(test)]
mod tests {
    use crate::prose::{sections, whole};

    #[test]
    fn notes_are_text() {
        assert_eq!(
            whole(
                "One[^1] two[^a_b].\n\n[^1]: First,\n    `more`.\n\n    ```\n    x\n    ```\n[^a_b]: Second.\n"
            ),
            "One\\[1\\] two\\[a\\_b\\].\n\n\\[1\\]: First,\n`more`.\n\n```\nx\n```\n\n\\[a\\_b\\]: Second."
        );
        assert_eq!(whole("None[^1] here, `[^1]`"), "None[^1] here, `[^1]`");
        // A note that stands in another section is still there.
        let prose = sections("It is[^1].\n\n# Fix\nMend it.\n\n[^1]: Or not.");
        assert_eq!(prose.description, "It is\\[1\\].");
        assert_eq!(prose.fix, "Mend it.\n\n\\[1\\]: Or not.");
    }
}
