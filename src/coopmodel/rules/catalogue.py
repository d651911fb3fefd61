"""The rules that there are."""

from collections.abc import Mapping
from typing import Final

from coopmodel.rules.acts import DAT002, DAT003
from coopmodel.rules.contradictions import STS003, STS004
from coopmodel.rules.coverage import COV001, COV002
from coopmodel.rules.dates import DAT001
from coopmodel.rules.delegations import PTY003, PTY004
from coopmodel.rules.evidence import EVD001, EVD002, EVD003
from coopmodel.rules.failures import RUL001
from coopmodel.rules.following import FOL001, FOL002
from coopmodel.rules.gaps import COV003, COV005, COV006
from coopmodel.rules.identifiers import IDS001
from coopmodel.rules.in_force import STS001, STS002
from coopmodel.rules.indicators import IND001, IND002
from coopmodel.rules.languages import LNG001
from coopmodel.rules.naming import EVD006
from coopmodel.rules.obligations import OBL001, OBL002, OBL003
from coopmodel.rules.overdue import STS005, STS006
from coopmodel.rules.parties import PTY001, PTY002, PTY005
from coopmodel.rules.put_off import STS007
from coopmodel.rules.references import REF001, REF002
from coopmodel.rules.roadmap import RMP001, RMP002
from coopmodel.rules.rule import Rule
from coopmodel.rules.sources import EVD004, EVD005
from coopmodel.rules.suppressions import SUP001
from coopmodel.rules.timings import DAT004, DAT005
from coopmodel.rules.unused import REF003

DEFAULT: Final[tuple[Rule, ...]] = (
    *(REF001, REF002, REF003),
    *(IDS001,),
    *(PTY001, PTY002, PTY003, PTY004, PTY005),
    *(DAT001, DAT002, DAT003, DAT004, DAT005),
    *(STS001, STS002, STS003, STS004, STS005, STS006, STS007),
    *(COV001, COV002, COV003, COV005, COV006),
    *(RMP001, RMP002),
    *(FOL001, FOL002),
    *(OBL001, OBL002, OBL003),
    *(EVD001, EVD002, EVD003, EVD004, EVD005, EVD006),
    *(LNG001,),
    *(IND001, IND002),
    *(SUP001, RUL001),
)
"""What ``check`` judges by unless told otherwise."""

CATALOGUE: Final[Mapping[str, Rule]] = {rule.code: rule for rule in DEFAULT}
"""Every built-in rule by its code."""


def group_of(code: str) -> str:
    """Return the letters of a code."""
    return code.rstrip("0123456789")


GROUPS: Final = frozenset([group_of(code) for code in CATALOGUE])
"""The letters that only built-in rules have."""


def is_reserved(code: str) -> bool:
    """Tell whether a code has the letters of a built-in group and is no built-in rule's."""
    return code not in CATALOGUE and group_of(code) in GROUPS
