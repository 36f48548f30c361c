"""The panel on the left, the only place where anything is decided: four tabs of levers, next week in ranges, and the big button."""

from collections.abc import Iterator

import pygame

from agents.messages import Decision
from game.content import sentences
from game.content.words import Words
from game.play.assists import ADVISOR, HINTS, TAKE_BACK, UNDO, at_hand
from game.study.books import prospects
from game.study.outlook import Outlook
from game.ui.brush import RIGHT, Brush
from game.ui.buttons import Button, IconButton, Kind
from game.ui.groups import Column, Panel
from game.ui.inputs import Key
from game.ui.labels import Chip, Label, Rule
from game.ui.look import Look
from game.ui.readings import levers, previews
from game.ui.readings.facts import facts
from game.ui.readings.levers import TABS, Lever, heading_of
from game.ui.scenes.desk_clock import STEP, Clock
from game.ui.scenes.desk_controls import CONTROLS
from game.ui.scenes.desk_draft import Draft
from game.ui.scenes.desk_levers import Control, Situation
from game.ui.scenes.desk_strips import ForecastStrip, Note, Pipeline, Sum
from game.ui.scrolling import Scroll
from game.ui.segments import Option, Tabs
from game.ui.session import Session
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, CAPTION_STRONG, ROW, Tone
from game.ui.widgets import Act, Role, Widget
from game.world.level import Business, Start
from game.world.levers import Refusal
from game.world.pipeline import STAGES
from game.world.report import Outcome


class LockedLever(Widget):
    """A lever this level does not let move: its name, its setting and a lock."""

    role = Role.LABEL

    def __init__(self, words: Words, lever: Lever) -> None:
        super().__init__(
            f"lever.{lever.name}", levers.name_of(words, lever), tip=Tip(words.say("desk.locked"))
        )
        self.words, self.lever, self.setting = words, lever, ""

    @property
    def value(self) -> str:
        """Return the setting."""
        return self.setting

    def show(self, decision: Decision) -> None:
        """Show the setting in force."""
        self.setting = sentences.setting(self.words, self.lever.name, getattr(decision, self.lever.name))
        self.tip = Tip(self.label, f"{self.setting}. {self.words.say('desk.locked')}.")
        self.touch()

    def height(self, look: Look, width: float) -> float:
        """Return the height of one line."""
        return look.type.pitch(ROW, 1.7)

    def paint(self, brush: Brush) -> None:
        """Draw lock, name and setting."""
        theme, y = brush.theme, self.box.cy
        brush.icon("lock", self.box.x + 8, y, 13, theme.text3)
        x = self.box.x + 22
        x += brush.text(x, y, self.label, CAPTION, theme.text2) + 8
        setting = brush.look.type.fit(self.setting, CAPTION, self.box.right - x)
        brush.text(self.box.right, y, setting, CAPTION, theme.text2, at=RIGHT)


class Page:
    """The levers of one tab: those that move in their order under headings, then those that are locked."""

    def __init__(self, words: Words, tab: str, start: Start) -> None:
        mine, locked = levers.of_tab(tab, start.business), start.locked
        self.controls = [CONTROLS[lever.form](words, lever) for lever in mine if lever.name not in locked]
        self.locked = [LockedLever(words, lever) for lever in mine if lever.name in locked]
        self.extra: list[Widget] = []
        if tab == "model":
            self.release = Pipeline("release", words.say("desk.release"), STAGES)
            self.extra.append(self.release)
        is_trade = tab == "service" and start.business is Business.TECHNOLOGY
        self.facts = Sum(f"facts.{tab}", words.say("desk.facts.clients" if is_trade else f"desk.facts.{tab}"))
        title = Label(f"facts.{tab}.title", self.facts.label, CAPTION_STRONG, ink="text2")
        self.extra += [Rule(f"facts.{tab}.rule"), title, self.facts]
        self.box = Column(
            f"page.{tab}", *self._rows(words), *self.extra, *self._locked_rows(words, tab), gap=7
        )

    def _rows(self, words: Words) -> Iterator[Widget]:
        last = ""
        for control in self.controls:
            heading = heading_of(control.lever)
            if heading != last:
                yield Label(f"heading.{heading}", words.say(f"desk.{heading}"), CAPTION_STRONG, ink="text2")
            last = heading
            yield control.box

    def _locked_rows(self, words: Words, tab: str) -> Iterator[Widget]:
        if self.locked:
            yield Rule(f"locked.{tab}.rule")
            yield Label(f"locked.{tab}", words.say("desk.locked"), CAPTION_STRONG, ink="text2")
            yield Column(f"locked.{tab}.levers", *self.locked, gap=0)


