"""`check --prove`: bots and plans play a level in many worlds; a table of how they did, and a verdict."""

import os
from argparse import Namespace
from dataclasses import replace
from functools import partial

from game.commands.voice import Voice
from game.content.checks import Draft
from game.content.complaints import Arg, Complaint
from game.content.places import columns
from game.content.shape_firms import LEVERS
from game.play.saves import data_dir
from game.study import proving
from game.study.proofs import Proofs
from game.study.proving import Finding, Known, Proof
from game.study.trying import Trial
from game.world.level import Level

_LEVER_OF = {field: lever for lever, field in LEVERS.items()}
_CAUSES_SHOWN = 3


def prove(draft: Draft, level: Level, options: Namespace, voice: Voice) -> list[Complaint]:
    """Prove a level, tell the table where people read it, and return what was found."""
    kept = Proofs(data_dir(options.data_dir))
    known = kept.current(level)
    is_text = options.format == "text"
    if is_text and known:
        voice.say("prove.kept", level=level.id, games=len(known))
    try:
        _play(level, known, options, voice)
    finally:
        kept.keep(level, known)
    proof = proving.proof(level, known)
    if is_text:
        _tell(proof, voice)
    return [_complaint(draft, finding) for finding in proof.findings]


def _play(level: Level, known: Known, options: Namespace, voice: Voice) -> None:
    """Play what is missing: a few worlds of everybody first, so that something can be said soon; then the rest; then the levers."""
    worlds = options.worlds or proving.WORLDS
    processes = options.jobs or os.cpu_count() or 1

    def go(trials: list[Trial]) -> None:
        proving.play(level, trials, known, processes, partial(voice.progress, "prove.progress"))

    phases = proving.phases(level, known, worlds)
    first = next(phases)
    is_news = options.format == "text" and not all(trial in known for trial in first)
    go(first)
    if is_news:
        codes = ", ".join(finding.code for finding in proving.proof(level, known).findings)
        few = min(proving.FIRST_WORLDS, worlds)
        voice.say("prove.first", level=level.id, worlds=few, found=codes or voice.phrase("prove.nothing"))
    for trials in phases:
        go(trials)


def _tell(proof: Proof, voice: Voice) -> None:
    """Put the table on standard output."""
    voice.data(
        voice.phrase("prove.title", level=proof.level, players=len(proof.standings), worlds=proof.worlds)
    )
    heads = tuple(voice.phrase(f"prove.head.{name}") for name in ("player", "won", "lost", "users", "ended"))
    rows = [heads]
    for one in proof.standings:
        shares = (voice.phrase("prove.share", share=share) for share in (one.won, one.lost))
        users = voice.phrase("prove.users", users=round(one.users))
        causes = ", ".join(_cause(name, games, voice) for name, games in one.causes[:_CAUSES_SHOWN])
        rows.append((one.player, *shares, users, causes))
    widths = [max(columns(row[at]) for row in rows) for at in range(4)]
    for row in rows:
        name = row[0] + " " * (widths[0] - columns(row[0]))
        figures = (
            " " * (width - columns(cell)) + cell for cell, width in zip(row[1:4], widths[1:], strict=True)
        )
        voice.data("  ".join(("", name, *figures, row[4])))


def _cause(name: str, games: int, voice: Voice) -> str:
    key = f"prove.cause.{name}"
    said = voice.phrase(key) if voice.words.has(key) else name
    return f"{said} {games}"


def _complaint(draft: Draft, finding: Finding) -> Complaint:
    args: dict[str, Arg] = dict(finding.args)
    if finding.code == "W422":
        args["key"] = _LEVER_OF[str(args["key"])]
    return replace(draft.complain(finding.code, *finding.path, at_key=True), args=args)
