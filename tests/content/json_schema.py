"""A small reader of JSON Schema, so that ours can be tried without another package: the keywords we use, and no others."""

import re
from typing import Any

import yaml

# What editors make of a plain text: YAML 1.2 core schema, 10.3.2. Quoted texts stay texts.
_CORE = (
    (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda text: text.lower() == "true"),
    (re.compile(r"~|null|Null|NULL|"), lambda _: None),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
)
_KINDS = {
    "object": dict, "array": list, "string": str, "boolean": bool, "null": type(None),
}  # fmt: skip
_SILENT = {"$schema", "title", "description", "definitions", "default", "examples", "patternErrorMessage"}


def as_an_editor_reads(text: str) -> Any:
    """Return a YAML text as an editor's language server sees it."""
    return _value(yaml.compose(text))


def _value(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(below) for key, below in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    if node.style is None:
        for pattern, read in _CORE:
            if pattern.fullmatch(node.value):
                return read(node.value)
    return node.value


def slips(value: Any, schema: dict[str, Any], root: dict[str, Any], path: str = "") -> list[str]:
    """Return the path of everything a schema refuses, with the keyword that refuses it."""
    found: list[str] = []
    for keyword, wanted in schema.items():
        if keyword in _SILENT:
            continue
        if not _RULES[keyword](value, wanted, schema, root, path, found):
            found.append(f"{path}: {keyword}")
    return found


def _inside(value: Any, schema: Any, root: Any, path: str, found: list[str]) -> bool:
    found += slips(value, schema, root, path)
    return True


def _is_a(value: Any, kind: str) -> bool:
    if kind in ("number", "integer"):
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return is_number and (kind == "number" or value == int(value))
    return isinstance(value, _KINDS[kind])


def _type(value: Any, wanted: Any, *_: Any) -> bool:
    return any(_is_a(value, kind) for kind in ([wanted] if isinstance(wanted, str) else wanted))


def _reference(value: Any, wanted: str, _schema: Any, root: Any, path: str, found: list[str]) -> bool:
    return _inside(value, root["definitions"][wanted.rpartition("/")[2]], root, path, found)


def _properties(value: Any, wanted: Any, _schema: Any, root: Any, path: str, found: list[str]) -> bool:
    if isinstance(value, dict):
        for key in value.keys() & wanted.keys():
            _inside(value[key], wanted[key], root, f"{path}.{key}".lstrip("."), found)
    return True


def _others(value: Any, wanted: Any, schema: Any, root: Any, path: str, found: list[str]) -> bool:
    if isinstance(value, dict):
        for key in value.keys() - schema.get("properties", {}).keys():
            if wanted is False:
                found.append(f"{path}.{key}".lstrip(".") + ": additionalProperties")
            else:
                _inside(value[key], wanted, root, f"{path}.{key}".lstrip("."), found)
    return True


def _items(value: Any, wanted: Any, _schema: Any, root: Any, path: str, found: list[str]) -> bool:
    for number, item in enumerate(value if isinstance(value, list) else ()):
        _inside(item, wanted, root, f"{path}.{number}", found)
    return True


def _any_of(value: Any, wanted: Any, _schema: Any, root: Any, path: str, found: list[str]) -> bool:
    """Report what the choice that fits best still refuses."""
    found += min((slips(value, choice, root, path) for choice in wanted), key=len)
    return True


def _all_of(value: Any, wanted: Any, _schema: Any, root: Any, path: str, found: list[str]) -> bool:
    return all(_inside(value, each, root, path, found) for each in wanted)


def _names(value: Any, wanted: Any, *_: Any) -> bool:
    return not isinstance(value, dict) or all(re.search(wanted["pattern"], key) for key in value)


def _number(compare: Any) -> Any:
    return lambda value, wanted, *_: not _is_a(value, "number") or compare(value, wanted)


def _sized(kind: type, compare: Any) -> Any:
    return lambda value, wanted, *_: not isinstance(value, kind) or compare(len(value), wanted)


_RULES: dict[str, Any] = {
    "type": _type,
    "enum": lambda value, wanted, *_: any(value == one and type(value) is type(one) for one in wanted),
    "$ref": _reference,
    "properties": _properties,
    "additionalProperties": _others,
    "propertyNames": _names,
    "items": _items,
    "anyOf": _any_of,
    "allOf": _all_of,
    "required": lambda value, wanted, *_: not isinstance(value, dict) or set(wanted) <= value.keys(),
    "pattern": lambda value, wanted, *_: not isinstance(value, str) or re.search(wanted, value),
    "minimum": _number(lambda value, least: value >= least),
    "maximum": _number(lambda value, most: value <= most),
    "maxLength": _sized(str, lambda length, most: length <= most),
    "minItems": _sized(list, lambda length, least: length >= least),
    "maxItems": _sized(list, lambda length, most: length <= most),
    "minProperties": _sized(dict, lambda length, least: length >= least),
}
