"""The game in a terminal: a line in, some lines out. The same playthrough, the same weeks, the same journal.

Works with a pipe as with a keyboard; every line that is understood does one thing, and none is ever lost in silence.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from agents.messages import ACCEPT, DECLINE, Decision
from game.commands import codex, diagnosing, drawing
from game.commands.narrator import Narrator
from game.commands.problems import UsageError
from game.commands.settings import SettingError, Vocabulary
from game.commands.voice import Voice
from game.content import sentences
from game.content.phrases import Filling
from game.play.assists import HINTS, KIND, UNDO, used
from game.play.playthrough import JournalError, Playthrough, Refused
from game.play.saves import Saves

_MOST_WEEKS = 520  # played by one line; the level ends earlier


class TextGame:
    """One game in a terminal. `play` reads lines until they end or the player leaves."""

    def __init__(self, voice: Voice, game: Playthrough, saves: Saves) -> None:
        self.voice = voice
        self.game = game
        self.saves = saves
        self.narrator = Narrator(voice)
        self.vocabulary = Vocabulary()
        self.draft = game.decision
        self._before: list[Decision] = []  # drafts to undo, the latest last
        self._acts: dict[str, Callable[[list[str]], None]] = {
            "next": self._next,
            "set": self._set,
            "levers": lambda _: self._tell(self.narrator.levers(self.game, self.draft)),
            "report": lambda _: self._tell(self.narrator.week(self.game)),
            "why": self._why,
            "offers": self._offers,
            "accept": lambda rest: self._answer_sheet(rest, ACCEPT),
            "decline": lambda rest: self._answer_sheet(rest, DECLINE),
            "choose": self._choose,
            "undo": self._undo,
            "hint": self._hint,
            "goals": lambda _: self._tell(self.narrator.goals(self.game)),
            "codex": self._codex,
            "save": self._save,
            "rewind": self._rewind,
            "predict": self._predict,
            "diagnose": self._diagnose,
            "skip": self._skip,
            "help": lambda _: self._say("text.help"),
        }

    def play(self, lines: Iterable[str]) -> None:
        """Open the game, do what each line says, and close."""
        if self.game.week == 0:
            self._tell(self.narrator.opening(self.game))
            self._say("text.welcome")
        else:
            self._tell(self.narrator.week(self.game))
        if self.game.is_over:
            self._end()
        self._tell(drawing.question(self.game, self.voice))
        for line in lines:
            if self.vocabulary.act(line.strip()) == "quit":
                break
            self.obey(line)
        self._save([])
        self.game.close()

    def obey(self, line: str) -> None:
        """Do what one line says, or say why not."""
        words = line.split()
        if not words:
            return
        act = self.vocabulary.act(words[0])
        try:
            if act is not None:
                self._acts[act](words[1:])
            elif self.vocabulary.lever(words[0]):
                self._set(words)
            else:
                near = self.vocabulary.near(words[0])
                self._say("text.unknown-near" if near else "text.unknown", word=words[0], near=near or "")
        except SettingError as wrong:
            self._say(wrong.key, **wrong.values)
        except JournalError as wrong:
            self._say(f"journal.{wrong.code}", **wrong.values)

    # --- acts

    def _codex(self, rest: list[str]) -> None:
        try:
            codex.answer(rest, self.voice)
        except UsageError as unknown:
            self._tell([str(unknown)])

    def _next(self, rest: list[str]) -> None:
        wanted, seen = self._number(rest, usual=1), self._waiting()
        if drawing.due(self.game) is not None:
            raise SettingError("text.predict.first")
        for played in range(1, min(wanted, _MOST_WEEKS) + 1):
            if not self._play_week():
                return
            is_asked = drawing.due(self.game) is not None
            if played < wanted and (self._waiting() - seen or self._alarms() or is_asked):
                self._say("text.stopped", weeks=played)
                break
        self._tell(self.narrator.week(self.game))
        self._tell(drawing.come(self.game, self.voice))
        if self.game.is_over:
            self._end()
        self._tell(drawing.question(self.game, self.voice))

    def _end(self) -> None:
        self._tell(self.narrator.end(self.game))
        self._tell(diagnosing.question(self.game, self.voice))

    def _predict(self, rest: list[str]) -> None:
        self._tell(drawing.draw(self.game, rest, self.voice))

    def _diagnose(self, rest: list[str]) -> None:
        self._tell(diagnosing.diagnose(self.game, rest, self.voice, self.vocabulary))

    def _skip(self, rest: list[str]) -> None:  # noqa: ARG002 - one shape for all acts
        if drawing.due(self.game) is not None:
            drawing.decline(self.game)
        elif diagnosing.is_due(self.game):
            diagnosing.decline(self.game)
        else:
            raise SettingError("text.nothing-to-skip")
        self._say("text.skipped")
        self._tell(drawing.question(self.game, self.voice))

    def _play_week(self) -> bool:
        try:
            self.game.play(self.draft)
        except Refused as refused:
            self._tell(sentences.refusal(self.voice.words, refusal) for refusal in refused.refusals)
            return False
        self.draft, self._before = self.game.decision, []
        return True

    def _waiting(self) -> set[str]:
        """Return the ids of the offers and cards that wait for an answer."""
        view = self.game.view()
        return {sheet.id for sheet in view.sheets} | {card.id for card in view.cards}

    def _alarms(self) -> bool:
        """Return whether the week was one to look at: bad news, or the last."""
        news = self.game.model.reports[-1].news
        return self.game.is_over or any(item.severity == "bad" for item in news)

    def _set(self, rest: list[str]) -> None:
        if len(rest) < 2:
            raise SettingError("text.how-to-set")
        lever = self.vocabulary.lever_named(rest[0])
        before = getattr(self.draft, lever)
        if self._try(self.vocabulary.with_setting(self.draft, lever, " ".join(rest[1:]))):
            words = self.voice.words
            self._say(
                "text.set",
                lever=sentences.lever(words, lever),
                before=sentences.setting(words, lever, before),
                after=sentences.setting(words, lever, getattr(self.draft, lever)),
            )

    def _try(self, draft: Decision) -> bool:
        """Take a new draft if it can be carried out; say why if it cannot."""
        refusals = self.game.check(draft)
        if refusals:
            self._tell(sentences.refusal(self.voice.words, refusal) for refusal in refusals)
            return False
        self._before.append(self.draft)
        self.draft = draft
        return True

    def _why(self, rest: list[str]) -> None:  # noqa: ARG002 - one shape for all acts
        if not self.game.model.reports:
            raise SettingError("text.nothing-played")
        self._tell(self.narrator.why(self.game.model.reports[-1]))

    def _offers(self, rest: list[str]) -> None:  # noqa: ARG002 - as above
        lines = list(self.narrator.waiting(self.game, self.game.view()))
        self._tell(lines or [self.voice.phrase("text.no-offers")])

    def _answer_sheet(self, rest: list[str], answer: str) -> None:
        sheets = self.game.view().sheets
        number = self._number(rest, usual=1)
        if not 1 <= number <= len(sheets):
            raise SettingError("text.no-offers")
        self._answer(sheets[number - 1].id, answer)

    def _choose(self, rest: list[str]) -> None:
        cards = self.game.view().cards
        card, choice = (
            (1, self._number(rest, 0))
            if len(rest) < 2
            else (self._number(rest, 0), self._number(rest[1:], 0))
        )
        if not (1 <= card <= len(cards) and 1 <= choice <= len(cards[card - 1].choices)):
            raise SettingError("text.no-choice")
        self._answer(cards[card - 1].id, cards[card - 1].choices[choice - 1].id)

    def _answer(self, asked: str, choice: str) -> None:
        others = tuple(pair for pair in self.draft.answers if pair[0] != asked)
        if self._try(replace(self.draft, answers=(*others, (asked, choice)))):
            self._say("text.answered")

    def _undo(self, rest: list[str]) -> None:  # noqa: ARG002 - as above
        if UNDO not in self.game.assists:
            raise SettingError("text.assist-off", name=self.voice.phrase("assists.name.undo"))
        if not self._before:
            raise SettingError("text.nothing-to-undo")
        self.draft = self._before.pop()
        self._say("text.undone")

    def _hint(self, rest: list[str]) -> None:  # noqa: ARG002 - as above
        """Tell the next hint of the level, and take down that it was read."""
        hints, read = self.game.level.hints, used(self.game.header, self.game.notes).hints
        if HINTS not in self.game.assists:
            raise SettingError("text.assist-off", name=self.voice.phrase("assists.name.hints"))
        if not hints:
            raise SettingError("assists.hint.none")
        if read < len(hints):
            self.game.note(KIND, {"hint": read + 1})
        number = min(read + 1, len(hints))
        count = self.voice.phrase("assists.hint.count", at=number, of=len(hints))
        self._tell([f"{count}: {self.voice.words.pick(hints[number - 1])}"])

    def _save(self, rest: list[str]) -> None:  # noqa: ARG002 - as above
        if self.game.journal is not None and self.game.path is not None:
            self.game.journal.wait()
            self._say("text.saved", path=str(self.game.path), week=self.game.week)

    def _rewind(self, rest: list[str]) -> None:
        week = self._number(rest, usual=max(self.game.week - 1, 0))
        if week > self.game.week:
            raise SettingError("text.no-week")
        again = self.game.rewind(week, self.saves.free_path(self.game.level.id))
        self.game.close()
        self.game, self.draft, self._before = again, again.decision, []
        self._say("text.rewound", week=week, path=str(again.path))
        self._tell(self.narrator.week(self.game))
        self._tell(drawing.question(self.game, self.voice))

    # --- reading and speaking

    def _number(self, rest: list[str], usual: int) -> int:
        if not rest:
            return usual
        if not rest[0].isdecimal() or len(rest[0]) > 6:
            raise SettingError("text.not-number", word=rest[0])
        return int(rest[0])

    def _say(self, key: str, /, **values: Filling) -> None:
        self.voice.data(self.voice.phrase(key, **values))

    def _tell(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.voice.data(line)


def typed(voice: Voice, stream: Iterable[str], *, prompt: bool) -> Iterator[str]:
    """Yield the lines of a stream; at a keyboard, ask for each."""

    def ask() -> None:
        if prompt:
            print("> ", end="", file=voice.out, flush=True)

    ask()
    for line in stream:
        yield line
        ask()
    if prompt:  # the keyboard's end leaves the cursor behind the last question
        print(file=voice.out)
