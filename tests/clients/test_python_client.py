"""A Python client that an independent generator makes tells two 409s of one operation apart."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from description import bundled
from service import running, token


def generated(folder: str, description: dict, name: str):
    """Generates a package and imports it."""
    path = Path(folder) / f"{name}.json"
    path.write_text(json.dumps(description))
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    command += ["--fail-on-warning", "--path", str(path), "--output-path", str(Path(folder) / name)]
    # The generator formats its code with a program that is installed beside Python.
    search = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"PATH": search}
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    if folder not in sys.path:
        sys.path.insert(0, folder)


class PythonClient(unittest.TestCase):
    def test_two_conflicts_are_told_apart(self):
        description = bundled("skills")
        # One operation that may fail with all of the 409s.
        upload = description["paths"]["/v1/skills/{slug}/versions"]["post"]
        upload["responses"]["409"] = {"$ref": "#/components/responses/Error409"}
        with tempfile.TemporaryDirectory() as folder, running("skills") as address:
            generated(folder, description, "skills_client")
            from skills_client import AuthenticatedClient
            from skills_client.api.default import publish_skill, upload_version
            from skills_client.models import Error409, Error409Code, PublishSkillBody, Skill
            from skills_client.models import PublishSkillResponse409, PublishSkillResponse409Code
            from skills_client.types import File

            client = AuthenticatedClient(address, token("skills", address))
            new = PublishSkillBody(slug="pdf-reader", name="PDF reader")
            self.assertIsInstance(publish_skill.sync(client=client, body=new), Skill)

            taken = publish_skill.sync(client=client, body=new)
            self.assertIsInstance(taken, PublishSkillResponse409)
            self.assertEqual(list(PublishSkillResponse409Code), ["SKILL_SLUG_TAKEN"])
            self.assertEqual(taken.code, PublishSkillResponse409Code.SKILL_SLUG_TAKEN)
            self.assertEqual(taken.details.slug, "pdf-reader")

            for _ in range(2):
                with tempfile.TemporaryFile() as file:
                    pending = upload_version.sync("pdf-reader", client=client, body=File(file))
            self.assertIsInstance(pending, Error409)
            self.assertEqual(pending.code, Error409Code.SKILL_VERSION_PENDING)
            self.assertEqual(pending.details.version, 1)
            self.assertEqual(len(Error409Code), 6)

    def test_a_client_of_each_service_is_made(self):
        with tempfile.TemporaryDirectory() as folder:
            for service in ["accounts", "hosting", "vault"]:
                with self.subTest(service):
                    generated(folder, bundled(service), f"{service}_client")
                    __import__(f"{service}_client.models")


if __name__ == "__main__":
    unittest.main()
