"""Runs the blocks of the README and the documents, and the examples of docstrings: as doctest, or by comparing what is printed.

The sessions of one document, and the files that it shows, share a folder, in which a record and the texts of its sources stand from the start.
"""

import json
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from typing import Final

from sybil import Document, Example, Region, Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer

import coopmodel
from coopmodel.formats.yaml import loads_yaml

TOOLS: Final = ".venv/bin/"
ROOT: Final = Path(__file__).parent
CONTINUED: Final = ("continued", "continuación")
RECORD: Final = ROOT / "examples" / "chile-peru-2023"


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


def folder_of(example: Example) -> Path:
    """Return the folder that the whole document shares, with a record and its texts in it."""
    if "folder" not in example.namespace:
        folder = Path(tempfile.mkdtemp())
        shutil.copy(RECORD / "agreement.json", folder)
        shutil.copytree(RECORD / "texts", folder / "texts")
        example.namespace["folder"] = folder
    return Path(str(example.namespace["folder"]))


def run_session(example: Example) -> str | None:
    """Run the commands of a session, lines that begin with "$ ", in the document's folder.

    What a command prints, errors too, is compared with the lines after it, in which "..." stands for anything.
    """
    _, *steps = f"\n{example.parsed}".split("\n$ ")
    for step in steps:
        command, _, expected = step.partition("\n")
        shell = f'python() {{ "{sys.executable}" "$@"; }}\ncoopmodel() {{ python -m coopmodel "$@"; }}\n{command}'
        result = subprocess.run(  # noqa: S603  our own
            ["/bin/sh", "-c", shell],
            cwd=folder_of(example),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        printed = result.stdout.rstrip()
        if not OutputChecker().check_output(expected.rstrip(), printed, ELLIPSIS):
            return f"$ {command}\nprinted:\n{printed}"
    return None


def write_file(example: Example) -> str | None:
    """Write a block that has a title into the document's folder, as the file of that name.

    A title that ends in ", continued" adds the block to the end of the file; a block of ``diff`` changes the lines that it shows, which must
    stand there once.
    """
    name, _, more = str(example.region.lexemes["title"]).partition(", ")
    path = folder_of(example) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    block = str(example.parsed)
    if block.startswith("\n"):
        return "a block does not begin with an empty line: the page does not show it, and whoever copies the block has one line less"
    if example.region.lexemes["language"] == "diff":
        text = path.read_text(encoding="utf-8")
        old, new = ["".join([line[1:] for line in block.splitlines(keepends=True) if line[0] in kept]) for kept in ("- ", "+ ")]
        if text.count(old) != 1:
            return f"these lines stand {text.count(old)} times in {name}:\n{old}"
        block = text.replace(old, new)
    elif more in CONTINUED:
        block = path.read_text(encoding="utf-8") + block
    path.write_text(block, encoding="utf-8")
    return None


def read_json(example: Example) -> None:
    """Read a block of JSON; what has the member of a record's version must be a record."""
    if "coopmodel" in json.loads(str(example.parsed)):
        coopmodel.loads(str(example.parsed))


def read_yaml(example: Example) -> None:
    """Read a block of YAML as a record, which it must be: where a part is shown, it is JSON or has the title of a file."""
    loads_yaml(str(example.parsed))


def find_files(example: Example) -> str | None:
    """Look whether the files that commands name are there: those of ``bash`` take long, or change something, and are run elsewhere."""
    named = re.findall(r"(?:tools|tests|benchmarks|examples|docs)/[\w/.-]+", str(example.parsed))
    missing = [name for name in named if not (ROOT / name).exists()]
    return f"there is no {', '.join(missing)}" if missing else None


def leave(example: Example) -> None:
    """Leave a drawing to the browser, which draws it, and an outline of a program to people."""


def refuse(example: Example) -> str:
    """Refuse a block that nothing would run."""
    return f"no block of this kind is run: {example.region.lexemes['info']!r}; give it a title, or one of {', '.join(KINDS)}, python"


KINDS: Final[dict[str, Callable[[Example], str | None]]] = {
    "sh": run_command,
    "text": compare_output,
    "console": run_session,
    "json": read_json,
    "yaml": read_yaml,
    "bash": find_files,
    "mermaid": leave,
    "pseudocode": leave,
}
FENCES: Final = RawFencedCodeBlockLexer(re.compile(r'(?P<info>(?P<language>[a-z]*)(?: title="(?P<title>[^"\n]+)")?[^\n]*)\n'))


def blocks(document: Document) -> Iterable[Region]:
    """Tell what is done with each block but plain Python, which is a doctest or is executed."""
    for region in FENCES(document):
        region.parsed = region.lexemes["source"]
        if region.lexemes["title"] is not None:
            region.evaluator = write_file
        elif region.lexemes["info"] == "python":
            continue
        else:
            region.evaluator = KINDS.get(region.lexemes["info"], refuse)
        yield region


DOCUMENTS: Final = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), blocks],
    patterns=[
        "README*.md",
        "CONTRIBUTING.md",
        "docs/*.md",
        "docs/*/*.md",
        "docs/reference/api/*.md",
        "conformance/*.md",
        "examples/*/*.md",
    ],
)
DOCSTRINGS: Final = Sybil(
    parsers=[DocTestParser(optionflags=ELLIPSIS)], patterns=["src/coopmodel/*/*.py"], document_types={".py": PythonDocStringDocument}
)
pytest_collect_file = (DOCUMENTS + DOCSTRINGS).pytest()
