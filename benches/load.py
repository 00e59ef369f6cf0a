#!/usr/bin/env python3
"""A service that answers nothing but errors, under load: errcode beside hand-written code.

    python3 benches/load.py [ROUNDS] [SECONDS]

wrk (Debian's package `wrk`) asks both over loopback in turn, one of its threads and 32 connections, after a round
that does not count. Prints the median requests per second and the median of the 99th percentile of all rounds.
"""

import pathlib
import re
import statistics
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
CONTENDERS = ("hand-written", "errcode")
UNITS = {"us": 1, "ms": 1000, "s": 1_000_000}


def ask(port, path, seconds):
    """Requests per second, and microseconds of the 99th percentile."""
    wrk = ["wrk", "-t1", "-c32", f"-d{seconds}s", "--latency", f"http://127.0.0.1:{port}/{path}"]
    text = subprocess.run(wrk, capture_output=True, check=True, text=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    return rate, float(value) * UNITS[unit]


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    subprocess.run(["cargo", "build", "--release", "--quiet", "--bin", "server"], cwd=FOLDER, check=True)
    program = FOLDER / "target" / "release" / "server"
    servers = {name: subprocess.Popen([program, name], stdout=subprocess.PIPE, text=True) for name in CONTENDERS}
    try:
        ports = {name: int(server.stdout.readline()) for name, server in servers.items()}
        print(f"requests per second and 99th percentile, median of {rounds} rounds of {seconds} s")
        for path in ("fixed", "varying"):
            taken = [{name: ask(port, path, seconds) for name, port in ports.items()} for _ in range(rounds + 1)]
            found = {}
            for name in CONTENDERS:
                rates, tails = zip(*(round_[name] for round_ in taken[1:]))
                found[name] = (statistics.median(rates), statistics.median(tails))
                print(f"  {path:<8} {name:<14} {found[name][0]:>8.0f} / s  p99 {found[name][1]:>6.0f} us")
            hand, ours = found["hand-written"], found["errcode"]
            print(f"  {path:<8} errcode / hand-written: {ours[0] / hand[0]:.2f} of the rate, {ours[1] / hand[1]:.2f} of the p99")
    finally:
        for server in servers.values():
            server.kill()


if __name__ == "__main__":
    main()
