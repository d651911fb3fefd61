"""Runs the blocks of the README and the documents: Python as doctest, commands and sessions by comparing what they print."""

import shlex
import shutil
import subprocess
import sys
import tempfile
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from typing import Final

from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

TOOLS: Final = ".venv/bin/"


def run_command(example: Example) -> str | None:
    """Run the last command of a block with this environment's tools; the steps before it make an environment, which is there already."""
    program, *arguments = shlex.split(str(example.parsed).rpartition("&&")[2])
    if arguments[:2] == ["-m", "coverage"]:
        return None  # the block that runs this very suite; .ci/run takes it from the README and runs it whole
    module = program.removeprefix(TOOLS)
    result = subprocess.run([sys.executable, "-m", module, *arguments], capture_output=True, text=True, check=False)  # noqa: S603  our own
    example.namespace["printed"] = result.stdout
    return f"exit status {result.returncode}: {result.stderr}" if result.returncode or result.stderr else None


def compare_output(example: Example) -> str | None:
    """Compare a block of text with the end of what the command before it printed."""
    printed = str(example.namespace["printed"])
    return None if printed.rstrip().endswith(str(example.parsed).rstrip()) else f"the command printed:\n{printed}"


def run_session(example: Example) -> str | None:
    """Run the commands of a session, lines that begin with "$ ", in a folder with a record that the whole document shares.

    What a command prints, errors too, is compared with the lines after it, in which "..." stands for anything.
    """
    if "folder" not in example.namespace:
        example.namespace["folder"] = tempfile.mkdtemp()
        shutil.copy(Path(__file__).with_name("examples") / "chile-peru-2023" / "agreement.json", example.namespace["folder"])
    _, *steps = f"\n{example.parsed}".split("\n$ ")
    for step in steps:
        command, _, expected = step.partition("\n")
        shell = f'coopmodel() {{ "{sys.executable}" -m coopmodel "$@"; }}\n{command}'
        result = subprocess.run(  # noqa: S603  our own
            ["/bin/sh", "-c", shell],
            cwd=example.namespace["folder"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        printed = result.stdout.rstrip()
        if not OutputChecker().check_output(expected.rstrip(), printed, ELLIPSIS):
            return f"$ {command}\nprinted:\n{printed}"
    return None


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser("sh", run_command),
        CodeBlockParser("text", compare_output),
        CodeBlockParser("console", run_session),
    ],
    patterns=["README.md", "docs/*.md", "docs/reference/*.md"],
).pytest()
