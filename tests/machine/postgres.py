"""A PostgreSQL server of the tests' own: a cluster in a temporary folder, on a free port of 127.0.0.1."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg

# Where Debian and others keep what does not belong on every user's path.
_ELSEWHERE = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_USER = "postgres" if any(user.pw_name == "postgres" for user in pwd.getpwall()) else "nobody"
# Speed before safety: what is here is thrown away.
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "''",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "40",
    "timezone": "UTC",
}


class Server:
    """A server that runs from entering to leaving; ``database`` makes a new database in it."""

    def __init__(self, settings: Mapping[str, str] = _SETTINGS) -> None:
        self._settings = settings
        self._folder = Path(tempfile.mkdtemp(prefix="comity-postgres-"))
        self._numbers = count()
        self.port = free_port()

    def __enter__(self) -> Self:
        if os.geteuid() == 0:
            shutil.chown(self._folder, _USER)
        try:
            _run("initdb", "-D", str(self.data), "-A", "trust", "-U", "comity", "-E", "UTF8", "--locale=C.UTF-8", "-N")
            self._start()
        except BaseException:
            self._remove()
            raise
        return self

    def _start(self) -> None:
        settings = " ".join(f"-c {name}={value}" for name, value in {**_SETTINGS, **self._settings}.items())
        for attempt in range(3):
            try:
                options = ["-D", str(self.data), "-l", str(self._folder / "log"), "-w", "-t", "60"]
                _run("pg_ctl", *options, "-o", f"-p {self.port} {settings}", "start")
            except RuntimeError:
                # Another may have taken the port since it was found free.
                self.port = free_port()
                if attempt == 2:
                    raise
            else:
                return

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._remove()

    def database(self, name: str | None = None, template: str = "template0") -> str:
        """The address of a new database, a copy of ``template``."""
        name = name or f"test_{next(self._numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as db:
            db.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        return self.url(name)

    @property
    def data(self) -> Path:
        """The folder of the cluster's files."""
        return self._folder / "data"

    def url(self, name: str) -> str:
        """The address of a database of that name."""
        return f"postgresql://comity@127.0.0.1:{self.port}/{name}"

    def _remove(self) -> None:
        if (self.data / "postmaster.pid").exists():
            _run("pg_ctl", "-D", str(self.data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)


def _run(program: str, *options: str) -> None:
    """Run a program of PostgreSQL's; it refuses to run as root, who therefore becomes another."""
    become = ["runuser", "-u", _USER, "--"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*become, _path(program), *options], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/", check=False
    )
    if done.returncode:
        raise RuntimeError(f"{program}: {done.stderr.decode(errors='replace')}")


def _path(program: str) -> str:
    found = shutil.which(program, path=os.pathsep.join([*map(str, _ELSEWHERE), os.environ.get("PATH", "")]))
    if not found:
        raise RuntimeError(f"PostgreSQL's {program} is not there: run sh tests/machine/postgres.sh")
    return found


def free_port() -> int:
    """A port on which nobody answers."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        return int(other.getsockname()[1])
