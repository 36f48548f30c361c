"""What the workshop tells of a level and of a mod: whose it is, whether it can be played, what is wrong, what was proved."""

import re
from collections.abc import Iterator, Sequence

from game.content import telling
from game.content.complaints import Complaint, Severity, errors
from game.content.modorder import Standing, State
from game.content.places import shown
from game.content.shelf import target_of
from game.content.words import Words
from game.study import wording
from game.study.prover import Prover
from game.ui.bench import Bench, Made, Source
from game.ui.buttons import Button, Kind, Toggle
from game.ui.code import Quote
from game.ui.figures import Fact
from game.ui.flows import Blocks, Flow
from game.ui.groups import Column, Panel
from game.ui.labels import Chip, Label, Meter, Paragraph, Rule
from game.ui.photos import Photo, photo
from game.ui.rows import ListRow, RowWords
from game.ui.scenes.workshop_work import fix_button, proving
from game.ui.tokens import CAPTION, CAPTION_STRONG, HEADING, ROW, ROW_STRONG, Tone
from game.ui.widgets import Widget

MOST_SHOWN = 12  # complaints of one level; the rest are counted
_QUOTED = re.compile("`([^`]*)`")

ICONS = {Source.GAME: "map", Source.MOD: "puzzle", Source.OWN: "pen-tool"}
_STATES = {
    "broken": (Tone.BAD, "circle-x"), "warned": (Tone.WARN, "triangle-alert"), "proved": (Tone.GOOD, "badge-check"),
    "doubted": (Tone.WARN, "flask-conical"), "fine": (Tone.PLAIN, "check"),
    "on": (Tone.GOOD, "check"), "off": (Tone.PLAIN, "power"),
}  # fmt: skip


def state_of(made: Made) -> str:
    """Return how a level stands, in a word: broken, warned, doubted by its proof, proved, or fine as far as anybody knows."""
    if made.is_broken:
        return "broken"
    if made.complaints:
        return "warned"
    if made.proof is None:
        return "fine"
    return "doubted" if made.proof.findings else "proved"


def level_row(words: Words, name: str, made: Made) -> ListRow:
    """Return a level in the list."""
    state = state_of(made)
    tone, _ = _STATES[state]
    badge = words.say(f"workshop.state.{state}") if state != "fine" else ""
    level = made.level
    side = words.say("workshop.side", minutes=level.minutes) if level and not badge else ""
    texts = RowWords(words.pick(made.title), made.id, side=side, badge=badge)
    return ListRow(name, texts, icon=ICONS[made.source], tone=tone, lines=2)


def mod_row(words: Words, name: str, standing: Standing) -> ListRow:
    """Return a mod in the list."""
    shape = standing.mod.shape
    tone, _ = _STATES[standing.state.value]
    title = words.pick(shape.title) if shape else standing.mod.id
    version = words.say("workshop.mod-line", id=standing.mod.id, version=shape.version if shape else "?")
    badge = words.say(f"workshop.state.{standing.state.value}")
    return ListRow(name, RowWords(title, version, badge=badge), icon="package", tone=tone)


def level_page(words: Words, made: Made, prover: Prover | None = None) -> Iterator[Widget]:
    """Yield what is told of a level, from top to bottom; `prover` is at work on it."""
    state = state_of(made)
    tone, icon = _STATES[state]
    chips = [
        Chip("workshop.source", _source(words, made), Tone.ACCENT, ICONS[made.source]),
        Chip("workshop.state", words.say(f"workshop.state.{state}"), tone, icon),
    ]
    yield Flow("workshop.chips", *chips)
    yield Paragraph("workshop.title", words.pick(made.title), HEADING, ink="text", leading=1.3)
    yield Paragraph("workshop.id", made.id, CAPTION)
    if made.level is not None and not made.is_broken:
        yield Flow(
            "workshop.ways",
            Button("workshop.play", words.say("workshop.play"), Kind.PRIMARY, icon="play", cap="Enter"),
        )
        yield from _about(words, made)
    yield from wrong(words, made.complaints, made)
    if not made.is_broken:
        yield from _proof(words, made)
        yield from proving(words, made, prover)


def mod_parts(words: Words, standing: Standing, bench: Bench) -> list[Widget]:
    """Return what is told of a mod, its picture below the title if it can be shown."""
    parts = list(mod_page(words, standing, bench))
    picture = standing.mod.picture if standing.state is not State.BROKEN else None
    shown = photo(picture) if picture is not None else None
    if shown is not None:
        parts.insert(2, Photo("workshop.picture", words.say("workshop.picture"), shown))
    return parts


