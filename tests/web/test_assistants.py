"""The tools, asked by the protocol's own client over a pipe."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from starlette.testclient import TestClient

from comity.web.assistants import QUOTED, marked
from tests.web.conftest import SCRIPT


@pytest.fixture(scope="module")
def answers(client: TestClient) -> dict[str, Any]:
    place: Path = client.app._app.state.held.record.path  # type: ignore[attr-defined]
    asked = StdioServerParameters(command=sys.executable, args=["-m", "comity", "mcp", "--db", str(place)])

    async def ask() -> dict[str, Any]:
        async with Client(asked) as assistant:
            told: dict[str, Any] = {"tools": (await assistant.list_tools()).tools, "how": assistant.instructions}
            for name, tool, given in (
                ("relations", "relations", {}),
                ("dossier", "dossier", {"one": "Kazakhstan", "other": "ARM"}),
                ("hostile", "dossier", {"one": "ARM", "other": "GEO"}),
                ("search", "search", {"words": "wheat"}),
                ("refused", "dossier", {"one": "Kazakhstann", "other": "ARM"}),
                ("nothing", "evidence", {"id": "nothing"}),
            ):
                told[name] = json.loads((await assistant.call_tool(tool, given)).content[0].text)  # type: ignore[union-attr]
            matter = told["dossier"]["agreements"][0]["matter"]
            content = (await assistant.call_tool("evidence", {"id": matter})).content
            return told | {"evidence": json.loads(content[0].text)}  # type: ignore[union-attr]

    return asyncio.run(asyncio.wait_for(ask(), 120))


def test_all_tools_only_read(answers: dict[str, Any]) -> None:
    assert {tool.name for tool in answers["tools"]} == {"relations", "dossier", "search", "evidence"}
    assert all(tool.annotations.read_only_hint for tool in answers["tools"])
    assert QUOTED in answers["how"]


def test_a_dossier_tells_what_is_held(answers: dict[str, Any]) -> None:
    assert answers["dossier"]["pair"] == ["ARM", "KAZ"]
    assert answers["dossier"]["standing"]


def test_words_of_reports_are_marked_as_quotations(answers: dict[str, Any]) -> None:
    def bare(told: Any) -> str:
        if isinstance(told, dict):
            return " ".join(bare(value) for key, value in told.items() if key != QUOTED)
        return " ".join(map(bare, told)) if isinstance(told, list) else str(told)

    assert SCRIPT in json.dumps(answers["hostile"])
    assert SCRIPT not in bare(answers["hostile"])


def test_reports_are_found_and_evidence_is_given(answers: dict[str, Any]) -> None:
    assert answers["search"]["reports"][0]["title"][QUOTED]
    assert answers["evidence"]["findings"][0]["evidence"][QUOTED]


def test_a_refusal_says_what_to_do(answers: dict[str, Any]) -> None:
    assert answers["refused"]["refused"] == "unknown_country"
    assert "Kazakhstan" in answers["refused"]["detail"]
    assert answers["nothing"]["remedy"]


def test_what_is_empty_needs_no_mark() -> None:
    assert marked({"title": None, "text": "a", "n": [{"name": "b"}]}) == {
        "title": None,
        "text": {QUOTED: "a"},
        "n": [{"name": {QUOTED: "b"}}],
    }
