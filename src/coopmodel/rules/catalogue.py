"""The rules that there are."""

from collections.abc import Mapping
from typing import Final

from coopmodel.rules.contradictions import STS003, STS004
from coopmodel.rules.coverage import COV001, COV002
from coopmodel.rules.dates import DAT001
from coopmodel.rules.evidence import EVD001, EVD002, EVD003
from coopmodel.rules.failures import RUL001
from coopmodel.rules.following import FOL001, FOL002
from coopmodel.rules.identifiers import IDS001
from coopmodel.rules.overdue import STS005, STS006
from coopmodel.rules.parties import PTY001
from coopmodel.rules.references import REF001, REF002
from coopmodel.rules.roadmap import RMP001
from coopmodel.rules.rule import Rule
from coopmodel.rules.suppressions import SUP001

DEFAULT: Final[tuple[Rule, ...]] = (
    *(REF001, REF002),
    *(IDS001,),
    *(PTY001,),
    *(DAT001,),
    *(STS003, STS004, STS005, STS006),
    *(COV001, COV002),
    *(RMP001,),
    *(FOL001, FOL002),
    *(EVD001, EVD002, EVD003),
    *(SUP001, RUL001),
)
"""What ``check`` judges by unless told otherwise."""

CATALOGUE: Final[Mapping[str, Rule]] = {rule.code: rule for rule in DEFAULT}
"""Every built-in rule by its code."""
