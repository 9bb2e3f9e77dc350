"""A file that may be read but not written, also where the tests run as root."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def unwritable(file: Path) -> Iterator[Path]:
    """A copy of ``file``; neither it nor its folder may be written to."""
    folder = Path(tempfile.mkdtemp(prefix="comity-powerless-"))
    path = Path(shutil.copyfile(file, folder / file.name))
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        yield path
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


@contextmanager
def powerless() -> Iterator[None]:
    """Within this the process is not root, whom no mode of a file stops."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)
