"""What somebody has to say: a person's whole decision with life, likes and twin; a rival's rule; an investor's weights."""

from typing import TYPE_CHECKING

from game.content import rivals, sentences
from game.content.words import Words
from game.study import wording
from game.study.others import Fund, Rival
from game.study.subjects import Told
from game.study.why import Person
from game.ui.buttons import Button, Kind
from game.ui.figures import Scales, Weight
from game.ui.groups import Column, Panel
from game.ui.heaps import Heaps
from game.ui.labels import Label, Paragraph
from game.ui.readings import amounts, reasons
from game.ui.readings.amounts import Line
from game.ui.readings.ending import Moment
from game.ui.reckoning import Reckoning
from game.ui.scenes.desk_strips import Note, Sum
from game.ui.scenes.ending_parts import MomentRow
from game.ui.scenes.halves import Halves
from game.ui.scenes.waiting import Waiting
from game.ui.tokens import BODY, BODY_STRONG, CAPTION, ROW, ROW_STRONG, Tone
from game.ui.widgets import Widget
from game.world.level import Level

if TYPE_CHECKING:
    from game.ui.scenes.why import Why

GAP = 12.0  # logical px


def account(words: Words, level: Level, page: "Why") -> tuple[str, str, Widget]:
    """Return title, note and body of what is shown; the page is given its bar of progress."""
    page.waiting = Waiting("why.seeking", words.say("asking.seeking"), words)
    parts: list[Widget] = []
    if page.trouble is not None:
        text = words.say(_trouble(page.trouble.code), **_known(words, page.trouble.values))
        parts.append(Note("why.trouble", words.say("asking.trouble"), text, Tone.WARN, "circle-help"))
    title, note = words.say("asking.title"), words.say("asking.note")
    if page.found is not None:
        _, week, told = page.found
        title, note, more = _told(words, level, told, page)
        note = f"{note} · {words.say('asking.after-week', week=week, weeks=level.weeks)}"
        parts += more
    elif page.trouble is None:
        parts.append(Paragraph("why.looking", words.say("asking.looking"), BODY))
    return title, note, Column("why.told.column", *parts, gap=GAP)


def _trouble(code: str) -> str:
    return f"asking.wrong.{code}" if code.startswith("no-") else f"why.wrong.{code}"


def _known(words: Words, values: dict[str, int | str]) -> dict[str, int | str]:
    return values | ({"known": words.say("why.wrong.nobody")} if values.get("known") == "" else {})


def _told(words: Words, level: Level, told: Told, page: "Why") -> tuple[str, str, list[Widget]]:
    if isinstance(told, Rival):
        name = wording.firm(words, level, told.firm)
        return words.say("asking.title-rival", name=name), name, [_rival(words, level, told, name)]
    if isinstance(told, Fund):
        name = words.pick(level.fund(told.fund).name)
        key = "yes" if told.verdict.is_yes else "no"
        return words.say(f"asking.title-fund.{key}", name=name), name, [_fund(words, told, name)]
    return reasons.title(words, told), reasons.standing(words, level, told), _person(words, level, told, page)


# ---- a person


def _person(words: Words, level: Level, told: Person, page: "Why") -> list[Widget]:
    parts: list[Widget] = []
    if told.life:
        rows = [
            MomentRow(f"why.life.{i}", Moment(0, icon, tone, text, ""))
            for i, (icon, tone, text) in enumerate(reasons.life(words, level, told))
        ]
        life = Column("why.life.column", *rows, gap=4)
        parts.append(Panel("why.life", words.say("asking.life"), life, icon="route"))
    if told.choice is None:
        parts.append(Paragraph("why.nothing", words.say("why.no-choice"), BODY))
        return parts
    parts.append(_decision(words, level, told, page))
    others = [panel for panel in (_alike(words, told), _twin(words, told)) if panel is not None]
    parts += [Halves("why.others", *others, left_share=0.5, wide=680.0)] if len(others) == 2 else others
    return parts


