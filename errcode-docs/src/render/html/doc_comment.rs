//! Markdown of doc comments as HTML that cannot run scripts or load anything.

use std::collections::HashSet;

use pulldown_cmark::{Event, Tag, TagEnd, html};

use crate::doc_comment::{Item, lower_headings, plain_text, read};

/// Markdown as HTML, with headings of at least the given level.
pub(super) fn to_html(markdown: &str, level: u8) -> String {
    let mut items = read(markdown);
    lower_headings(&mut items, level);
    write(items)
}

/// Markdown as HTML, with an id on each heading whose id is not yet in use.
pub(super) fn with_heading_ids(
    markdown: &str,
    level: u8,
    used_ids: &mut HashSet<String>,
) -> String {
    let mut items = read(markdown);
    lower_headings(&mut items, level);
    for at in 0..items.len() {
        if !matches!(items[at].event, Event::Start(Tag::Heading { .. })) {
            continue;
        }
        let is_end = |item: &Item<'_>| matches!(item.event, Event::End(TagEnd::Heading(_)));
        let rest = &items[at..];
        let end = rest.iter().position(is_end).unwrap_or(rest.len());
        let new_id = heading_id(&plain_text(&rest[..end]));
        if let Event::Start(Tag::Heading { id, .. }) = &mut items[at].event
            && !new_id.is_empty()
            && used_ids.insert(new_id.clone())
        {
            *id = Some(new_id.into());
        }
    }
    write(items)
}

/// The id of a heading, as on GitHub: letters, digits, `_` and `-` in lower case, with `-` for white space.
fn heading_id(heading: &str) -> String {
    let lower = heading.trim().to_lowercase();
    let kept = lower.chars().filter_map(|c| match c {
        c if c.is_alphanumeric() || c == '_' || c == '-' => Some(c),
        c if c.is_whitespace() => Some('-'),
        _ => None,
    });
    kept.collect()
}

fn write(items: Vec<Item<'_>>) -> String {
    // The open links: whether each is written as a link. A link cannot contain another.
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
            let is_link = !links.contains(&true);
            links.push(is_link);
            is_link.then_some(Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }))
        }
        Event::End(TagEnd::Link | TagEnd::Image) => links
            .pop()
            .filter(|is_link| *is_link)
            .map(|_| Event::End(TagEnd::Link)),
        event => Some(event),
    });
    let events: Vec<Event<'_>> = events.collect();
    let mut text = String::new();
    html::push_html(&mut text, events.into_iter());
    // The policy forbids style attributes, so alignment becomes a class. Text cannot match: its `"` is escaped.
    for side in ["left", "center", "right"] {
        let style = format!(" style=\"text-align: {side}\"");
        text = text.replace(&style, &format!(" class=\"{side}\""));
    }
    // Wide blocks can be scrolled with the keyboard. Text cannot match: its `<` is escaped.
    text.replace("<pre>", "<pre tabindex=\"0\">")
        .replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>")
}

/// One line of Markdown as HTML without a paragraph.
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

    use super::{inline, to_html, with_heading_ids};

    #[test]
    fn no_script_can_run() {
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
    fn columns_are_aligned_by_class() {
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
    fn headings_get_unused_ids() {
        let mut used_ids = HashSet::from(["taken".to_owned()]);
        let html = with_heading_ids(
            "# Rate `Limits`!\n\n## Taken\n\n## Rate limits\n\n## …",
            2,
            &mut used_ids,
        );
        assert_eq!(
            html,
            "<h2 id=\"rate-limits\">Rate <code>Limits</code>!</h2>\n<h3>Taken</h3>\n<h3>Rate limits</h3>\n<h3>…</h3>\n"
        );
    }
}
