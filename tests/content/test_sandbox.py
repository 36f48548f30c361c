"""A market of one's own: whatever is turned becomes a level file that is right, says only what differs, and harms nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.content import levels, sandbox
from game.content.figures import LANGUAGES, Language
from game.content.romanised import romanised, slug
from game.content.sandbox import FIGURES, PROGRAMMES, TRADES, Sandbox, rolled, usual
from game.content.sandbox_export import Exporter, ExportError
from game.content.sandbox_told import told
from game.content.sandbox_written import Named, written
from game.content.settings import KNOWN
from game.content.shape_rivals import MOST_COMPETITORS
from game.content.shelf import LEVELS, Shelf
from game.content.words import Words
from game.world.level import Business, Level, Strategy

PARENT = levels.load("sandbox")
USUAL = usual(PARENT)


@pytest.fixture
def exporter(tmp_path: Path) -> Exporter:
    folder = tmp_path / "levels"
    return Exporter(folder, Shelf((LEVELS,), near=(folder,)), PARENT)


def export(exporter: Exporter, wanted: Sandbox, title: str = "Mine", language: Language = "en") -> Level:
    return exporter.export(wanted, title, 7, Words(language))


def body(wanted: Sandbox, language: Language = "en") -> str:
    text = written(wanted, PARENT, Named("mine", "Mine", 7), Words(language), "x.json")
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))


@pytest.mark.parametrize("number", range(24))
def test_a_rolled_market_is_a_level_with_nothing_to_complain_of(exporter: Exporter, number: int) -> None:
    wanted = rolled(USUAL, number)
    level = export(exporter, wanted, f"roll {number}", LANGUAGES[number % 2])
    assert usual(level).rivals == wanted.rivals
    assert level.weeks == wanted.weeks
    assert level.start.cash_won == wanted.cash_won
    assert tuple(fund.id for fund in level.funds) == wanted.funds
    assert usual(level).figures == wanted.figures
    assert [segment.id for segment in level.segments] == list(wanted.segments)


@pytest.mark.parametrize("business", Business)
@pytest.mark.parametrize("trade", TRADES)
def test_every_trade_can_be_sold_in_both_ways(exporter: Exporter, trade: str, business: Business) -> None:
    wanted = replace(USUAL, business=business).with_trade(trade, USUAL)
    level = export(exporter, wanted)
    assert level.start.business is business
    for name, value in TRADES[trade].items():
        assert getattr(level.parameters, name) == value


def test_nobody_at_all_can_be_competed_with_and_the_card_about_a_rival_stays_away(exporter: Exporter) -> None:
    wanted = USUAL
    for strategy in Strategy:
        wanted = wanted.with_rivals(strategy, 0)
    level = export(exporter, replace(wanted, funds=(), programmes=(), has_events=True))
    assert level.rivals == level.funds == ()
    assert "rival-press" not in [card.id for card in level.events]
    assert {"applies_voucher", "applies_grant", "seeks_funding"} <= level.start.locked


def test_there_is_room_for_as_many_rivals_as_a_level_can_have(exporter: Exporter) -> None:
    wanted = USUAL
    for strategy in reversed(Strategy):
        wanted = wanted.with_rivals(strategy, 3)
    assert sum(wanted.rivals) == MOST_COMPETITORS
    assert len(export(exporter, wanted).rivals) == MOST_COMPETITORS


def test_only_what_differs_is_written() -> None:
    same, other = body(USUAL), body(replace(USUAL, weeks=52))
    assert not {"clock:", "player:", "market:", "parameters:", "competitors:", "segments:"} & set(
        same.split()
    )
    assert "clock: {weeks: 52}" in other
    assert "player:" not in other


def test_the_comments_have_the_players_language_and_the_level_has_both() -> None:
    texts = [
        written(replace(USUAL, weeks=52), PARENT, Named("mine", "Mine", 7), Words(language), "x.json")
        for language in LANGUAGES
    ]
    assert "# 156주 대신 52주." in texts[0]
    assert "# 52 weeks instead of 156." in texts[1]
    assert body(replace(USUAL, weeks=52), "ko") == body(replace(USUAL, weeks=52), "en")


def test_the_language_of_the_comments_does_not_change_the_level(exporter: Exporter) -> None:
    wanted = rolled(USUAL, 3)
    korean = export(exporter, wanted, "same", "ko")
    (exporter.folder / "same.yaml").unlink()
    assert export(exporter, wanted, "same", "en").hash == korean.hash


def test_everything_different_is_told_in_a_sentence() -> None:
    words = Words("en")
    assert told(words, USUAL, USUAL, PARENT) == []
    wanted = replace(USUAL, weeks=52, cash_won=500_000_000, size=2.0, agents=5_000, jitter=0.3, has_events=False,
                     segments=("students",), funds=(), programmes=(), locked=frozenset({"price"}),
                     business=Business.TECHNOLOGY)  # fmt: skip
    said = [sentence for _, sentence in told(words, wanted.with_rivals(Strategy.NICHE, 0), USUAL, PARENT)]
    assert "52 weeks instead of 156." in said
    assert "No investors; nobody can be asked for money." in said
    assert len(said) == 12


def test_the_same_number_rolls_the_same_market_and_another_rolls_another() -> None:
    assert rolled(USUAL, 4711) == rolled(USUAL, 4711)
    assert len({rolled(USUAL, number) for number in range(12)}) == 12


def test_every_stop_of_a_figure_is_plausible_and_the_usual_value_is_one() -> None:
    for name, figure in FIGURES.items():
        known = KNOWN[name]
        assert known.low <= min(figure.stops) < max(figure.stops) <= known.high, name
        assert USUAL.figure(name) in figure.stops, name
    for trade in TRADES.values():
        for name, value in trade.items():
            assert KNOWN[name].low <= value <= KNOWN[name].high, name
            assert name not in FIGURES or value in FIGURES[name].stops, name


def test_what_can_be_locked_leaves_out_what_programmes_and_funds_answer() -> None:
    assert not {*PROGRAMMES, "funding"} & set(sandbox.levers(Business.CONTENT))
    assert "sellers" in sandbox.levers(Business.TECHNOLOGY)
    assert "price" not in sandbox.levers(Business.TECHNOLOGY)


# --- the file


def test_nothing_that_is_there_is_written_over(exporter: Exporter) -> None:
    export(exporter, USUAL, "Harbour")
    path = exporter.path("Harbour")
    mine = path.read_bytes()
    with pytest.raises(ExportError) as refused:
        export(exporter, replace(USUAL, weeks=52), "harbour")
    assert (refused.value.code, refused.value.values["free"]) == ("taken", "harbour 2")
    assert path.read_bytes() == mine
    export(exporter, replace(USUAL, weeks=52), refused.value.values["free"])
    assert sorted(file.name for file in exporter.folder.iterdir()) == ["harbour-2.yaml", "harbour.yaml"]


def test_the_same_market_under_the_same_name_is_written_once(exporter: Exporter) -> None:
    first = export(exporter, USUAL, "Harbour")
    stamp = exporter.path("Harbour").stat().st_mtime_ns
    assert export(exporter, USUAL, "Harbour").hash == first.hash
    assert exporter.path("Harbour").stat().st_mtime_ns == stamp


def test_the_name_of_a_level_of_the_game_is_taken(exporter: Exporter) -> None:
    with pytest.raises(ExportError) as refused:
        export(exporter, USUAL, "The loop")
    assert refused.value.code == "taken"
    assert not exporter.path("The loop").exists()


@pytest.mark.parametrize("title", ["", "   ", "\t"])
def test_a_market_without_a_name_is_not_written(exporter: Exporter, title: str) -> None:
    with pytest.raises(ExportError) as refused:
        export(exporter, USUAL, title)
    assert refused.value.code == "empty"
    assert not exporter.folder.exists()


def test_a_folder_that_cannot_be_written_is_told_with_its_reason(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    with pytest.raises(ExportError) as refused:
        export(Exporter(blocked / "levels", Shelf((LEVELS,)), PARENT), USUAL)
    assert refused.value.code == "refused"
    assert refused.value.values["reason"]
    assert blocked.read_text(encoding="utf-8") == "no folder"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("모래밭 2", "moraebat-2"), ("닭갈비 시장", "dakgalbi-sijang"), ("My Market!", "my-market"), ("🚀", "market"),
        ("../../etc/passwd", "etc-passwd"), ("con", "con-market"), ("2026", "2026-market"),
        ("x" * 90, "x" * 40), ("한:\\글?", "han-geul"),
    ],
)  # fmt: skip
def test_a_name_in_any_script_names_a_file_every_system_takes(
    exporter: Exporter, title: str, name: str
) -> None:
    path = exporter.path(title)
    assert (path.parent, path.stem) == (exporter.folder, name)


@pytest.mark.parametrize("title", ["{company}", 'a "quoted\\" #name: [x]', "- - -", "null", "값: {x", "'"])
def test_whatever_is_typed_as_a_name_comes_back_as_the_title(exporter: Exporter, title: str) -> None:
    level = export(exporter, USUAL, title)
    assert level.title.ko == level.title.en == title.replace("{", "(").replace("}", ")")


def test_hangul_is_written_as_it_is_read_syllable_by_syllable() -> None:
    assert romanised("가힣 없음 abc") == "gahit eopeum abc"
    assert slug("!!!", 10) == ""
