//! Converts the Markdown of doc comments to plain text for a terminal.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::report;

/// Converts Markdown to text. Line breaks stay where the author put them.
pub(crate) fn to_text(markdown: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut page = Page::default();
    for event in Parser::new_ext(markdown, options) {
        page.add(event);
    }
    let lines: Vec<&str> = page.text.lines().map(str::trim_end).collect();
    lines.join("\n")
}

/// Converts Markdown to one line of text.
pub(crate) fn to_line(markdown: &str) -> String {
    let text = to_text(markdown);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a quotation, a list item or a code block puts before its lines.
struct Margin {
    /// Before the first line; `None` once that is written.
    first: Option<String>,
    rest: String,
}

/// Builds the text from events. It keeps its own stack, because lists may be nested to any depth.
#[derive(Default)]
struct Page {
    text: String,
    margins: Vec<Margin>,
    /// The open lists: the number of the next item if the list is numbered, and whether it is the first item.
    lists: Vec<(Option<u64>, bool)>,
    /// Whether a block has begun and more text may follow in it.
    is_open: bool,
    /// The line feeds before the next block.
    gap: usize,
    /// Line feeds in a block that are only written if text follows.
    breaks: usize,
    /// The open links: the offset of the text, and the URL.
    links: Vec<(usize, String)>,
    /// The rows of an open table.
    rows: Vec<Vec<String>>,
    cell: Option<String>,
}

impl Page {
    fn add(&mut self, event: Event<'_>) {
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
            // Other syntax is not enabled, so it arrives as text.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.begin_text();
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
            // The text of a list item is no paragraph; the new block belongs to the same item.
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
                    // An empty item consists of its mark.
                    self.begin_text();
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

    /// Begins a list item on the next line, even if the author put empty lines between the items.
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

    /// Ends a link. Adds the URL, unless the text is the URL or the link leads to a part of the page.
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

    /// Ends a block. `gap` is the number of line feeds before the next one.
    fn close(&mut self, gap: usize) {
        (self.is_open, self.gap, self.breaks) = (false, gap, 0);
    }

    /// The open table cell, else the page.
    fn target(&mut self) -> &mut String {
        self.cell.as_mut().unwrap_or(&mut self.text)
    }

    fn push(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            self.breaks += usize::from(number > 0);
            if !line.is_empty() {
                self.begin_text();
                self.target().push_str(line);
            }
        }
    }

    /// Writes line feeds and margins that are due before the next text.
    fn begin_text(&mut self) {
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
    use super::{to_line, to_text};

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
            assert_eq!(to_line(markdown), plain, "{markdown}");
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
            assert_eq!(to_text(markdown), plain, "{markdown}");
        }
    }

    #[test]
    fn any_depth() {
        let deep = "> ".repeat(50_000) + "a";
        assert_eq!(to_line(&deep).len(), deep.len());
    }
}
