import io
import os
from pathlib import Path

import pytest

from comity.errors import NoAccess, NotFound, TooLarge
from comity.intake.given import Place
from comity.intake.places import count, found, opened, require_regular, require_size, whole


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/z.md", "a/y.pdf", ".hidden/c.txt", ".d.txt", "e.xyz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def test_a_folder_is_opened_up_in_order_without_hidden_files(folder: Path) -> None:
    places = [Path(place.origin).relative_to(folder).as_posix() for place in found([folder])]
    assert places == ["b.txt", "e.xyz", "a/y.pdf", "a/z.md"]


def test_places_come_in_the_order_of_the_paths(folder: Path) -> None:
    kinds = [place.kind for place in found(["-", "HTTPS://example.org/a", folder / "b.txt"])]
    assert kinds == ["input", "address", "file"]


@pytest.mark.parametrize("path", ["missing.txt", "mailto:a@example.org", "missing/"])
def test_a_path_that_does_not_exist_stops_the_run(path: str) -> None:
    with pytest.raises(NotFound, match="does not exist"):
        found([path])


def test_a_folder_without_files_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("x")
    with pytest.raises(NotFound, match="holds no files"):
        found([tmp_path])


def test_links_out_of_a_folder_to_nowhere_are_passed_over(folder: Path) -> None:
    (folder / "c.txt").symlink_to(folder / "nowhere")
    assert len(found([folder])) == 4


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoAccess, match="No such file"):
        opened(Place("gone.txt", "file", tmp_path / "gone.txt"))


def test_no_more_is_read_than_the_limit() -> None:
    stream = io.BytesIO(bytes(100))
    with pytest.raises(TooLarge):
        whole(stream, 10)
    assert stream.tell() == 11


def test_what_was_begun_belongs_to_the_whole() -> None:
    assert whole(io.BytesIO(b"cd"), 4, begun=b"ab") == b"abcd"


def test_a_files_size_is_checked_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(TooLarge, match="50,000,000 bytes"):
        require_size(large, 20_000_000)


def test_lines_are_counted_and_everything_else_is_one(folder: Path) -> None:
    (folder / "f.jsonl").write_text('{"text": "a"}\n\n{"text": "b"}')
    assert count([folder, "https://example.org/"]) == 4 + 2 + 1


def test_standard_input_cannot_be_counted(folder: Path) -> None:
    assert count([folder, "-"]) is None


def test_standard_input_cannot_be_named_twice(folder: Path) -> None:
    with pytest.raises(NotFound, match="named twice"):
        found(["-", folder, "-"])


def test_a_name_that_cannot_be_printed_is_shown_with_backslashes(tmp_path: Path) -> None:
    (tmp_path / "caf\udce9\n.txt").write_text("x")
    (place,) = found([tmp_path])
    assert place.origin == f"{tmp_path}/caf\\udce9\\n.txt"
    assert place.path == tmp_path / "caf\udce9\n.txt"
    with pytest.raises(NotFound, match=r"b\\udce9 does not exist"):
        found(["b\udce9"])


def test_a_pipe_is_refused_and_counted_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    (place,) = found([tmp_path / "a.jsonl"])
    with pytest.raises(NoAccess, match="no regular file"):
        require_regular(place)
    assert count([tmp_path / "a.jsonl"]) == 1


def test_a_path_that_no_disk_can_hold_stops_the_run() -> None:
    with pytest.raises(NotFound, match="cannot be reached: File name too long"):
        found(["a" * 5000])
