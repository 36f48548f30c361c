"""A fingerprint of anything: the same state gives the same 32 letters on every machine.

Numbers go in by their bits, in little-endian order, so that not even the last digit may differ; names go in by
spelling, never by address or hash.
"""

import struct
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import blake2b
from typing import Any

import numpy as np

from game.world.later import is_unused

BYTES = 16  # BLAKE2b-128: enough that no two games ever meet by chance


class Digest:
    """A running fingerprint."""

    def __init__(self) -> None:
        self._hash = blake2b(digest_size=BYTES)

    def feed(self, value: object) -> None:
        """Take in a value: numbers, text, arrays, enums, dataclasses, and tuples, lists and mappings of these.

        Raises:
            TypeError: for anything whose content has no fixed order or form.
        """
        match value:
            case np.ndarray():
                self._array(value)
            case tuple() | list():
                self._many(b"l", value)
            case Mapping():
                self._many(b"m", [part for item in value.items() for part in item])
            case _ if is_dataclass(value) and not isinstance(value, type):
                self._many(b"c", [getattr(value, f.name) for f in fields(value) if not is_unused(value, f)])
            case _:
                self._single(value)

    def _single(self, value: object) -> None:
        match value:
            case None:
                self._hash.update(b"n")
            case Enum():
                self._text(b"e", value.name)
            case bool() | np.bool_():
                self._hash.update(b"t" if value else b"f")
            case int() | np.integer():
                self._text(b"i", str(int(value)))
            case float() | np.floating():
                self._hash.update(b"d" + struct.pack("<d", float(value)))
            case str():
                self._text(b"s", value)
            case _:
                raise TypeError(f"{type(value).__name__} has no fingerprint")

    def _text(self, mark: bytes, text: str) -> None:
        encoded = text.encode()
        self._hash.update(mark + struct.pack("<q", len(encoded)) + encoded)

    def _array(self, array: np.ndarray[Any, Any]) -> None:
        little = array.astype(array.dtype.newbyteorder("<"), copy=False)
        self._text(b"a", f"{little.dtype.str}{little.shape}")
        self._hash.update(np.ascontiguousarray(little).data)

    def _many(self, mark: bytes, parts: Any) -> None:
        self._hash.update(mark + struct.pack("<q", len(parts)))
        for part in parts:
            self.feed(part)

    def hex(self) -> str:
        """Return the fingerprint so far, 32 hexadecimal digits."""
        return self._hash.hexdigest()
