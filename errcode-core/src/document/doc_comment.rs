//! Doc comments as text.

/// The text of a doc comment: without the stars of a block comment, the indent that all lines share, and blank lines
/// at both ends.
pub(crate) fn unindented(docs: &str) -> String {
    let mut lines: Vec<&str> = docs.split('\n').collect();
    if let Some(column) = stars(docs) {
        for line in &mut lines[1..] {
            *line = line.get(column + 1..).unwrap_or("");
        }
    }
    let blank = [' ', '\t'];
    let indents = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start_matches(blank).len());
    let indent = indents.min().unwrap_or(0);
    let lines: Vec<&str> = lines
        .iter()
        .map(|line| line.get(indent..).unwrap_or(""))
        .collect();
    let text = lines.join("\n");
    text.trim_end_matches([' ', '\t', '\n'])
        .trim_start_matches('\n')
        .to_owned()
}

/// The column of the stars of a block comment, one before each line but the first. A list of lines with stars is no
/// block comment: it does not end with the white space that stands before `*/`.
fn stars(docs: &str) -> Option<usize> {
    let docs = docs.trim_end_matches('\n');
    let mut columns = docs
        .split('\n')
        .skip(1)
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            line.find('*')
                .filter(|column| line[..*column].trim().is_empty())
        });
    let first = columns.next()??;
    let is_block = docs.ends_with([' ', '\t']) && columns.all(|column| column == Some(first));
    is_block.then_some(first)
}

#[cfg(test)]
mod tests {
    use super::unindented;

    #[test]
    fn doc_comments_lose_blank_lines_and_indent() {
        assert_eq!(
            unindented(" a\n\n     code\n b  \n c"),
            "a\n\n    code\nb  \nc"
        );
        assert_eq!(unindented("a\n  b"), "a\n  b");
        assert_eq!(unindented(""), "");
        assert_eq!(unindented("\ta\n\t\tb\n"), "a\n\tb");
        assert_eq!(unindented("\n é|`<T>` \\ \" {}"), "é|`<T>` \\ \" {}");
    }

    #[test]
    fn block_comments_lose_their_stars() {
        for (block, text) in [
            (" one line ", "one line"),
            ("\n * a\n *   b\n *\n * * c\n ", "a\n  b\n\n* c"),
            (" a\n     * b\n     * c\n     \n", "a\nb\nc"),
            (" a\n * b ", "a\nb"),
            ("\n    a\n      * b\n    ", "a\n  * b"),
            // Lists, one of them in a block.
            (" * a\n * b", "* a\n* b"),
            ("\n * a\n * b\n", "* a\n* b"),
            (" a:\n * b\n   * c ", "a:\n* b\n  * c"),
            ("", ""),
            (" ", ""),
        ] {
            assert_eq!(unindented(block), text, "{block:?}");
        }
    }
}
