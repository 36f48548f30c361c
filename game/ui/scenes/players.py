"""Who plays: on a machine that several people share, each with saved games, stars and settings of their own."""

from collections.abc import Callable

from game.content.words import Words
from game.play import campaign
from game.play.campaign import Tally
from game.play.nicknames import LONGEST
from game.play.profiles import Profile, ProfileError
from game.play.saves import Saves
from game.study import players_told
from game.ui.background import Task
from game.ui.buttons import Button, Kind
from game.ui.fields import TextField
from game.ui.flows import Blocks
from game.ui.groups import Column
from game.ui.house import House
from game.ui.labels import Label, Paragraph
from game.ui.look import Look
from game.ui.page import Page
from game.ui.rows import ListRow, RowWords
from game.ui.scene import Command
from game.ui.scenes import ways
from game.ui.scenes.heads import Head, Room
from game.ui.scenes.players_parts import LEAST, PlayerTile, tile_of
from game.ui.scrolling import Scroll
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import CAPTION_STRONG, ROW, Tone
from game.ui.widgets import Act, Deed, Widget

WIDTH = 560.0  # logical px of a sheet
Answering = Callable[[Act, Sheet], Command | None]


class Players(Page):
    """The list of players. Nothing here deletes anything: who is removed is moved aside, and listed below."""

    def __init__(self, house: House, look: Look) -> None:
        self.said, self.tone = "", "text2"
        self._read(house)
        self.counting: Task[dict[str, Tally]] = Task(lambda: self._count(house)).start()
        self.tallies: dict[str, Tally] = {}
        super().__init__(house, look)
        self.view.focus_on(_row(house.player.id))

    def _read(self, house: House) -> None:
        self.there, self.aside = house.profiles.all(), house.profiles.removed()

    def _count(self, house: House) -> dict[str, Tally]:
        return {profile.id: campaign.tally(Saves(profile.data).all()) for profile in self.there}

    # ---- what it is made of

    def build(self) -> Widget:
        """Return the list."""
        words = self.house.words
        head = Head(
            "players.head", words.say("players.title"), words.say("players.note"), words.say("players.back")
        )
        self.news = Paragraph("players.said", self.said, ROW, ink=self.tone)
        self.news.visible = bool(self.said)
        tiles = [self._tile(words, number, profile) for number, profile in enumerate(self.there)]
        texts = RowWords(words.say("players.add"), words.say("players.add-note"))
        tiles.append(PlayerTile("players.add", texts, number=-1, icon="plus"))
        rows: list[Widget] = [Blocks("players.tiles", *tiles, gap=14, most=4, least=LEAST)]
        if self.aside:
            rows.append(Label("players.aside", words.say("players.aside"), CAPTION_STRONG, ink="text2"))
            rows += [self._back(words, profile) for profile in self.aside]
        column = Column("players.rows", self.news, *rows, gap=8, arrows=True)
        return Room(head, Scroll("players.scroll", words.say("players.title"), column))

    def _tile(self, words: Words, number: int, profile: Profile) -> PlayerTile:
        tally = self.tallies.get(profile.id)
        note = words.say("players.row", stars=tally.stars, games=tally.games) if tally else ""
        return tile_of(words, _row(profile.id), players_told.name_of(words, profile), note, number=number,
                       is_now=profile.id == self.house.player.id, has_name=bool(profile.name))  # fmt: skip

    def _back(self, words: Words, profile: Profile) -> ListRow:
        texts = RowWords(profile.name, words.say("players.aside-note", folder=profile.id))
        return ListRow(f"players.back.{profile.id}", texts, icon="undo-2", is_card=True, lines=2)

    def update(self, dt_s: float) -> Command | None:
        """Show stars and saved games once they are counted."""
        if not self.has_dialog and not self.tallies and self.counting.is_done:
            self.tallies = self.counting.result(0)
            self.rebuild()
        return super().update(dt_s)

    # ---- what it answers

    def act(self, act: Act) -> Command | None:
        """Ask what to do with a player, take in a new one, bring one back, or go back."""
        if act.deed is not Deed.PRESS:
            return None
        if act.who == "players.add":
            self._ask_new("")
        elif act.who == "players.head.back":
            return ways.home(self.house)
        for profile in self.aside:
            if act.who == f"players.back.{profile.id}":
                self._restore(profile)
                return None
        for profile in self.there:
            if act.who == _row(profile.id):
                self._ask(profile, "")
        return None

    def _ask_new(self, typed: str, fault: str = "") -> None:
        """Ask what a new player is called."""
        words = self.house.words
        make = Button("players.make", words.say("players.make"), Kind.PRIMARY, icon="play", cap="Enter")
        heading = Heading(words.say("players.add"), note=words.say("players.add-note"), icon="user-round")
        self._ask_name(heading, typed, fault, [make], self._made)

    def _ask(self, profile: Profile, fault: str, typed: str | None = None) -> None:
        """Offer to play as somebody, another name for them, and to move them aside."""
        words = self.house.words
        buttons = [Button("players.rename", words.say("players.rename"), icon="pen-tool")]
        if not profile.is_first:
            buttons.insert(0, Button("players.remove", words.say("players.remove"), icon="user-round-x"))
        buttons.append(
            Button("players.play", words.say("players.play"), Kind.PRIMARY, icon="play", cap="Enter")
        )
        heading = Heading(
            players_told.name_of(words, profile),
            note=words.say("players.first-stays") if profile.is_first else "",
            icon="user-round",
        )
        name = profile.name if typed is None else typed
        focus = "players.name" if fault else "players.play"
        self._ask_name(
            heading, name, fault, buttons, lambda act, sheet: self._asked(act, profile, sheet), focus
        )

    def _ask_name(self, heading: Heading, typed: str, fault: str, buttons: list[Button], hearing: Answering,
                  focus: str = "players.name") -> None:  # fmt: skip
        words = self.house.words
        self.field = TextField("players.name", words.say("players.name"), typed, hint=words.say("players.hint"),
                               longest=LONGEST, icon="user-round")  # fmt: skip
        label = Paragraph("players.name.label", words.say("players.name"), ROW)
        wrong = Paragraph("players.fault", fault, ROW, ink="bad")
        wrong.visible = bool(fault)
        body = Column("players.ask.column", label, self.field, wrong, gap=6)
        sheet = Sheet("players.ask", heading, body, buttons, closing=words.say("players.close"), width=WIDTH)
        self.open(sheet, lambda act: hearing(act, sheet), focus=focus)

    def _made(self, act: Act, sheet: Sheet) -> Command | None:
        """Take in a new player, who plays at once."""
        if act.who == "players.make" or act.deed is Deed.SUBMIT:
            typed = self.field.text
            try:
                made = self.house.profiles.add(typed)
            except (ProfileError, OSError) as wrong:
                self.close()
                self._ask_new(typed, fault_said(self.house.words, wrong))
                return None
            return ways.switch(self.house, made)
        if sheet.closes(act):
            self.close()
        return None

    def _asked(self, act: Act, profile: Profile, sheet: Sheet) -> Command | None:
        if act.who == "players.play":
            return ways.switch(self.house, profile)
        if act.who == "players.rename" or (act.who == "players.name" and act.deed is Deed.SUBMIT):
            self._rename(profile)
        elif act.who == "players.remove":
            self.close()
            self._ask_remove(profile)
        elif sheet.closes(act):
            self.close()
        return None

    def _rename(self, profile: Profile) -> None:
        typed = self.field.text
        try:
            renamed = self.house.profiles.rename(profile, typed)
        except (ProfileError, OSError) as wrong:
            self.close()
            self._ask(profile, fault_said(self.house.words, wrong), typed)
            return
        if renamed.id == self.house.player.id:
            self.house.player = renamed
        self._again("")

    def _ask_remove(self, profile: Profile) -> None:
        words = self.house.words
        buttons = [
            Button("players.remove.no", words.say("players.remove-no"), cap="Esc"),
            Button("players.remove.yes", words.say("players.remove-yes"), Kind.PRIMARY, icon="user-round-x"),
        ]
        heading = Heading(
            words.say("players.remove-title", name=profile.name), icon="user-round-x", tone=Tone.WARN
        )
        body = Paragraph("players.remove.text", words.say("players.remove-text"))
        sheet = Sheet(
            "players.removing", heading, body, buttons, closing=words.say("players.close"), width=WIDTH
        )
        self.open(sheet, lambda act: self._removing(act, profile, sheet), focus="players.remove.no")

    def _removing(self, act: Act, profile: Profile, sheet: Sheet) -> Command | None:
        if act.who == "players.remove.yes":
            self.close()
            return self._remove(profile)
        if act.who == "players.remove.no" or sheet.closes(act):
            self.close()
        return None

    def _remove(self, profile: Profile) -> Command | None:
        words, house = self.house.words, self.house
        is_now = profile.id == house.player.id
        try:
            aside = house.profiles.remove(profile)
        except OSError as refused:
            self._again(fault_said(words, refused), is_bad=True)
            return None
        if is_now:
            return ways.switch(house, house.profiles.first)
        self._again(words.say("players.removed", name=profile.name, folder=str(aside)))
        return None

    def _restore(self, profile: Profile) -> None:
        try:
            back = self.house.profiles.restore(profile)
        except OSError as refused:
            self._again(fault_said(self.house.words, refused), is_bad=True)
            return
        self._again(self.house.words.say("players.restored", name=back.name))

    def _again(self, said: str, *, is_bad: bool = False) -> None:
        """Show the list as it is now, and what has been done."""
        self.said, self.tone = said, "bad" if is_bad else "text2"
        self._read(self.house)
        self.tallies, self.counting = {}, Task(lambda: self._count(self.house)).start()
        self.rebuild()


def _row(id_: str) -> str:
    return f"players.row.{id_ or 'first'}"


def fault_said(words: Words, wrong: Exception) -> str:
    """Return why a player cannot be taken in, renamed or moved, as a sentence."""
    if isinstance(wrong, ProfileError):
        return players_told.fault(words, wrong)
    reason = wrong.strerror if isinstance(wrong, OSError) and wrong.strerror else str(wrong)
    return words.say("players.trouble", reason=reason)
