"""The facade: every public name in one place, and nothing loaded before it is used."""

import ast
import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import coopmodel

_STUB = Path(coopmodel.__file__).with_suffix(".pyi")
_HEAVY = ("attr", "attrs", "cattrs", "msgspec", "dateutil", "click", "rich", "hypothesis", "yaml", "zstandard", "joserfc", "cryptography")
_NEVER_FOR_THE_MODEL = ("cattrs", "msgspec", "click", "rich", "hypothesis", "dateutil", "socket", "ssl", "urllib.request", "http")


def _stubbed() -> dict[str, str]:
    """Return the names that type checkers see, and the modules that they see them in."""
    found: dict[str, str] = {}
    for statement in ast.parse(_STUB.read_text("utf-8")).body:
        if isinstance(statement, ast.ImportFrom):
            for alias in statement.names:
                assert alias.asname == alias.name, "a stub exports a name by importing it as itself"
                found[alias.name] = str(statement.module)
        else:
            assert ast.unparse(statement) == "__version__: str"
    return found


def _loaded(code: str) -> set[str]:
    """Return the modules that a fresh interpreter holds after running the code."""
    done = subprocess.run(  # noqa: S603  the code was written here
        [sys.executable, "-c", f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(json.loads(done.stdout))


def test_stub_and_facade_agree() -> None:
    """Type checkers see exactly the names that there are, in the modules that define them."""
    homes: dict[str, str] = vars(coopmodel)["_HOMES"]
    assert _stubbed() == {name: f"coopmodel.{module}" for name, module in homes.items()}


@pytest.mark.parametrize("name", _stubbed())
def test_name(name: str) -> None:
    """A public name is what its module defines, and is found at once when it was used before."""
    expected = getattr(import_module(_stubbed()[name]), name)
    assert getattr(coopmodel, name) is expected
    assert vars(coopmodel)[name] is expected


def test_defined_where_imported_from() -> None:
    """A class or function is imported from the module that defines it, never from one that merely has it."""
    for name, module in _stubbed().items():
        home = getattr(getattr(coopmodel, name), "__module__", module)
        assert home in {module, "types", "typing"}, name


def test_dir() -> None:
    """What is listed are the public names and the version, before and after they are used."""
    assert {*_stubbed(), "__version__"} == set(dir(coopmodel))
    assert len(dir(coopmodel)) == len(set(dir(coopmodel)))


@pytest.mark.parametrize("name", ["Agreemnt", "agreement", "_hidden", "__wrapped__", "Timings"])
def test_misspelt_name(name: str) -> None:
    """A name that there is not raises AttributeError, so that hasattr and from-imports work as ever."""
    with pytest.raises(AttributeError, match=f"module 'coopmodel' has no attribute '{name}'"):
        getattr(coopmodel, name)
    assert not hasattr(coopmodel, name)


def test_from_import_of_a_misspelt_name() -> None:
    """A misspelt name in a from-import raises ImportError."""
    with pytest.raises(ImportError, match="cannot import name 'Agreemnt'"):
        exec("from coopmodel import Agreemnt")  # noqa: S102  the statement is the claim


def test_version() -> None:
    """The version has three numbers, and is read without loading anything."""
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", coopmodel.__version__)
    assert "__version__" in vars(coopmodel)


def test_import_loads_nothing_heavy() -> None:
    """Importing the package loads no dependency, required or optional, and none of its own modules."""
    loaded = _loaded("import coopmodel")
    assert not loaded.intersection(_HEAVY)
    assert {name for name in loaded if name.startswith("coopmodel")} == {"coopmodel"}


def test_model_loads_no_wire_and_no_network() -> None:
    """Importing every class of the model loads attrs, and neither converters nor parsers nor anything that could reach a network."""
    names = ", ".join(name for name, module in _stubbed().items() if ".model." in module)
    loaded = _loaded(f"from coopmodel import {names}")
    assert "attr" in loaded
    assert not loaded.intersection(_NEVER_FOR_THE_MODEL)
    assert not {name for name in loaded if name.startswith(("coopmodel.wire", "coopmodel.rules", "coopmodel.analysis", "coopmodel.cli"))}
