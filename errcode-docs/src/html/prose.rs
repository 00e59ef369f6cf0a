//! Markdown of doc comments as HTML that does nothing but show it.

use pulldown_cmark::{Event, Tag, TagEnd, html};

use crate::prose::{lower, read};

/// Markdown as HTML, its headings at least at a level.
pub(super) fn to_html(markdown: &str, level: u8) -> String {
    let mut items = read(markdown);
    lower(&mut items, level);
    // Links that are open: whether they are shown as such.
    let mut links = Vec::new();
    let events = items.into_iter().filter_map(|item| match item.event {
        // The alignment would be an attribute that a strict policy forbids.
        Event::Start(Tag::Table(columns)) => Some(Event::Start(Tag::Table(
            columns
                .iter()
                .map(|_| pulldown_cmark::Alignment::None)
                .collect(),
        ))),
        Event::Start(
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }
            | Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            },
        ) => {
            let shown = !links.contains(&true);
            links.push(shown);
            shown.then_some(Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }))
        }
        Event::End(TagEnd::Link | TagEnd::Image) => links
            .pop()
            .filter(|shown| *shown)
            .map(|_| Event::End(TagEnd::Link)),
        event => Some(event),
    });
    let events: Vec<Event<'_>> = events.collect();
    let mut text = String::new();
    html::push_html(&mut text, events.into_iter());
    // What may be wider than the page is scrolled, with the keyboard too. Text has no `<` as it stands.
    text.replace("<pre>", "<pre tabindex=\"0\">")
        .replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>")
}

/// Markdown of one line as HTML without a paragraph around it.
pub(super) fn inline(markdown: &str) -> String {
    let html = to_html(markdown, 6);
    let inner = html.trim().strip_prefix("<p>");
    match inner.and_then(|html| html.strip_suffix("</p>")) {
        Some(inner) if !inner.contains("<p>") => inner.to_owned(),
        _ => html,
    }
}

#[cfg(test)]
mod tests {
    use super::{inline, to_html};

    #[test]
    fn nothing_runs() {
        for text in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[a](javascript:alert(1))",
            "[a](<java\tscript:alert(1)>)",
            "![a](data:text/html,x)",
            "<javascript:alert(1)>",
            "[a](vbscript:x)",
        ] {
            let html = to_html(text, 2);
            assert!(
                !html.contains("<script") && !html.contains("<img") && !html.contains("href"),
                "{html}"
            );
        }
        assert_eq!(
            inline("[a](https://x.y) `<b>`"),
            "<a href=\"https://x.y\">a</a> <code>&lt;b&gt;</code>"
        );
        assert_eq!(to_html("# A\n## B", 4), "<h4>A</h4>\n<h5>B</h5>\n");
        assert!(!to_html("| a |\n| :-: |\n| b |", 4).contains("style"));
    }
}
