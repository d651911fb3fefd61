"""Runs the blocks of the README and the documents: Python as doctest, commands by comparing what they print."""

import shlex
import subprocess
import sys
from doctest import ELLIPSIS
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


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser("sh", run_command),
        CodeBlockParser("text", compare_output),
    ],
    patterns=["README.md", "docs/*.md"],
).pytest()