class Decisions(Panel):
    """Tabs, levers, forecast and button."""

    def __init__(self, words: Words, session: Session, tab: str = "") -> None:
        self.words, self.session = words, session
        self._now: Situation | None = None  # as it was shown last
        self.pages = {name: Page(words, name, session.level.start) for name in TABS}
        tab = tab or next((name for name in TABS if self.pages[name].controls), TABS[0])
        self.tabs = Tabs(
            "tabs", words.say("desk.decisions"), [Option(n, words.say(f"desk.tab.{n}")) for n in TABS], tab
        )
        self.scroll = Scroll(
            "levers",
            words.say("desk.decisions"),
            Column("pages", *(p.box for p in self.pages.values()), gap=0),
        )
        self.strip = ForecastStrip(
            "next", words.say("desk.next"), Tip(words.say("desk.next"), words.say("desk.next.about"))
        )
        self.refusal = Note("refusal", "", "", Tone.BAD)
        self.apply = Button(
            "apply", "", Kind.PRIMARY, cap=words.say("desk.key.space"), shortcut=Key(pygame.K_SPACE)
        )
        self.count = Chip("changes", "")
        self.undo = _tool("undo", words.say("desk.undo"), "undo-2", Key(pygame.K_z, ctrl=True))
        self.advice = _tool("advice", words.say("desk.advice"), "lightbulb", Key(pygame.K_a))
        self.hint = _line("hint", words.say("assists.name.hints"), "key-round", Key(pygame.K_h))
        self.back = _line("back", words.say("assists.name.take-back"), "history", Key(pygame.K_b))
        self.helps = Column("decisions.help", self.hint, self.back, gap=4)
        self.offer(session.assists)
        body = Column("decisions.body", self.tabs, self.helps, self.scroll, Rule("next.rule"), self.strip, self.refusal, self.apply,
                      gap=7, flexible=["levers"])  # fmt: skip
        super().__init__(
            "decisions",
            words.say("desk.decisions"),
            body,
            icon="sliders-horizontal",
            side=[self.count, self.advice, self.undo],
        )
        self.turn_to(tab)
        self.foresee(None)

    def offer(self, assists: tuple[str, ...]) -> None:
        """Show the help there is: of what is on, what the level has and what the game allows now."""
        offered = at_hand(self.session.level, assists)
        self.hint.visible = HINTS in offered
        self.advice.visible = ADVISOR in offered
        self.back.visible = TAKE_BACK in assists
        self.helps.visible = self.hint.visible or self.back.visible
        self.back.enabled = self.session.scenery.view.week > 0
        self.undo.visible = UNDO in assists

    def show_cap(self, cap: str) -> None:
        """Show another key on the big button; "" leaves the one it has."""
        self.apply.cap = self.words.say("help.cap", cap=cap) if cap else self.apply.cap
        self.apply.touch()

    def turn_to(self, tab: str) -> None:
        """Show the levers of a tab, from the top."""
        for name, page in self.pages.items():
            page.box.visible = name == tab
        self.tabs.set(tab)
        self.scroll.offset = 0.0
        if self._now is not None:
            self._show_refusal(self._now)
        self.touch()

    def controls(self) -> Iterator[Control]:
        """Yield the controls of all tabs."""
        for page in self.pages.values():
            yield from page.controls

    def read(self, act: Act, draft: Decision) -> tuple[str, int | bool] | None:
        """Return the lever an act sets and its value, or None if the act is about something else."""
        for control in self.controls():
            value = control.read(act, draft)
            if value is not None:
                return control.lever.name, value
        return None

    # ---- showing

    def show(self, draft: Draft, refusals: tuple[Refusal, ...]) -> bool:
        """Show the draft and what is refused of it; return whether something needs another height."""
        self._now = now = self._situation(draft, refusals)
        is_other = [control.show(now) for control in self.controls()]
        for page in self.pages.values():
            for lever in page.locked:
                lever.show(now.in_force)
        self._show_release(now)
        is_other += [self._show_facts(now), self._show_refusal(now), self._show_count(draft)]
        return any(is_other)

    def _situation(self, draft: Draft, refusals: tuple[Refusal, ...]) -> Situation:
        scenery = self.session.scenery
        return Situation(
            self.words, self.session.level, scenery.view, scenery.books, draft.in_force, draft.decision,
            prospects(scenery.books, draft.decision), previews.model_notes(self.words, scenery.books, draft.decision),
            previews.refusals_by_lever(self.words, refusals),
        )  # fmt: skip

    def _show_release(self, now: Situation) -> None:
        self.pages["model"].release.show(previews.release(self.words, now.books, now.prospects["engineers"]))

    def _show_facts(self, now: Situation) -> bool:
        told = facts(self.words, now.view, now.books, now.draft, now.level.start.business)
        is_other = [self.pages[tab].facts.show(told[tab].lines, told[tab].total) for tab in TABS]
        return any(is_other)

    def _show_refusal(self, now: Situation) -> bool:
        """Say what speaks against the whole, or against a lever on another tab."""
        hidden = [text for lever, text in now.refusals.items() if lever not in self._levers_in_sight()]
        was = self.refusal.visible, self.refusal.text
        self.refusal.say("", hidden[0] if hidden else "", Tone.BAD)
        self.refusal.visible = bool(hidden)
        self.apply.enabled = not now.refusals
        self.apply.tip = None if self.apply.enabled else Tip(self.words.say("desk.apply.blocked"))
        return was != (self.refusal.visible, self.refusal.text)

    def _levers_in_sight(self) -> set[str]:
        page = self.pages[self.tabs.chosen]
        return {control.lever.name for control in page.controls}

    def _show_count(self, draft: Draft) -> bool:
        changes = draft.changes
        label = self.words.say("desk.changes", n=changes) if changes else self.words.say("desk.unchanged")
        is_other = label != self.count.label
        self.count.label, self.count.tone = label, Tone.WARN if changes else Tone.PLAIN
        self.undo.enabled = draft.can_undo
        self.count.touch()
        return is_other

    def show_clock(self, clock: Clock, draft: Draft) -> None:
        """Say on the button what pressing it would do."""
        view, key = self.session.scenery.view, "desk.apply" if draft.changes else "desk.apply.none"
        if view.ending.outcome is not Outcome.RUNNING:
            key = "desk.apply.over"
        elif clock.is_running:
            key = "desk.apply.pause"
        elif clock.gear != STEP:
            key = "desk.apply.on"
        label = self.words.say(key, week=view.week + 1)
        if label != self.apply.label:
            self.apply.label = label
            self.apply.touch()

    def foresee(self, outlook: Outlook | None) -> bool:
        """Show next week in ranges, or dashes; return whether the strip needs another height."""
        return self.strip.show(previews.forecasts(self.words, outlook, self.session.level.start.business))


def _line(name: str, label: str, icon: str, shortcut: Key) -> Button:
    """Return a small button with a line of its own, which has room to say what it is."""
    return Button(name, label, Kind.QUIET, icon=icon, small=True, shortcut=shortcut)


def _tool(name: str, label: str, icon: str, shortcut: Key) -> IconButton:
    """Return a small button of the panel's own, drawn as an icon."""
    return IconButton(name, label, icon, size=28, shortcut=shortcut)
