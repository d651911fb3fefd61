"""Writes the generated pages of the reference: ``python tools/generate_reference.py``.

Each page is made by a module of its own, from the code that it describes; what it says of an example is what came out when that was run. A
test fails when a page is not what this gives.
"""

from collections.abc import Callable
from typing import Final

from reference_codes import codes_page
from reference_commands import commands_page
from reference_edtf import edtf_page
from reference_errors import errors_page
from reference_markdown import REFERENCE
from reference_rules import rules_page
from reference_wire import wire_page

PAGES: Final[dict[str, Callable[[], str]]] = {
    "wire-format.md": wire_page,
    "rules.md": lambda: rules_page("en"),
    "rules.es.md": lambda: rules_page("es"),
    "codes.md": codes_page,
    "command-line.md": commands_page,
    "error-codes.md": errors_page,
    "edtf.md": edtf_page,
}
"""By name of the file in ``docs/reference``: what makes it."""


if __name__ == "__main__":
    for name, make in PAGES.items():
        (REFERENCE / name).write_text(make(), encoding="utf-8")
