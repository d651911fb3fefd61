"""``coopmodel digest``: the digest of a text, as its source carries it."""

import hashlib
import tracemalloc
from pathlib import Path

from click.testing import CliRunner

from coopmodel.cli.commands import cli
from coopmodel.values.digests import digest_of


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    """Line ends are not changed on the way, in a file or on the standard input."""
    text = "Habrá\r\ncomunicación\n".encode()
    path = tmp_path / "text.txt"
    path.write_bytes(text)

    assert f"{digest_of(text)}\n" == CliRunner().invoke(cli, ["digest", str(path)]).stdout
    assert f"{digest_of(text)}\n" == CliRunner().invoke(cli, ["digest", "-"], input=text).stdout


def test_a_large_file_is_never_held_in_memory(tmp_path: Path) -> None:
    """64 MiB are read in pieces, and their digest is the same."""
    path = tmp_path / "recording.bin"
    with path.open("wb") as file:
        file.truncate(64 << 20)
    expected = hashlib.sha256(bytes(64 << 20)).hexdigest()
    CliRunner().invoke(cli, ["digest", str(path)])  # so that what is loaded once is not counted

    tracemalloc.start()
    result = CliRunner().invoke(cli, ["digest", str(path)])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert f"sha256:{expected}\n" == result.stdout
    assert peak < 4 << 20


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """With the reason, and status 2."""
    result = CliRunner().invoke(cli, ["digest", str(tmp_path / "none.txt")])

    assert 2 == result.exit_code
    assert "none.txt: No such file or directory" in " ".join(result.stderr.split())


def test_the_name_of_a_file_steers_no_terminal() -> None:
    """Controls, directions and bytes that are no text are spelt out where the file is named."""
    result = CliRunner().invoke(cli, ["digest", "a\x1b[31m\u202e\udcff.txt"], color=True)

    assert result.stderr.endswith("\nError: a\\x1b[31m\\u202e\\udcff.txt: No such file or directory\n")
