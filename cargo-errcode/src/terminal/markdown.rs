//! Markdown of doc comments as plain text for a terminal: what the author says, without the marks that only a renderer needs.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::report;

/// The text on lines, as the author broke them.
pub(crate) fn text(markdown: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut page = Page::default();
    for event in Parser::new_ext(markdown, options) {
        page.take(event);
    }
    let lines: Vec<&str> = page.text.lines().map(str::trim_end).collect();
    lines.join("\n")
}

/// The text on one line.
pub(crate) fn line(markdown: &str) -> String {
    let text = text(markdown);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a quotation, an item of a list or a block of code puts before its lines.
struct Margin {
    /// Before the first line, until that is there.
    first: Option<String>,
    rest: String,
}

/// A text that grows with the events. It has a stack of its own, because nothing bounds how deep lists are.
#[derive(Default)]
struct Page {
    text: String,
    margins: Vec<Margin>,
    /// The open lists: the number of the next item, if they are counted, and whether it is the first.
    lists: Vec<(Option<u64>, bool)>,
    /// Whether a block has begun and its text may go on.
    is_open: bool,
    /// The line feeds before the next block.
    gap: usize,
    /// Line feeds in a block that something must follow.
    breaks: usize,
    /// The open links: where the text of each begins, and where it leads.
    links: Vec<(usize, String)>,
    /// The rows of an open table.
    rows: Vec<Vec<String>>,
    cell: Option<String>,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.push(&text),
            Event::Code(code) => self.push(&format!("`{code}`")),
            Event::SoftBreak | Event::HardBreak => self.push("\n"),
            Event::TaskListMarker(is_done) => self.push(if is_done { "[x] " } else { "[ ] " }),
            Event::Rule => {
                self.push("---");
                self.close(2);
            }
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            // Other syntax is not switched on, and stands as it is written.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.go_on();
                let start = self.target().len();
                self.links.push((start, dest_url.into_string()));
                return;
            }
            Tag::TableCell => self.cell = Some(String::new()),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => return,
            _ => {}
        }
        if self.is_open {
            // The text of an item that is no paragraph: what follows belongs to it.
            self.close(1);
        }
        match tag {
            Tag::BlockQuote(_) => self.indent("> ", "> "),
            Tag::CodeBlock(_) => self.indent("  ", "  "),
            Tag::List(number) => self.lists.push((number, true)),
            Tag::Item => self.item(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link | TagEnd::Image => self.link(),
            TagEnd::TableCell => {
                let cell = self.cell.take().unwrap_or_default();
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.push(&report::columns(&rows).join("\n"));
                self.close(2);
            }
            TagEnd::BlockQuote(_) | TagEnd::CodeBlock => {
                self.margins.pop();
                self.close(2);
            }
            TagEnd::Item => {
                if self.margins.last().is_some_and(|own| own.first.is_some()) {
                    // An empty item is its mark.
                    self.go_on();
                }
                self.margins.pop();
                self.close(1);
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.close(if self.lists.is_empty() { 2 } else { 1 });
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::HtmlBlock => self.close(2),
            _ => {}
        }
    }

    /// The next item of a list, on the next line, also where empty lines are between the items.
    fn item(&mut self) {
        let mut mark = "- ".to_owned();
        if let Some((number, is_first)) = self.lists.last_mut() {
            if !std::mem::take(is_first) {
                self.gap = 1;
            }
            if let Some(number) = number {
                mark = format!("{number}. ");
                *number = number.saturating_add(1);
            }
        }
        self.indent(&mark, &" ".repeat(mark.len()));
    }

    /// A link says where it leads, unless its text does, or it leads to another part of a page.
    fn link(&mut self) {
        let Some((start, url)) = self.links.pop() else {
            return;
        };
        let text = self.target().get(start..).unwrap_or_default();
        if text != url && !url.is_empty() && !url.starts_with('#') {
            self.push(&format!(" ({url})"));
        }
    }

    fn indent(&mut self, first: &str, rest: &str) {
        self.margins.push(Margin {
            first: Some(first.to_owned()),
            rest: rest.to_owned(),
        });
    }

    /// Ends a block; as many line feeds are before the next one.
    fn close(&mut self, gap: usize) {
        (self.is_open, self.gap, self.breaks) = (false, gap, 0);
    }

    /// Where text goes.
    fn target(&mut self) -> &mut String {
        self.cell.as_mut().unwrap_or(&mut self.text)
    }

    fn push(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            self.breaks += usize::from(number > 0);
            if !line.is_empty() {
                self.go_on();
                self.target().push_str(line);
            }
        }
    }

    /// Makes the place where the next piece of text goes.
    fn go_on(&mut self) {
        let breaks = std::mem::take(&mut self.breaks);
        if let Some(cell) = &mut self.cell {
            cell.extend((breaks > 0).then_some(' '));
            return;
        }
        if self.is_open {
            for _ in 0..breaks {
                self.text.push('\n');
                self.margin();
            }
            return;
        }
        if !self.text.is_empty() {
            self.text.extend(std::iter::repeat_n('\n', self.gap));
        }
        self.margin();
        self.is_open = true;
    }

    fn margin(&mut self) {
        for margin in &mut self.margins {
            let first = margin.first.take();
            self.text.push_str(first.as_ref().unwrap_or(&margin.rest));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{line, text};

    #[test]
    fn on_one_line() {
        for (markdown, plain) in [
            (
                r"Vec\<T> and \<id> and 5 \< 6 &amp;&amp; 7 > 6",
                "Vec<T> and <id> and 5 < 6 && 7 > 6",
            ),
            (
                "See [https://example.com](https://example.com).",
                "See https://example.com.",
            ),
            (
                "See [the *docs*](https://example.com), [below](#limits) or <https://example.org>.",
                "See the docs (https://example.com), below or https://example.org.",
            ),
            (
                "[`code`](../a.md) ![alt](a.png)",
                "`code` (../a.md) alt (a.png)",
            ),
            ("**Never** `a < b` ~~now~~ \\*", "Never `a < b` now *"),
            ("one\ntwo\\\nthree", "one two three"),
            ("", ""),
        ] {
            assert_eq!(line(markdown), plain, "{markdown}");
        }
    }

    #[test]
    fn blocks() {
        for (markdown, plain) in [
            ("one\ntwo\n\nthree", "one\ntwo\n\nthree"),
            ("# Head\ntext", "Head\n\ntext"),
            (
                "a:\n\n- b\n- c\n  d\n\n  e\n\nf",
                "a:\n\n- b\n- c\n  d\n\n  e\n\nf",
            ),
            ("9. a\n10. b\n    c", "9. a\n10. b\n    c"),
            (
                "- a\n  - b\n    - c\n- d\n-\n- - e",
                "- a\n  - b\n    - c\n- d\n-\n- - e",
            ),
            ("- [x] a\n- [ ] b", "- [x] a\n- [ ] b"),
            (
                "a\n\n```rust\nfn f() {\n\n    1\n}\n```\n\nb",
                "a\n\n  fn f() {\n\n      1\n  }\n\nb",
            ),
            ("- a\n  ```\n  b\n  ```\n- c", "- a\n    b\n- c"),
            ("> a\n> b\n>\n> c\n\nd", "> a\n> b\n\n> c\n\nd"),
            ("a\n\n---\n\nb", "a\n\n---\n\nb"),
            (
                "| a | long |\n| --- | --- |\n| `x \\| y` | **1** |\n\nb",
                "a        long\n`x | y`  1\n\nb",
            ),
            ("<b>a</b>\n\nc", "<b>a</b>\n\nc"),
        ] {
            assert_eq!(text(markdown), plain, "{markdown}");
        }
    }

    #[test]
    fn any_depth() {
        let deep = "> ".repeat(50_000) + "a";
        assert_eq!(line(&deep).len(), deep.len());
    }
}
