"""The descriptions are valid for an independent validator."""

import json
import unittest

from description import ROOT, SERVICES, bundled, references, resolve
from openapi_spec_validator import OpenAPIV31SpecValidator


def complaints(description: dict) -> list[str]:
    return [error.message for error in OpenAPIV31SpecValidator(description).iter_errors()]


class Description(unittest.TestCase):
    def test_what_is_generated_is_valid(self):
        for service in SERVICES:
            text = (ROOT / "examples" / service / "docs" / "openapi.json").read_text()
            with self.subTest(service):
                self.assertEqual(complaints(json.loads(text)), [])

    def test_the_operations_with_the_generated_errors_are_valid(self):
        for service in SERVICES:
            with self.subTest(service):
                description = bundled(service)
                self.assertEqual(complaints(description), [])
                errors = [to for to in references(description["paths"]) if "/responses/" in to]
                self.assertGreater(len(errors), 20)

    def test_a_mistake_is_found(self):
        description = bundled("skills")
        del description["components"]["responses"]["Error404"]["description"]
        self.assertNotEqual(complaints(description), [])

    def test_a_reference_that_leads_nowhere_is_found(self):
        description = bundled("skills")
        reference = "#/components/responses/Error404"
        self.assertIn(reference, references(description))
        del description["components"]["responses"]["Error404"]
        with self.assertRaisesRegex(AssertionError, "leads nowhere"):
            resolve(description, reference)


if __name__ == "__main__":
    unittest.main()
