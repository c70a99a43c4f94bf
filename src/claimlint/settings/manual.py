"""The reference of all keys, written from the schema of the settings file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimlint.schemas.fit import shipped_schema
from claimlint.settings.load import FORM

HEAD = """# Settings

<!-- Written from src/claimlint/schemas/settings.schema.json; do not edit. -->

`claimlint init` writes a `.claimlint.yaml` that fits a folder. For each file the nearest one counts, looked for from the
file's folder up to the top of its repository (the folder with `.git`), and it counts alone: nothing is taken over from
files above it. `--config FILE` takes one file for everything, `--no-config` takes none, and options of the command line
win over the file. `claimlint PATH --show-settings` prints every value that holds for a path and where it comes from.
`claimlint check`, `baseline`, `allow` and `audit` all follow it.

Unknown keys, rules, laws and products are errors, told with file, line and the nearest allowed name. What a setting
dismisses is still counted, and `--considered` shows it with the setting. Comments, approvals
and known findings of what a setting dismisses are not called unused or gone. Editors complete the keys by the JSON schema
`settings.schema.json`, which lies in `claimlint/schemas/` of the package.

```yaml
fail-on: warning
names: ["Heal & Co"]
product: {otc: [sunscreen]}
rules:
  "status/*": warning
exclude: [legal/]
paths:
  "reviews/":
    rules: {"disease/*": warning}
```
"""


def manual() -> str:
    """Write the reference as Markdown."""
    return HEAD + "".join(_entries(shipped_schema(FORM)["properties"], ""))


def _entries(properties: dict[str, Any], above: str) -> Iterator[str]:
    for key, form in properties.items():
        yield f"\n## `{above}{key}`\n\n{form['description']}\n\n{_kind(form)}"
        yield f" Default: `{json.dumps(form['default'])}`.\n" if "default" in form else "\n"
        inner = form.get("additionalProperties")
        if isinstance(inner, dict) and "properties" in inner:
            yield from _entries(inner["properties"], f"{above}{key}.GLOB.")


def _kind(form: dict[str, Any]) -> str:
    """Say which values fit a form."""
    if "anyOf" in form:
        return "One of: " + " or ".join(_kind(one).rstrip(".") for one in form["anyOf"]) + "."
    if "enum" in form:
        return f"`{'`, `'.join(form['enum'])}`."
    if form["type"] == "object" and "properties" in form:
        return f"a mapping with `{'`, `'.join(form['properties'])}`."
    if form["type"] == "object":
        return _mapping(form["additionalProperties"])
    return {"array": "A list of texts.", "string": "A text.", "boolean": "`true` or `false`."}[form["type"]]


def _mapping(inner: dict[str, Any]) -> str:
    return f"A mapping to {_kind(inner)}" if "enum" in inner else "A mapping; its keys are below."
