"""Levels written to a folder: a parent and its children."""

from pathlib import Path

from game.content import levels

CAMPAIGN = [found.id for found in levels.campaign()]
PARENT = """\
format: 1
id: base
extends: core/startup
title: {ko: 바탕, en: Base}
player: {cash: 300M}
segments:
  everyday: {size: 10k}
objectives:
  users: {kind: win, when: users > 1k, points: 100, text: {ko: 사용자, en: Users}}
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def child(folder: Path, name: str, text: str = "", extends: str = "base") -> Path:
    head = f"format: 1\nid: {name}\nextends: {extends}\ntitle: {{ko: 아이, en: Child}}\n"
    return write(folder, name, head + text)
