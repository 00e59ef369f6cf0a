"""A schema-driven tester finds no response of a running service that its description does not allow."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path

from description import SERVICES, bundled
from service import running, token

CHECKS = [
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "unsupported_method",
    "allow_header_conformance",
]


def tested(service: str, description: dict, address: str) -> tuple[subprocess.CompletedProcess, Counter]:
    """The result of Schemathesis, and the number of responses by status. `EXAMPLES` in the environment is the number of
    requests for each operation and phase."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{service}.json"
        path.write_text(json.dumps(description))
        command = [sys.executable, "-m", "schemathesis.cli", "run", str(path), "--url", address]
        command += ["--checks", ",".join(CHECKS), "--continue-on-failure", "--seed", "1"]
        command += ["--max-examples", os.environ.get("EXAMPLES", "20"), "--warnings", "off"]
        command += ["--header", f"Authorization: Bearer {token(service, address)}"]
        # It would end the session of all further requests.
        command += ["--exclude-operation-id", "signOut"]
        command += ["--report-har-path", str(Path(folder) / "requests.har")]
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        requests = json.loads((Path(folder) / "requests.har").read_text())["log"]["entries"]
        return result, Counter(request["response"]["status"] for request in requests)


class Conformance(unittest.TestCase):
    def test_every_response_is_described(self):
        for service in SERVICES:
            with self.subTest(service), running(service) as address:
                result, statuses = tested(service, bundled(service), address)
                self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
                print(f"{service}: {statuses.total()} requests, {dict(sorted(statuses.items()))}")
                self.assertGreater(statuses.total(), 150)
                for status in [200, 401, 404, 405, 422 if service in ["hosting", "skills"] else 400]:
                    self.assertIn(status, statuses)

    def test_a_response_that_is_not_described_is_found(self):
        description = bundled("skills")
        path = "/v1/skills"
        description["paths"] = {path: description["paths"][path]}
        del description["paths"][path]["post"]["responses"]["422"]
        with running("skills") as address:
            result, _ = tested("skills", description, address)
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        self.assertIn("Undocumented status code", result.stdout)
        self.assertIn("Received: 422", result.stdout)


if __name__ == "__main__":
    unittest.main()
