//! The cost of one error as an axum response, beside peers and hand-written code, in one run.
//!
//! `cargo run --release` in this folder prints the table: nanoseconds (least of seven rounds, one thread),
//! allocations, and the ratio to the first row of its group. `-- allocations` prints allocations alone,
//! which do not depend on the machine.

use std::time::Instant;

use benches::contenders::{self, Contender};

const ROUNDS: usize = 7;
const TIMES: u32 = 200_000;

fn main() {
    let only_allocations = std::env::args().any(|argument| argument == "allocations");
    for (title, contenders) in [
        ("409 with a fixed body", contenders::fixed()),
        ("409 with a message and two details", contenders::varying()),
    ] {
        println!("{title}");
        let mut limit = None;
        for Contender { name, respond } in contenders {
            let allocations = allocations(respond);
            if only_allocations {
                println!("  {name}: {allocations}");
                continue;
            }
            let time = least(respond);
            let limit = *limit.get_or_insert(time);
            println!(
                "  {name:<46} {time:>7.0} ns {allocations:>3} allocations  {:>5.2}",
                time / limit
            );
        }
    }
}

/// Allocations of one response, once everything that is made once has been made.
fn allocations(respond: fn()) -> u64 {
    respond();
    allocation_counter::measure(respond).count_total
}

/// The least mean time of some rounds, in nanoseconds.
fn least(respond: fn()) -> f64 {
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        for _ in 0..TIMES {
            respond();
        }
        start.elapsed().as_secs_f64() * 1e9 / f64::from(TIMES)
    });
    rounds.fold(f64::INFINITY, f64::min)
}
