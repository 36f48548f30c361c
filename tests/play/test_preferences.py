"""The settings are remembered, and no file can keep the game from opening."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play import preferences
from game.play.preferences import PAUSES, Preferences


def test_what_is_written_is_read_again(tmp_path):
    mine = Preferences("ko", "light", 150, 85, True, effects=0, music=100, pauses=("offer",))
    preferences.write(tmp_path / "deep" / "settings.json", mine)
    assert preferences.read(tmp_path / "deep" / "settings.json") == mine


def test_writing_leaves_one_file_behind(tmp_path):
    for size in (100, 130):
        preferences.write(tmp_path / "settings.json", Preferences(text_size=size))
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_a_disk_that_refuses_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "settings.json"
    preferences.write(path, Preferences(theme="light"))

    def refuse(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        preferences.write(path, Preferences(theme="dark"))
    assert preferences.read(path).theme == "light"
    assert [found.name for found in tmp_path.iterdir()] == ["settings.json"]


def test_one_setting_that_makes_no_sense_costs_only_itself(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps({"language": "ko", "text_size": 9000, "calm": 1, "pauses": ["event", "tea"]}), "utf-8"
    )
    assert preferences.read(path) == Preferences(language="ko", pauses=("event",))


@given(st.binary(max_size=200))
def test_any_bytes_are_settings(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_bytes(content)
    assert isinstance(preferences.read(path), Preferences)


@given(
    st.dictionaries(
        st.sampled_from(["language", "theme", "text_size", "interface", "calm", "pauses"]),
        st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=4),
    )
)
def test_any_values_give_settings_that_are_offered(tmp_path_factory, found):
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_text(json.dumps(found), "utf-8")
    read = preferences.read(path)
    assert read.theme in preferences.THEMES
    assert read.text_size in preferences.TEXT_SIZES
    assert set(read.pauses) <= set(PAUSES)


def test_pausing_for_one_thing_leaves_the_others():
    quiet = Preferences().pausing("offer", False)
    assert not quiet.stops_for("offer")
    assert quiet.stops_for("event")
    assert quiet.pausing("offer", True) == Preferences()


def test_a_chosen_data_folder_holds_the_settings_too(tmp_path, monkeypatch):
    monkeypatch.delenv("DEEPLEMMA_CONFIG", raising=False)
    monkeypatch.delenv("DEEPLEMMA_DATA", raising=False)
    assert preferences.settings_path(tmp_path).parent == tmp_path
    assert preferences.settings_path(preferences.data_dir()).parent != preferences.data_dir()
    monkeypatch.setenv("DEEPLEMMA_CONFIG", str(tmp_path / "own"))
    assert preferences.settings_path(tmp_path).parent == tmp_path / "own"


def test_every_field_can_be_changed_and_remembered(tmp_path):
    for change in (
        {"language": "en"},
        {"theme": "light"},
        {"interface": 130},
        {"calm": True},
        {"pauses": ()},
    ):
        mine = replace(Preferences(), **change)
        preferences.write(tmp_path / "settings.json", mine)
        assert preferences.read(tmp_path / "settings.json") == mine
