import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from comity import errors
from comity.cli import app


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org"])
def test_other_machines_are_not_served(host: str) -> None:
    with pytest.raises(errors.NotForOthers) as refusal:
        CliRunner().invoke(app, ["serve", "--host", host], catch_exceptions=False)
    assert "ssh -L" in refusal.value.remedy


def test_without_a_record_nothing_is_served() -> None:
    with pytest.raises(errors.NoRecord):
        CliRunner().invoke(app, ["serve", "--db", "nothing.db"], catch_exceptions=False)


def test_a_port_that_is_taken_is_told_so(template_copy: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = ["serve", "--port", str(taken.getsockname()[1]), "--db", str(template_copy)]
        with pytest.raises(errors.PortTaken) as refusal:
            CliRunner().invoke(app, told, catch_exceptions=False)
    assert "--port" in refusal.value.remedy
