"""What every benchmark does with its figures: a table in Markdown, between markers of a page, and the machine that they were measured on."""

import platform
import re
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown, figures to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join([f"| {' | '.join(line)} |" for line in lines])


def machine(packages: Iterable[str]) -> str:
    """Say what it was measured on."""
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*:\s*(.+)", info.read_text(encoding="utf-8")) if info.exists() else None
    processor = found[1] if found else platform.processor() or platform.machine()
    packages = ", ".join([f"{name} {version(name)}" for name in packages])
    return f"{processor}, {platform.system()}; {platform.python_implementation()} {platform.python_version()}; {packages}."


def written(page: str, name: str, content: str) -> str:
    """Return the page with what stands between the markers of this name replaced."""
    pattern = rf"(<!-- {name}: begin -->\n).*?(<!-- {name}: end -->)"
    changed, count = re.subn(pattern, lambda match: f"{match[1]}\n{content}\n\n{match[2]}", page, flags=re.DOTALL)
    if count != 1:
        raise ValueError(f"the page has not once the markers {name}: begin and end")
    return changed


def say(line: str) -> None:
    """Print at once."""
    print(line, flush=True)