def _decision(words: Words, level: Level, told: Person, page: "Why") -> Panel:
    assert told.choice is not None
    found = reasons.reckoned(words, level, told.choice, page.moved)
    rows: list[Widget] = [Paragraph("why.question", found.question, BODY_STRONG, ink="text")]
    if found.reasons:
        own, other = found.names
        sides = words.say("asking.sides", service=own, other=other)
        rows.append(Paragraph("why.sides", sides, CAPTION))
        rows.append(Reckoning("why.reasons", words.say("asking.sum"), found))
    if found.meaning:
        rows.append(Paragraph("why.meaning", found.meaning, ROW_STRONG, ink="text"))
    rows += [Paragraph(f"why.note.{i}", note, ROW) for i, note in enumerate(found.notes)]
    if page.is_seeking:
        rows.append(page.waiting)
    elif found.reasons and page.moved is None:
        rows.append(Button("why.seek", words.say("asking.seek"), Kind.PLAIN, icon="search", small=True))
    if found.reasons:
        rows.append(Paragraph("why.rounded", words.say("asking.rounded"), CAPTION, ink="text3"))
    return Panel(
        "why.account", words.say("asking.account"), Column("why.account.column", *rows, gap=8), icon="scale"
    )


def _alike(words: Words, told: Person) -> Panel | None:
    if told.alike is None:
        return None
    heaps = tuple(
        (word, people, amounts.count(words, round(people)))
        for word, people in reasons.heaps(words, told.alike)
    )
    title = reasons.alike_title(words, told.alike)
    body = Column("why.alike.column", Paragraph("why.alike.title", title, ROW),
                  Heaps("why.alike.heaps", words.say("asking.alike-title"), heaps), gap=8)  # fmt: skip
    return Panel("why.alike", words.say("asking.alike-title"), body, icon="users-round")


def _twin(words: Words, told: Person) -> Panel | None:
    twin, choice = told.twin, told.choice
    if twin is None or choice is None:
        return None
    text = words.say("asking.twin.text", person=twin.choice.person, likeness=twin.likeness)
    ask = Button(
        "why.twin.ask", words.say("asking.twin.ask"), Kind.PLAIN, icon="message-circle-question", small=True
    )
    body = Column(
        "why.twin.column",
        Paragraph("why.twin.text", text, ROW),
        Sum("why.twin.lines", words.say("asking.twin.differs"), reasons.twin_lines(words, twin)),
        Paragraph("why.twin.sum", reasons.twin_sum(words, choice, twin), CAPTION),
        gap=6,
    )
    return Panel(
        "why.twin", words.say(f"asking.twin.{twin.choice.event.name}"), body, icon="copy", side=[ask]
    )


# ---- the others


def _rival(words: Words, level: Level, told: Rival, name: str) -> Panel:
    said = words.say("why.rival", rival=name, week=told.week, said=rivals.why(words, told.why))
    rows: list[Widget] = [Paragraph("why.rival.said", said, BODY, ink="text")]
    lines = [
        Line(sentences.lever(words, lever), " → ".join(wording.setting(words, level, lever, v) for v in pair))
        for lever, *pair in told.changed
    ]
    if lines:
        rows.append(Label("why.rival.changed", words.say("asking.rival-changed"), ROW_STRONG))
        rows.append(Sum("why.rival.lines", words.say("asking.rival-changed"), lines))
    else:
        rows.append(Paragraph("why.rival.held", words.say("asking.rival-held"), ROW))
    body = Column("why.rival.column", *rows, gap=8)
    return Panel("why.account", words.say("asking.account"), body, icon="building-2")


def _fund(words: Words, told: Fund, name: str) -> Panel:
    verdict = told.verdict
    weights = [
        Weight(words.say(f"factor.{f.name}"), _seen(words, f.name, f.value), f.weight, _push(f.weight))
        for f in sorted(verdict.factors, key=lambda f: -f.weight)
    ]
    weights.append(Weight(words.say("factor.luck"), "", verdict.luck, _push(verdict.luck)))
    total = verdict.interest + verdict.luck
    key = "yes" if verdict.is_yes else "no"
    interest, luck = _push(verdict.interest), _push(verdict.luck)
    said = words.say(f"why.fund.{key}", fund=name, week=told.week, interest=interest, luck=luck)
    body = Column(
        "why.fund.column",
        Paragraph("why.fund.said", said, BODY, ink="text"),
        Scales("why.fund.weights", words.say("asking.account"), weights),
        Sum("why.fund.sum", words.say("asking.sum"), [Line(words.say("asking.sum"), _push(total))]),
        gap=8,
    )
    return Panel("why.account", words.say("asking.account"), body, icon="handshake")


def _seen(words: Words, name: str, value: float) -> str:
    key = f"offer.saw.{name}"
    return words.say(key, seen=value) if words.has(key) else ""


def _push(weight: float) -> str:
    return f"{weight:+.2f}".replace("-", "−")
