"""``comity serve``: the record in a browser on this machine, to read and to judge."""

import socket
from typing import Annotated

import typer

from comity.cli.place import Db, record_of
from comity.cli.writing import tell


def serve(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Of this machine alone; others are refused.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = 8642,
    db: Db = None,
) -> None:
    """Serve the record to a browser on this machine; stop with Ctrl-C.

    Whoever opens the second address that is printed may judge, under a name.
    """
    from comity import settings
    from comity.errors import NotForOthers
    from comity.packages import package

    if host not in ("127.0.0.1", "localhost", "::1"):
        raise NotForOthers(f"{host[:60]} is not this machine alone.")
    uvicorn = package("uvicorn", "web")
    package("fastapi", "web")
    from comity import web

    with record_of(db) as record, _door(host, port) as door:
        judges = web.Judges()
        here = f"http://{'127.0.0.1' if host != '::1' else '[::1]'}:{port}"
        tell(f"{here}/ shows {record.place}; stop with Ctrl-C.")
        tell(f"To judge: {here}/judge?word={judges.start_word}")
        shown = web.app(record, settings.read(), port, judges)
        uvicorn.Server(uvicorn.Config(shown, log_level="warning")).run([door])


def _door(host: str, port: int) -> socket.socket:
    from comity.errors import PortTaken

    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if host == "::1" else socket.AF_INET)
    except OSError as problem:
        raise PortTaken(f"Nothing can be served at port {port}: {problem.strerror}.") from problem
