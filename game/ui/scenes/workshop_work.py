"""What the workshop does to a level: one word mended after the line was seen both ways, and a proof that runs beside the frames."""

from collections.abc import Iterator
from pathlib import Path

from game.content import mending
from game.content.complaints import Complaint
from game.content.examining import examine_file
from game.content.mending import Mend, MendError
from game.content.modding import mod_folder_of
from game.content.mods import LEVELS, MOD_FILE
from game.content.places import shown
from game.content.shelf import Shelf
from game.content.words import Words
from game.study.proofs import Proofs
from game.study.prover import Prover
from game.ui.bench import Made, Source
from game.ui.buttons import Button, Kind
from game.ui.flows import Flow
from game.ui.groups import Column
from game.ui.labels import Label, Meter, Paragraph
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import CAPTION, CODE, ROW_STRONG
from game.ui.view import View
from game.ui.widgets import Widget

FIX = "workshop.fix."  # begins the ids of buttons, with the number of the complaint behind it
_LONGEST = 160  # letters of a line that is shown


def backups(data: Path) -> Path:
    """Return where files are kept as they were before they were mended."""
    return data / "backups"


def mend_for(made: Made, number: int) -> Mend | None:
    """Return the one word that mends a complaint; the game's own levels are left alone."""
    if made.source is Source.GAME:
        return None
    return mending.mend_of(made.complaints[number], made.path)


def fix_button(words: Words, made: Made, number: int) -> Iterator[Widget]:
    """Yield the button that mends a complaint, where it can be mended."""
    mend = mend_for(made, number)
    if mend is not None:
        label = words.say("workshop.fix", word=shown(mend.word))
        yield Flow(
            f"workshop.fixing.{number}", Button(f"{FIX}{number}", label, Kind.GOOD, icon="wrench", small=True)
        )


def mend_sheet(words: Words, mend: Mend, folder: Path) -> Sheet:
    """Return the sheet that shows a line as it is and as it would be."""
    kicker = words.say("workshop.mend.kicker", file=mend.path.name, line=mend.place.line)
    parts: list[Widget] = []
    for name, line, ink in (("before", mend.before, "bad"), ("after", mend.after, "good")):
        parts += [
            Label(f"workshop.mend.{name}", words.say(f"workshop.mend.{name}"), ROW_STRONG, ink="text2",
                  icon="minus" if name == "before" else "plus"),
            Paragraph(f"workshop.mend.{name}.line", shown(line.strip())[:_LONGEST], CODE, ink=ink),
        ]  # fmt: skip
    parts.append(
        Paragraph("workshop.mend.note", words.say("workshop.mend.note", folder=str(folder)), CAPTION)
    )
    buttons = [
        Button("workshop.mend.leave", words.say("workshop.mend.close")),
        Button(
            "workshop.mend.apply", words.say("workshop.mend.apply"), Kind.PRIMARY, icon="check", cap="Enter"
        ),
    ]
    heading = Heading(words.say("workshop.mend.title"), kicker, icon="wrench")
    return Sheet("workshop.mend", heading, Column("workshop.mend.column", *parts, gap=8), buttons,
                 closing=words.say("workshop.mend.close"), width=680)  # fmt: skip


def mended(mend: Mend, complaint: Complaint, folder: Path, shelf: Shelf, mods: Path) -> Path:
    """Write a word, check the level again, and return the copy of the file as it was. Slow: not for the thread that draws.

    Raises:
        MendError: nothing has changed, and why; `unhelped` where the complaint has stayed.
    """
    before = _wrong(mend.path, shelf, mods)
    kept = mending.apply(mend, folder)
    after = _wrong(mend.path, shelf, mods)
    spot = (complaint.code, complaint.place.line, complaint.place.column)
    has_stayed = spot in [(one.code, one.place.line, one.place.column) for one in after]
    is_torn = any(one.code.startswith("Y") for one in after)  # the file itself cannot be read any more
    if has_stayed or (is_torn and not any(one.code.startswith("Y") for one in before)):
        mending.restore(mend.path, kept)
        raise MendError("unhelped")
    return kept


def _wrong(path: Path, shelf: Shelf, mods: Path) -> tuple[Complaint, ...]:
    """Return what is wrong with a level, or with the mod of a file that is none."""
    home = mod_folder_of(path)
    if home is not None and not path.is_relative_to(home / LEVELS):
        path = home / MOD_FILE
    return tuple(one for found in examine_file(path, shelf, mods) for one in found.complaints)


class Trials:
    """The proof under way, if there is one; there is never more than one."""

    def __init__(self, data: Path, worlds: int | None = None) -> None:
        self.prover: Prover | None = None
        self.path: Path | None = None  # of the level that is proved
        self._proofs, self._worlds = Proofs(data), worlds
        self._told: object = None

    def start(self, made: Made) -> None:
        """Prove a level, and no other any more."""
        self.stop()
        assert made.level is not None, "only a level that can be played is proved"
        self.path = made.path
        more = {"worlds": self._worlds} if self._worlds else {}
        self.prover = Prover(made.level, self._proofs, **more).start()

    def stop(self) -> None:
        """Play no further."""
        if self.prover is not None:
            self.prover.stop()

    def of(self, made: Made) -> Prover | None:
        """Return the proof of a level while it is under way, or broken off."""
        return self.prover if self.path == made.path else None

    def has_news(self) -> bool:
        """Return whether more is known, or it is over, since this was asked last."""
        now = (self.prover.proof, self.prover.is_done, self.prover.is_stopped) if self.prover else None
        is_other, self._told = now != self._told, now
        return is_other


def proving(words: Words, made: Made, prover: Prover | None) -> Iterator[Widget]:
    """Yield how far a proof has come, or the button that begins one."""
    if prover is not None and not prover.is_done:
        label = words.say("workshop.stopping" if prover.is_stopped else "workshop.proving")
        yield Meter("workshop.progress", label, prover.share, _far(words, prover))
        yield Flow(
            "workshop.proving", Button("workshop.prove-stop", words.say("workshop.prove-stop"), icon="x")
        )
        return
    if prover is not None and prover.error is not None:
        reason = words.say("workshop.prove-failed", reason=str(prover.error) or type(prover.error).__name__)
        yield Paragraph("workshop.prove-failed", reason, CAPTION, ink="bad")
    label = words.say("workshop.prove" if made.proof is None else "workshop.prove-more")
    yield Flow("workshop.proving", Button("workshop.prove", label, icon="flask-conical"))


def advance(words: Words, page: Widget, prover: Prover) -> None:
    """Move the bar of a page on."""
    for widget in page.walk():
        if isinstance(widget, Meter) and widget.id == "workshop.progress" and widget.share != prover.share:
            widget.share, widget.amount = prover.share, _far(words, prover)
            widget.touch()


def follow(view: View, was_on: str, prover: Prover) -> None:
    """Let the focus go from the button that begins a proof to the one that stops it, and back."""
    here = "workshop.prove" if prover.is_done else "workshop.prove-stop"
    if was_on.startswith("workshop.prove") and any(widget.id == here for widget in view.widgets()):
        view.focus_on(here, by_key=view.top.focus.by_key)


def _far(words: Words, prover: Prover) -> str:
    return words.say("workshop.proving-done", done=prover.done, of=prover.of)
