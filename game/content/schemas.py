"""JSON Schemas of level files for editors: completion, hover and squiggles while somebody writes.

Three are made from the shapes. The complete one describes a level that extends nothing. The editing one describes what stands in
a file that may extend another: nothing below the first lines is required, `null` removes, `{scale: 0.5}` and `{add: 1k}`
change a figure. The third describes `mod.yaml`. `check` knows more than a schema can say; what a schema refuses, `check`
refuses too.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from game.content import lexicon
from game.content.atlas import Form, Key, default_of, keys, shapes
from game.content.figures import LANGUAGES
from game.content.forms import Both, ById, Listed
from game.content.ids import MOST_ID
from game.content.merging import OVERRIDES
from game.content.modshape import ModShape, PlainName, VersionRange, VersionText
from game.content.scalars import Asks, Figure, Name, OneOf, Weeks, Whole, Written, YesNo
from game.content.settings import KNOWN, Settings
from game.content.shape import LevelShape
from game.content.shape_events import Change

Schema = dict[str, Any]
Kind = Literal["complete", "editing", "mod"]

FILES: dict[Kind, str] = {
    "complete": "level.schema.json",
    "editing": "level.editing.schema.json",
    "mod": "mod.schema.json",
}
"""What the schemas are called in `levels/`."""

_OWN = ("format", "id", "title")  # what every file says for itself
_ID = "[a-z0-9][a-z0-9_-]*"
_FIGURE = r"^-?[0-9][0-9_]*(\.[0-9]+)?[kMB%]?"
_WRONG_FIGURE = {
    "patternErrorMessage": "0.5, 10k, 700M, 40%"
}  # what editors that know the keyword show instead of the pattern
_FIGURES: Schema = {"type": ["number", "string"], "pattern": _FIGURE + "$", **_WRONG_FIGURE}
_STEPS = ("scale", "add")  # of a change to an inherited figure
_DEEPEST = 4  # definitions, a map, its properties, a key: each key is a line
_WORD = [
    "string",
    "number",
    "boolean",
]  # YAML takes `1984` for a number and `yes` for an answer; a level takes them as written


def schema(kind: Kind) -> Schema:
    """Return a schema as plain data."""
    writer = _Writer(kind == "editing")
    if kind == "mod":
        head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Deeplemma mod, format 1"}
        return {**head, **writer.map(ModShape.__name__)}
    root = writer.map(LevelShape.__name__)
    if writer.is_editing:
        root["required"] = [_OWN[0]]
        root["anyOf"] = [{"required": list(_OWN[1:])}, {"required": [OVERRIDES]}]  # the second only in a mod
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"Deeplemma level, format 1 ({kind})",
        **root,
        "definitions": writer.definitions(),
    }


def text(kind: Kind) -> str:
    """Return a schema as the text of its file, a line a key, so that a change can be read."""
    return _laid_out(schema(kind), 0) + "\n"


def _laid_out(value: Any, depth: int) -> str:
    if not isinstance(value, dict) or depth == _DEEPEST or "description" in value:
        return json.dumps(value, ensure_ascii=False)
    gap = " " * (depth + 1)
    inner = (f"{gap}{json.dumps(name)}: {_laid_out(below, depth + 1)}" for name, below in value.items())
    return "{\n" + ",\n".join(inner) + "\n" + " " * depth + "}"


class _Writer:
    """Writes the schema of one kind."""

    def __init__(self, is_editing: bool) -> None:
        self.is_editing = is_editing
        self._keys = {shape.__name__: keys(shape) for _, shape in shapes()} | {
            ModShape.__name__: keys(ModShape)
        }

    def map(self, name: str) -> Schema:
        """Return the schema of a map with known keys."""
        found: Schema = {
            "type": "object",
            "properties": {key.name: self._key(key) for key in self._keys[name]},
            "additionalProperties": False,
        }
        required = [key.name for key in self._keys[name] if key.is_required]
        if required and not self.is_editing:
            found["required"] = required
        return found

    def definitions(self) -> Schema:
        """Return what the schema refers to: all maps below the level itself, and what recurs."""
        maps = {shape.__name__: self.map(shape.__name__) for _, shape in shapes() if shape is not LevelShape}
        own: Schema = {
            "value": _FIGURES,
            "override": {"enum": ["yes", "no", True, False]},
            **{name: {"type": _WORD, "maxLength": 400} for name in ("why", "source")},
        }
        if self.is_editing:
            own |= {step: _ref(step) for step in _STEPS}
        parameter = {**_FIGURES, "properties": own, "additionalProperties": False}
        parameter["type"] = ["number", "string", "object", *(["null"] if self.is_editing else [])]
        steps = [key for key in keys(Change) if key.name in _STEPS and self.is_editing]
        return {**maps, "parameter": parameter, **{key.name: {**_about(key), **_FIGURES} for key in steps}}

    def _key(self, key: Key) -> Schema:
        found = self._nullable(self.form(key.form)) if key.name not in _OWN else self.form(key.form)
        usual = None if isinstance(key.form.mark, Listed) else default_of(key)
        return {**_about(key), **found, **({} if usual is None else {"default": usual})}

    def form(self, form: Form) -> Schema:
        """Return the schema of a value."""
        mark = form.mark
        if form.shape is not None:
            return _ref(form.shape.__name__)
        if isinstance(mark, Listed):
            assert form.inner is not None
            low = {"minItems": mark.least} if mark.least else {}
            return {"type": "array", "items": self.form(form.inner), **low, "maxItems": mark.most}
        if isinstance(mark, ById):
            assert form.inner is not None
            inner = self._nullable(self.form(form.inner))
            return {"type": "object", "propertyNames": {"pattern": f"^{_ID}$"}, "additionalProperties": inner}
        if isinstance(mark, Both):
            return self._both(mark)
        if isinstance(mark, Settings):
            return self._settings()
        return self._scalar(mark)

    def _scalar(self, mark: object) -> Schema:
        if isinstance(mark, Figure):
            return self._figure(mark)
        if isinstance(mark, OneOf):
            return {"enum": _spellings(mark)}
        if isinstance(mark, YesNo):
            return {"enum": ["yes", "no", True, False]}
        if isinstance(mark, Name):
            more = "" if isinstance(mark, PlainName) else f"(/{_ID})*"
            return {"type": "string", "pattern": f"^{_ID}{more}$", "maxLength": MOST_ID}
        if isinstance(mark, Written):
            return {"type": _WORD, "maxLength": mark.most}
        if isinstance(mark, VersionText | VersionRange):
            return {"type": _WORD, "examples": ["1.0.2" if isinstance(mark, VersionText) else ">=0.1,<0.2"]}
        assert isinstance(mark, Asks)
        return {"type": ["string", "boolean"], "examples": ["users > 10k and trust >= 40%"]}

    def _figure(self, mark: Figure) -> Schema:
        unit = "( weeks?)?$" if isinstance(mark, Weeks) else "$"
        kinds = ["integer" if isinstance(mark, Whole) else "number", "string"]
        found: Schema = {
            "minimum": mark.low,
            "maximum": mark.high,
            "pattern": _FIGURE + unit,
            **_WRONG_FIGURE,
        }
        if not self.is_editing:
            return {"type": kinds, **found}
        steps = {step: _ref(step) for step in _STEPS}
        return {
            **found,
            "type": [*kinds, "object"],
            "properties": steps,
            "minProperties": 1,
            "additionalProperties": False,
        }

    def _both(self, mark: Both) -> Schema:
        word: Schema = {"type": [*_WORD, "null"] if self.is_editing else _WORD, "maxLength": mark.most}
        return {
            "type": "object",
            "properties": dict.fromkeys(LANGUAGES, word),
            "minProperties": 1,
            "additionalProperties": False,
        }

    def _settings(self) -> Schema:
        return {
            "type": "object",
            "properties": {name: self._setting(name) for name in KNOWN},
            "additionalProperties": False,
        }

    def _setting(self, name: str) -> Schema:
        """Return the schema of a parameter: a figure, or a map that says why; ranges are left to `check`."""
        about = KNOWN[name]
        meaning = f"{lexicon.parameter(name, 'en')} ({about.unit}; {about.low:g} … {about.high:g})"
        return {"description": f"{meaning}\n\n{lexicon.parameter(name, 'ko')}", **_ref("parameter")}

    def _nullable(self, found: Schema) -> Schema:
        """Return a schema that also takes null, where a file can remove what it inherits."""
        if not self.is_editing:
            return {"allOf": [found]} if "$ref" in found else found
        if "enum" in found:
            return {**found, "enum": [*found["enum"], None]}
        if "$ref" in found:
            return {"anyOf": [found, {"type": "null"}]}
        kinds = found["type"]
        return {**found, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}


def _about(key: Key) -> Schema:
    return {"description": f"{lexicon.key(key, 'en')}\n\n{lexicon.key(key, 'ko')}"}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _spellings(mark: OneOf) -> list[str | bool]:
    """Return the words of a closed list, and what YAML makes of `yes` and `no` in editors that read 1.1."""
    words: list[str | bool] = list(mark.choices)
    return words + ([True, False] if {"yes", "no"} <= set(words) else [])
