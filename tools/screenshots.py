"""Pictures of the command line, made from what it prints on a terminal: ``python tools/screenshots.py`` writes them to ``docs/assets``.

They hold text and shapes only: no script, and no font of another host. A test compares what they show with what the commands print.
"""

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Final, NamedTuple

from rich.console import Console
from rich.text import Text
from vector_files import ROOT

ASSETS: Final = ROOT / "docs" / "assets"
WIDTH: Final = 100

_CHILE_PERU: Final = "examples/chile-peru-2023"
_TEXT: Final = re.compile(r"<text[^>]*>([^<]*)</text>")
_SHELL: Final = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font: {char_height}px/{line_height}px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }}
.{unique_id}-title {{ font: bold 18px sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


class Screenshot(NamedTuple):
    """What is typed, and from which line on its answer is shown."""

    name: str
    typed: str
    since: str = ""

    @property
    def path(self) -> Path:
        """Where the picture is kept."""
        return ASSETS / f"{self.name}.svg"

    def shown(self) -> str:
        """Run the command as on a terminal, and return what is to be seen, with its escape codes."""
        environment = os.environ | {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm-256color", "COLORTERM": ""}
        command = [sys.executable, "-m", *self.typed.replace("\\\n", "").split()]
        result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)  # noqa: S603  our own
        _, since, rest = result.stdout.rpartition(self.since) if self.since else ("", "", result.stdout)
        return f"$ {self.typed}\n" + (f"…\n{since}" if since else "") + rest.rstrip()

    def picture(self) -> str:
        """Return the picture."""
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True, color_system="256", highlight=False)
            console.print(Text.from_ansi(self.shown()))
            svg = console.export_svg(title="coopmodel", code_format=_SHELL, unique_id=self.name.replace(".", "-"))
        return "\n".join([line.rstrip() for line in svg.splitlines() if line.strip()]) + "\n"


SCREENSHOTS: Final = (
    Screenshot(
        "check",
        f"coopmodel check {_CHILE_PERU}/agreement.json --as-of 2026-11-23 \\\n    --texts {_CHILE_PERU}/texts",
        since="\x1b[1;36mFindings as of",
    ),
    Screenshot(
        "check.es",
        f"coopmodel check {_CHILE_PERU}/agreement.json --as-of 2026-11-23 \\\n    --texts {_CHILE_PERU}/texts --lang es",
        since="\x1b[1;36mHallazgos al",
    ),
    Screenshot("status", f"coopmodel status {_CHILE_PERU}/agreement.json --as-of 2026-11-23 \\\n    --only overdue --only met"),
    Screenshot("timeline", f"coopmodel timeline {_CHILE_PERU}/agreement.json"),
    Screenshot("coverage", f"coopmodel coverage {_CHILE_PERU}/agreement.json"),
)


def seen_in(picture: str) -> str:
    """Return the words in a picture, without the space between them."""
    texts = [unescape(text) for text in _TEXT.findall(picture)]
    return "".join("".join(texts).split())


if __name__ == "__main__":
    for screenshot in SCREENSHOTS:
        screenshot.path.write_text(screenshot.picture(), encoding="utf-8")
