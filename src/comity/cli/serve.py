"""``comity serve``: the record in a browser on this machine, to read and to judge."""

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

    with record_of(db) as record:
        judges = web.Judges()
        tell(f"http://127.0.0.1:{port}/ shows {record.place}; stop with Ctrl-C.")
        tell(f"To judge: http://127.0.0.1:{port}/judge?word={judges.start_word}")
        uvicorn.run(web.app(record, settings.read(), port, judges), host=host, port=port, log_level="warning")
