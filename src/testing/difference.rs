//! The difference of two texts, line by line, for the message of a failed assertion.

/// How many lines of each text are shown.
const SHOWN: usize = 20;

/// The lines in which two texts differ: those between the lines at the start and at the end that are the same.
pub(super) fn of_lines(expected: &str, received: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (expected.lines().collect(), received.lines().collect());
    let shorter = old.len().min(new.len());
    let same = |(a, b): &(&&str, &&str)| a == b;
    let start = old.iter().zip(&new).take_while(same).count();
    let back = old.iter().rev().zip(new.iter().rev());
    let end = back.take(shorter - start).take_while(same).count();
    let before = start
        .checked_sub(1)
        .map(|line| format!("  {}\n", old[line]));
    let mut text: Vec<String> = before.into_iter().collect();
    for (mark, lines) in [('-', &old), ('+', &new)] {
        let differing = &lines[start..lines.len() - end];
        let shown = differing.iter().take(SHOWN);
        text.extend(shown.map(|line| format!("{mark} {line}\n")));
        if let Some(more @ 1..) = differing.len().checked_sub(SHOWN) {
            text.push(format!("{mark} ({more} more lines)\n"));
        }
    }
    text.concat()
}

/// Two bodies, and a mark below the first character that differs.
pub(super) fn of_bodies(expected: &str, received: &str) -> String {
    let same = expected.chars().zip(received.chars());
    let same = same.take_while(|(a, b)| a == b).count();
    // A line that ends before the difference moves the mark.
    let line = expected.chars().take(same).collect::<String>();
    let column = line.rsplit('\n').next().map_or(0, |l| l.chars().count());
    format!("- {expected}\n+ {received}\n  {}^\n", " ".repeat(column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_the_same_are_left_out() {
        let text = of_lines("a\nb\nc\nd\ne", "a\nb\nX\nY\nd\ne");
        assert_eq!(text, "  b\n- c\n+ X\n+ Y\n");
        assert_eq!(of_lines("a", "a\nb"), "  a\n+ b\n");
        assert_eq!(of_lines("a\na", "a"), "  a\n- a\n");
        assert_eq!(of_lines("", "b"), "+ b\n");
    }

    #[test]
    fn a_long_difference_is_cut() {
        let text = of_lines("", &"a\n".repeat(22));
        assert_eq!(text.matches("+ a\n").count(), 20);
        assert!(text.ends_with("+ (2 more lines)\n"));
    }

    #[test]
    fn a_mark_is_below_the_first_difference() {
        assert_eq!(of_bodies("é1", "é2"), "- é1\n+ é2\n   ^\n");
        assert_eq!(of_bodies("a", ""), "- a\n+ \n  ^\n");
    }
}
