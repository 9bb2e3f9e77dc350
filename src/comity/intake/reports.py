"""Reports out of places, one after the other: each format's drafts, finished, or told as skipped."""

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Protocol

from comity.errors import NoAccess, Refused, UnknownFormat
from comity.intake.finish import Known, finished, origin_of
from comity.intake.formats import ARCHIVE, JSON, LINES, MEDIA, Format, by_content, by_ending, by_media
from comity.intake.given import Answer, Arrival, Draft, Drafts, Given, Place, Skipped
from comity.intake.places import opened, require_regular, require_size, whole
from comity.intake.records import drafts_of_lines, is_line_of_json
from comity.settings import Settings


class Fetches(Protocol):
    """What brings a web address's bytes: the network client, or its stand-in in tests."""

    def fetched(self, address: str, media: tuple[str, ...] = ()) -> Answer:
        """What the address answers, in one of the media types; raises ``NotFetched`` or another ``Refused``."""


def arrived(
    places: Iterable[Place], known: Known, fetcher: Fetches | None, settings: Settings
) -> Iterator[Arrival | Skipped]:
    """Each report of each place in order, or what was skipped instead; never raises ``Refused``."""
    for place in places:
        for draft in _drafts(place, fetcher, settings):
            yield _arrival(place, draft, known, settings)


def _drafts(place: Place, fetcher: Fetches | None, settings: Settings) -> Drafts:
    try:
        yield from _OPENERS[place.kind](place, fetcher, settings)
    except Refused as refusal:
        yield Skipped(place.origin, None, refusal)
    except OSError as problem:
        yield Skipped(place.origin, None, NoAccess(f"{place.origin} cannot be read: {problem.strerror}."))


def _arrival(place: Place, draft: Draft | Skipped, known: Known, settings: Settings) -> Arrival | Skipped:
    if isinstance(draft, Skipped):
        return draft
    try:
        report = finished(draft, lasting_name(place), known, settings)
    except Refused as refusal:
        return Skipped(place.origin, draft.line, refusal)
    return Arrival(report, origin_of(draft, report, place.path), draft.content)


def lasting_name(place: Place) -> str:
    """The name of an origin wherever the program runs: a file's name without its folder."""
    return place.path.name if place.path else place.origin


def _of_file(place: Place, fetcher: Fetches | None, settings: Settings) -> Drafts:
    assert place.path is not None
    require_regular(place)
    known = by_ending(place.path)
    if known is None:
        raise UnknownFormat(f"The ending {Path(place.origin).suffix or '(none)'} is not read.")
    with opened(place) as stream:
        if known is LINES:
            yield from drafts_of_lines(place.origin, stream, settings)
            return
        if known is ARCHIVE:
            # Imported only here: most runs read no archive.
            yield from importlib.import_module(known.module).drafts_of_archive(stream, settings)
            return
        require_size(place.path, settings.max_bytes)
        content = whole(stream, settings.max_bytes)
    yield from _read(known, Given(place.origin, content), settings)


def _of_stream(place: Place, fetcher: Fetches | None, settings: Settings) -> Drafts:
    with opened(place) as stream:
        first = stream.readline(settings.max_bytes + 1)
        if is_line_of_json(first):
            yield from drafts_of_lines(place.origin, stream, settings, begun=first)
            return
        content = whole(stream, settings.max_bytes, first)
    yield from _read(by_content(content), Given(place.origin, content), settings)


def _of_address(place: Place, fetcher: Fetches | None, settings: Settings) -> Drafts:
    assert fetcher is not None
    answer = fetcher.fetched(place.origin, MEDIA)
    known = by_media(answer.media) or by_content(answer.content)
    if known is LINES or (known is JSON and is_line_of_json(answer.content.partition(b"\n")[0])):
        yield from drafts_of_lines(place.origin, BytesIO(answer.content), settings)
        return
    for draft in _read(known, Given(place.origin, answer.content, answer.url, answer.charset), settings):
        if isinstance(draft, Draft) and not draft.declared:
            yield replace(draft, url=draft.url or answer.url)
        else:
            yield draft


def _read(known: Format, given: Given, settings: Settings) -> Drafts:
    for draft in known.reader()(given, settings):
        yield draft if isinstance(draft, Skipped) or draft.shared else replace(draft, content=given.content)


_OPENERS: dict[str, Callable[[Place, Fetches | None, Settings], Drafts]] = {
    "file": _of_file,
    "input": _of_stream,
    "address": _of_address,
}
