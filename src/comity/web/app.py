"""The application: the guard, the pages, the programs' addresses, and the looks."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from comity.record.db import Record
from comity.settings import Settings
from comity.terms import load
from comity.version import __version__
from comity.web import api, downloads, feeds, judging, pages, problems
from comity.web.asked import Held
from comity.web.guard import Guard, hosts
from comity.web.judges import Judges

STATIC = Path(__file__).with_name("static")


def app(record: Record, settings: Settings, port: int, judges: Judges) -> Guard:
    """An ASGI application on an open record, for this machine at a port; ``judges`` are those who may judge."""
    made = FastAPI(
        title="Comity",
        version=__version__,
        description="What the record holds on relations between states. To read only.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    made.state.held = Held(record, settings, load(settings.terms))
    made.state.judges = judges
    made.include_router(api.router)
    made.mount("/static", StaticFiles(directory=STATIC), name="static")
    made.include_router(feeds.router)
    made.include_router(judging.router)
    made.include_router(downloads.router)
    made.include_router(pages.router)
    problems.handle(made)
    return Guard(made, hosts(port))
