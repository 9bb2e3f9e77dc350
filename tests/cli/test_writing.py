import errno
import io
import os
from pathlib import Path

import pytest

from comity.cli.writing import harmless, whole, whole_bytes, whole_folder, write
from comity.errors import CannotWrite


def test_controls_and_turning_marks_never_reach_a_terminal() -> None:
    assert harmless("a\x1b]0;title\x07b\u202ec\td\ne") == "a\ufffd]0;title\ufffdb\ufffdc\td\ne"


def test_a_name_that_is_not_utf_8_can_be_told() -> None:
    assert harmless(os.fsdecode(b"\xff.txt")) == "\\udcff.txt"


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with whole(path) as out:
        out.write("line")
        assert not path.exists()
    assert (path.read_text(), list(tmp_path.iterdir())) == ("line", [path])


def broken(path: Path) -> None:
    with whole(path) as out:
        out.write("half")
        raise KeyError


def test_a_broken_run_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("before")
    with pytest.raises(KeyError):
        broken(path)
    assert (path.read_text(), list(tmp_path.iterdir())) == ("before", [path])


def test_a_links_target_is_written_and_the_link_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.touch()
    link.symlink_to(target)
    with whole(link) as out:
        out.write("line")
    assert link.is_symlink()
    assert target.read_text() == "line"


def test_a_pipe_is_written_directly_and_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with whole(path) as out:
        out.write("line")
    assert os.read(reader, 10) == b"line"
    os.close(reader)
    assert path.is_fifo()


@pytest.mark.parametrize("name", ["", ".", "no/such/folder.json"])
def test_what_cannot_be_written_is_refused_by_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWrite), whole(tmp_path / name):
        pass


class Full(io.StringIO):
    """A stream whose disk is full."""

    def write(self, _: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_refused_by_name() -> None:
    with pytest.raises(CannotWrite, match="No space left"):
        write("line", Full())


def test_bytes_appear_only_when_they_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    with whole_bytes(path) as out:
        out.write(b"PK")
        assert not path.exists()
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"PK", [path])


def broken_folder(path: Path) -> None:
    with whole_folder(path) as folder:
        (folder / "one.csv").write_text("half")
        raise KeyError


def test_a_folder_is_filled_only_when_all_its_files_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with pytest.raises(KeyError):
        broken_folder(path)
    assert list(tmp_path.iterdir()) == []
    with whole_folder(path) as folder:
        (folder / "one.csv").write_text("whole")
        assert not path.exists()
    assert [(one.name, one.read_text()) for one in path.iterdir()] == [("one.csv", "whole")]


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(CannotWrite), whole_folder(tmp_path / "out"):
        pass
