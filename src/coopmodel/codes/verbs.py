"""The verb ladder: the strength that the words of a text support at most.

The English verbs are those counted in 172 public joint statements of governments, the Spanish ones are their twins.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from coopmodel.codes.words import STRENGTH_RANKS, Strength


class Verb(NamedTuple):
    """One rung.

    Attributes:
        language: ``es`` or ``en``.
        form: Regular expression of its forms, matched as whole words and without regard to case.
        strength: The strength that it supports at most.
        counted: How often it was counted; ``None`` where nobody counted.
    """

    language: str
    form: str
    strength: Strength
    counted: int | None = None


VERBS: Final = (
    Verb("en", r"agree[ds]? (?:on|upon|about) the (?:importance|need|value|relevance) of", "interest"),
    Verb("en", r"express(?:ed|es)? (?:its|their|our|his|her|an?|the)? ?(?:interest|willingness)", "interest", 3),
    Verb("en", r"welcome[ds]?|recogni[sz]e[ds]?|underscore[ds]?|underlined?|emphasi[sz]ed?|highlighted", "interest"),
    Verb("en", r"express(?:ed|es)? (?:its|their|our|his|her|an?|the)? ?intentions?", "intended"),
    Verb("en", r"intend(?:s|ed)?", "intended", 268),
    Verb("en", r"plan(?:s|ned)? to|plan(?:s|ned)? on", "intended", 144),
    Verb("en", r"aim(?:s|ed)? to|seeks? to|sought to|hopes? to", "intended"),
    Verb("en", r"announce[ds]?", "announced", 123),
    Verb("en", r"will|is to|are to", "announced"),
    Verb("en", r"commit(?:s|ted)? to|commitments? to|commit(?:s|ted)? (?:itself|themselves|ourselves) to", "agreed", 386),
    Verb("en", r"(?:re)?affirm(?:s|ed)?", "agreed", 138),
    Verb("en", r"pledge[ds]?", "agreed", 39),
    Verb("en", r"agree[ds]?", "agreed", 30),
    Verb("en", r"decide[ds]?", "agreed", 22),
    Verb("en", r"resolve[ds]?", "agreed", 20),
    Verb("en", r"shall|undertakes? to|(?:is|are) obliged to|must", "binding"),
    Verb("es", r"(?:acord|conv(?:in|en)|coincid)\w* (?:en|sobre) la (?:importancia|necesidad|relevancia) de", "interest"),
    Verb(
        "es",
        r"(?:manifest|expres)(?:a|an|ó|aron|aba|aban|amos|ando) (?:su|sus|nuestra|nuestro|el|la) (?:inter[eé]s|voluntad|disposici[oó]n)",
        "interest",
    ),
    Verb("es", r"saluda(?:n|ron)?|saludó|reconoce(?:n)?|reconoci(?:ó|eron)|destac(?:a|an|ó|aron)", "interest"),
    Verb("es", r"(?:manifest|expres)(?:a|an|ó|aron|aba|aban|amos|ando) (?:su|sus|nuestra|la) intenci[oó]n", "intended"),
    Verb(
        "es", r"pretende(?:n)?|pretendi(?:ó|eron)|prev[eé](?:n)?|previ(?:ó|eron)|busca(?:n)?|espera(?:n)?|tiene(?:n)? previsto", "intended"
    ),
    Verb("es", r"anunci(?:a|an|ó|aron)", "announced"),
    Verb("es", r"resalt(?:a|an|ó|aron)", "announced"),
    Verb("es", r"habrá(?:n)?|será(?:n)?|tendremos|tendrá(?:n)?|se \w+(?:ará|erá|irá)(?:n)?", "announced"),
    Verb("es", r"(?:se|nos) comprometi(?:ó|eron|mos)|se compromete(?:n)?|nos comprometemos", "agreed"),
    Verb("es", r"acord(?:ó|aron|amos|ado|ada|ados|adas)|acuerda(?:n)?|acuerdos", "agreed"),
    Verb("es", r"convin(?:o|ieron|imos)|conviene(?:n)? en|convenid[oa]s?", "agreed"),
    Verb("es", r"consensu(?:ó|aron|amos|ado|ada|ados|adas)", "agreed"),
    Verb("es", r"decidi(?:ó|eron|mos)|resolvi(?:ó|eron|mos)|reafirm(?:a|an|ó|aron|amos)", "agreed"),
    Verb("es", r"se oblig(?:a|an|ó|aron)|deberá(?:n)?", "binding"),
)
"""Every rung. Where two forms begin at one place the earlier row counts: ``agreed on the importance of`` is no agreement."""


def strongest(text: str, language: str) -> Strength | None:
    """Return the strength that the firmest verb in the text supports; ``None`` when no verb of the ladder is found.

    Args:
        text: A quotation, line breaks and all.
        language: BCP 47 tag of the text; only its primary language counts.
    """
    forms, strengths = _ladder(language.partition("-")[0])
    if forms is None:
        return None
    found: set[Strength] = {strengths[str(match.lastgroup)] for match in forms.finditer(" ".join(text.split()))}
    return max(found, key=lambda strength: STRENGTH_RANKS[strength], default=None)


@cache
def _ladder(language: str) -> tuple[re.Pattern[str] | None, Mapping[str, Strength]]:
    verbs = {f"v{number}": verb for number, verb in enumerate(VERBS) if verb.language == language}
    if not verbs:
        return None, {}
    forms = "|".join([f"(?P<{name}>{verb.form})" for name, verb in verbs.items()])
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE), {name: verb.strength for name, verb in verbs.items()}
