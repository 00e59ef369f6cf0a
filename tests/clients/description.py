"""The description of a service: the operations of `api.yaml`, and the errors of `openapi.json` to which they refer."""

import json
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
SERVICES = ["accounts", "hosting", "skills", "vault"]
ERRORS = "openapi.json#/"


def bundled(service: str) -> dict:
    """Both files as one description. Fails if a reference leads nowhere."""
    docs = ROOT / "examples" / service / "docs"
    written_by_hand = json.dumps(yaml.safe_load((docs / "api.yaml").read_text()))
    description = json.loads(written_by_hand.replace(ERRORS, "#/"))
    generated = json.loads((docs / "openapi.json").read_text())
    for kind, components in generated["components"].items():
        own = description["components"].setdefault(kind, {})
        assert not own.keys() & components.keys(), f"{service}: both files have a component"
        own.update(components)
    for reference in references(description):
        resolve(description, reference)
    return description


def references(part) -> list[str]:
    if isinstance(part, list):
        return [found for item in part for found in references(item)]
    if not isinstance(part, dict):
        return []
    own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
    return own + references(list(part.values()))


def resolve(description: dict, reference: str):
    assert reference.startswith("#/"), reference
    part = description
    for name in reference.removeprefix("#/").split("/"):
        assert name in part, f"{reference} leads nowhere"
        part = part[name]
    return part
