//! The members that the built-in formats write themselves.

/// The members of a problem: those of RFC 9457, then the code.
pub const PROBLEM: &[&str] = &["type", "title", "status", "detail", "instance", "code"];

/// The members of a problem that carries no code.
pub const PROBLEM_WITHOUT_CODE: &[&str] = &["type", "title", "status", "detail", "instance"];

/// The members that a problem writes, with or without its code.
pub const fn of_problem(code: bool) -> &'static [&'static str] {
    if code { PROBLEM } else { PROBLEM_WITHOUT_CODE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_code_differs() {
        let (code, rest) = PROBLEM.split_last().unwrap();
        assert_eq!((*code, rest), ("code", of_problem(false)));
        assert_eq!(of_problem(true), PROBLEM);
    }
}
