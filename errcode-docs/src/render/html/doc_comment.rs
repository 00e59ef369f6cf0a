//! Markdown of doc comments as HTML that does nothing but show it.

use std::collections::HashSet;

use pulldown_cmark::{Event, Tag, TagEnd, html};

use crate::doc_comment::{Item, lower, read, text};
use crate::name;

/// Markdown as HTML, its headings at least at a level.
pub(super) fn to_html(markdown: &str, level: u8) -> String {
    let mut items = read(markdown);
    lower(&mut items, level);
    write(items)
}

/// The same with ids of its headings, as far as they are free, so that links lead to them.
pub(super) fn with_ids(markdown: &str, level: u8, taken: &mut HashSet<String>) -> String {
    let mut items = read(markdown);
    lower(&mut items, level);
    for at in 0..items.len() {
        if !matches!(items[at].event, Event::Start(Tag::Heading { .. })) {
            continue;
        }
        let is_end = |item: &Item<'_>| matches!(item.event, Event::End(TagEnd::Heading(_)));
        let rest = &items[at..];
        let end = rest.iter().position(is_end).unwrap_or(rest.len());
        let slug = name::slug(&text(&rest[..end]));
        if let Event::Start(Tag::Heading { id, .. }) = &mut items[at].event
            && !slug.is_empty()
            && taken.insert(slug.clone())
        {
            *id = Some(slug.into());
        }
    }
    write(items)
}

fn write(items: Vec<Item<'_>>) -> String {
    // Links that are open: whether they are shown as such.
    let mut links = Vec::new();
    let events = items.into_iter().filter_map(|item| match item.event {
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
    // How a column is aligned would be an attribute that a strict policy forbids. Text has no `"` as it stands.
    for side in ["left", "center", "right"] {
        let style = format!(" style=\"text-align: {side}\"");
        text = text.replace(&style, &format!(" class=\"{side}\""));
    }
    // What may be wider than the page is scrolled, with the keyboard too. Nor has it a `<`.
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
    use std::collections::HashSet;

    use super::{inline, to_html, with_ids};

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
    }

    #[test]
    fn columns_are_aligned_by_their_class() {
        let html = to_html(
            "| a | b | c |\n| --: | :-: | - |\n| 1 ` style=\"text-align: right\"` | 2 | 3 |",
            4,
        );
        assert!(html.contains("<th class=\"right\">a</th><th class=\"center\">b</th><th>c</th>"));
        assert!(html.contains("<td class=\"right\">1 <code>"), "{html}");
        assert!(html.contains("<td class=\"center\">2</td><td>3</td>"));
        assert!(!html.contains(" style=\""));
    }

    #[test]
    fn headings_have_the_ids_that_are_free() {
        let mut taken = HashSet::from(["taken".to_owned()]);
        let html = with_ids(
            "# Rate `Limits`!\n\n## Taken\n\n## Rate limits\n\n## …",
            2,
            &mut taken,
        );
        assert_eq!(
            html,
            "<h2 id=\"rate-limits\">Rate <code>Limits</code>!</h2>\n<h3>Taken</h3>\n<h3>Rate limits</h3>\n<h3>…</h3>\n"
        );
    }
}
