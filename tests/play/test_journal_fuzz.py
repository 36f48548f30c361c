"""Whatever a journal's bytes are, reading ends soon, with a record or with a reason."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from agents.messages import Decision
from game.play import journal
from game.play.playthrough import Playthrough
from game.play.records import JournalError, Record
from game.play.replay import Status, verify
from tests.levels_for_tests import tiny

LEVEL = tiny(weeks=4, agents=500)


def played() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.dljournal"
        with Playthrough.new(LEVEL, 3, path) as game:
            while not game.is_over:
                game.play(Decision(marketing_won=game.week * 1000, open_data=game.week % 2 == 0))
        return path.read_bytes()


WHOLE = played()
edits = st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(max_size=3)), min_size=1, max_size=4)


def edited(changes: list[tuple[int, bytes]]) -> bytes:
    content = WHOLE
    for place, put in changes:
        content = content[:place] + put + content[place + 1 :]
    return content


def read(content: bytes) -> Record | None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.dljournal"
        path.write_bytes(content)
        try:
            return journal.read(path)
        except JournalError:
            return None
        finally:
            assert path.read_bytes() == content


@given(
    st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
@settings(derandomize=True, database=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    read(content)


@given(edits)
@settings(max_examples=300, derandomize=True, database=None)
def test_a_journal_with_any_bytes_changed_is_read_or_refused(changes: list[tuple[int, bytes]]) -> None:
    read(edited(changes))


@given(edits)
@settings(max_examples=40, deadline=None, derandomize=True, database=None)
def test_no_change_of_a_finished_journal_is_verified(changes: list[tuple[int, bytes]]) -> None:
    content = edited(changes)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.dljournal"
        path.write_bytes(content)
        verdict = verify(path, {LEVEL.id: LEVEL}.get)
        is_same = verdict.record is not None and journal.read(path) == read(WHOLE)
    assert (verdict.status is Status.VERIFIED) is is_same
