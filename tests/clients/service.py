"""Starts a service of `examples/` and sends requests to it."""

import contextlib
import json
import os
import re
import subprocess
import urllib.error
import urllib.request

from description import ROOT

TARGET = os.environ.get("CARGO_TARGET_DIR", str(ROOT / "target"))
# No test should wait for a rate limit.
MANY = "4000000000"


@contextlib.contextmanager
def running(service: str, *options: str):
    """The address of a service with new data, on a port of its own."""
    command = [f"{TARGET}/debug/{service}", "--port", "0", "--requests", MANY, *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        found = None
        while found is None:
            line = process.stdout.readline()
            assert line, f"{service} has ended"
            found = re.search(r"http://[0-9.]+:\d+", line)
        yield found.group()
    finally:
        process.kill()
        process.stdout.close()
        process.wait()


def send(method: str, url: str, token: str | None = None, body=None) -> tuple[int, dict]:
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, headers, method=method)
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, json.loads(response.read() or b"{}")
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def token(service: str, address: str) -> str:
    """A token that may do everything in a service."""
    match service:
        case "accounts":
            return "write-key"
        case "hosting":
            return "oc_live_acme"
        case "skills":
            return "ada"
    _, body = send("POST", f"{address}/v1/auth/token", body={"api_key": "key_bob"})
    return body["access_token"]