def mod_page(words: Words, standing: Standing, bench: Bench) -> Iterator[Widget]:
    """Yield what is told of a mod, from top to bottom; its picture left aside."""
    mod, shape = standing.mod, standing.mod.shape
    tone, icon = _STATES[standing.state.value]
    yield Flow(
        "workshop.chips",
        Chip("workshop.source", words.say("workshop.a-mod"), Tone.ACCENT, "package"),
        Chip("workshop.state", words.say(f"workshop.state.{standing.state.value}"), tone, icon),
    )
    yield Paragraph(
        "workshop.title", words.pick(shape.title) if shape else mod.id, HEADING, ink="text", leading=1.3
    )
    if shape is not None and shape.about is not None:
        yield Paragraph("workshop.about", words.pick(shape.about), ROW)
    if standing.state is not State.BROKEN:
        yield Toggle("workshop.turn", words.say("workshop.turn"), standing.state is State.ON)
    if shape is not None:
        place = [one.mod for one in bench.mods if one.state is State.ON]
        texts = {
            "version": shape.version,
            "authors": ", ".join(shape.authors),
            "needs": ", ".join(shape.needs),
            "order": str(place.index(mod) + 1) if mod in place else "",
            "levels": ", ".join(words.pick(made.title) for made in bench.of(mod.id)),
            "changes": ", ".join(
                sorted(name for path in mod.levels if (name := target_of(path)) is not None)
            ),
        }
        facts = [
            Fact(f"workshop.fact.{name}", words.say(f"workshop.fact.{name}"), text)
            for name, text in texts.items()
            if text
        ]
        yield Rule("workshop.rule")
        yield Blocks("workshop.facts", *facts, gap=6, least=260)
    shared = [c for c in bench.modded.overlaps if c.place.file.startswith(f"{mod.name}/")]
    yield from wrong(words, (*standing.complaints, *shared))


def wrong(words: Words, complaints: Sequence[Complaint], made: Made | None = None) -> Iterator[Widget]:
    """Yield what is wrong: each with its place, the line it is about, what to do, and in a level a button that does it."""
    if not complaints:
        return
    yield Rule("workshop.wrong.rule")
    said = telling.summary(complaints, words.language)
    yield Label("workshop.wrong", said, ROW_STRONG, ink="bad" if errors(complaints) else "warn")
    for number, complaint in enumerate(complaints[:MOST_SHOWN]):
        name, place = f"workshop.wrong.{number}", complaint.place
        is_error = complaint.severity is Severity.ERROR
        file = place.file.rpartition("/")[2]
        spot = words.say(
            "workshop.spot", file=file, line=place.line, column=place.column, code=complaint.code
        )
        parts: list[Widget] = [
            Label(f"{name}.spot", spot, CAPTION_STRONG, ink="bad" if is_error else "warn",
                  icon="circle-x" if is_error else "triangle-alert"),
            Paragraph(f"{name}.said", _set(telling.sentence(complaint, words.language)), ROW, ink="text"),
            *_quote(f"{name}.line", complaint),
        ]  # fmt: skip
        remedy = _set(telling.remedy(complaint, words.language))
        if remedy:
            parts.append(Paragraph(f"{name}.rest", f"→ {remedy}", CAPTION))
        if made is not None:
            parts += fix_button(words, made, number)
        yield Panel(f"{name}.card", "", Column(f"{name}.parts", *parts, gap=6), padding=12)
    if len(complaints) > MOST_SHOWN:
        yield Label(
            "workshop.wrong.more", words.say("workshop.more", n=len(complaints) - MOST_SHOWN), CAPTION
        )


def _quote(name: str, complaint: Complaint) -> Iterator[Widget]:
    """Yield the line a complaint is about, with a mark where it begins; nothing where the file has no such line."""
    place = complaint.place
    line = place.source.line(place.line)
    if line.strip():
        column = place.column - 1 - (len(line) - len(line.lstrip()))
        yield Quote(name, shown(line.strip()), place.line, column)


def _set(text: str) -> str:
    """Return a message with the signs a terminal puts around words set as a page does."""
    return _QUOTED.sub("‘\\1’", text)


def _about(words: Words, made: Made) -> Iterator[Widget]:
    """Yield how long a level takes, what counts and what is learned."""
    level = made.level
    assert level is not None, "a level that can be played"
    about = words.say("workshop.about-level", minutes=level.minutes, weeks=level.weeks, file=made.path.name)
    yield Paragraph("workshop.length", about, CAPTION)
    yield Rule("workshop.rule")
    for name, texts in (
        ("aims", [words.pick(aim.text) for aim in level.objectives]),
        ("goals", [words.pick(goal.text) for goal in level.goals]),
    ):
        if texts:
            yield Label(f"workshop.{name}", words.say(f"workshop.{name}"), ROW_STRONG)
            yield Paragraph(f"workshop.{name}.list", "\n".join(f"· {text}" for text in texts), ROW)
    for number, mod in enumerate(level.mods):
        yield Label(
            f"workshop.mod.{number}", words.say("workshop.changed-by", mod=mod.rpartition(" ")[0]), CAPTION
        )


def _proof(words: Words, made: Made) -> Iterator[Widget]:
    """Yield what bots and plans found, or how to let them try."""
    yield Rule("workshop.proof.rule")
    yield Label("workshop.proof", words.say("workshop.proof"), ROW_STRONG)
    proof = made.proof
    if proof is None:
        yield Paragraph("workshop.unproved", words.say("workshop.unproved"), CAPTION)
        return
    found = [telling.pattern(finding.code, words.language) for finding in proof.findings]
    verdict = "\n".join(found) if found else words.say("workshop.proof-fine", worlds=proof.worlds)
    yield Paragraph("workshop.verdict", verdict, ROW, ink="warn" if found else "good")
    best = sorted(proof.standings, key=lambda one: (-one.won, one.player))
    meters = [
        Meter(
            f"workshop.player.{number}",
            wording.founder(words, made.level, one.player) if made.level else one.player,
            one.won,
            words.say("workshop.won", share=one.won, lost=one.lost),
            Tone.GOOD,
        )
        for number, one in enumerate(best)
    ]
    yield Blocks("workshop.players", *meters, gap=8, least=430)


def _source(words: Words, made: Made) -> str:
    return words.say(f"workshop.source.{made.source.value}", mod=made.mod)
