"""A sentence in both languages of the game."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages of the game."""

    ko: str
    en: str

    def of(self, language: str) -> str:
        """Return the text in `ko` or `en`."""
        return self.ko if language == "ko" else self.en
