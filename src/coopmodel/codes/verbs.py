"""The verb ladder: the strength that the words of a text support at most.

The English verbs are those counted in 172 public joint statements of governments, the Spanish ones are their twins. Beside the rungs stand
words that look like one and are none: a *plan of action* is no plan to act, and *did not agree* is no agreement.
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
        form: Regular expression of its forms, in small letters; matched as whole words and without regard to case.
        strength: The strength that it supports at most.
        counted: How often it was counted; ``None`` where nobody counted.
        after: Regular expression of the word that must stand before it, the verb itself being in small letters: *Mexico plans to* is a verb,
            *plans to* in a list and *Action Plan to* may be a noun.
    """

    language: str
    form: str
    strength: Strength
    counted: int | None = None
    after: str | None = None


class Lookalike(NamedTuple):
    """Words that hold a form of a rung and promise nothing by it.

    Attributes:
        language: ``es`` or ``en``.
        form: Regular expression in small letters, matched as whole words and without regard to case.
    """

    language: str
    form: str


class Firmest(NamedTuple):
    """The firmest verb of a text.

    Attributes:
        strength: The strength that it supports at most.
        words: The verb as the text has it, white space made single.
    """

    strength: Strength
    words: str


_FAR: Final = 64
"""So many characters before a verb are read for what must stand there."""

_WEIGHT_EN: Final = r"(?:importance|need|value|relevance|urgency)"
_WHO_EN: Final = (
    r"\b(?:(?i:we|they|he|she|it|governments?|countries|country|sides?|part(?:y|ies)|ministers?|ministr(?:y|ies)|presidents?|leaders?|states?"
    r"|delegations?|nations?|authorities|officials|groups?|networks?)|[A-Z]\w+)(?: (?:also|both|each|jointly|further|all|now))?"
)
_ANY: Final = r"\w"
_HELD_DEAR_EN: Final = r"(?:support|friendship|willingness|readiness|interest|belief|respect|appreciation|solidarity|bonds?|ties)"
_ALL_EN: Final = (
    r"(?:both (?:\w+ ){1,2}"
    r"|the (?:(?:two|both) )?(?:parties|sides|governments|countries|nations|delegations|presidents|ministers|leaders) )"
)
_NOT_EN: Final = r"(?:(?:(?:did|do|does|has|have|had|could|was|were|is|are)(?: not|n['\u2019]t))|never|cannot|no|without)"

_SAY_ES: Final = (
    r"(?:manifest|expres|reiter|reafirm|ratific|renov|confirm|resalt|destac|subray|remarc|enfatiz|recalc|señal|declar)"
    r"(?:a|an|ó|aron|aba|aban|amos|ando)"
)
_WEIGHT_ES: Final = r"(?:importancia|necesidad|relevancia|valor|conveniencia|urgencia)"
_WISH_ES: Final = r"(?:inter[eé]s|voluntad|disposici[oó]n|deseo|apoyo|respaldo|amistad|satisfacci[oó]n|preocupaci[oó]n|benepl[aá]cito)"
_PASSIVE_ES: Final = r"(?:fue(?:ron)?|ha(?:n|bía|bían)? sido|qued(?:a|an|ó|aron)|ha|han|hemos)"
_FUTURE_ES: Final = r"(?:(?:\w*(?:tendr|pondr|vendr|saldr)|habr|ser|dar|har|ver|\w{2,}[aei]r)(?:á|án|emos)|irá|iremos)"
_ALL_ES: Final = (
    r"(?:amb[oa]s \w+|l[oa]s (?:dos )?(?:partes|países|gobiernos|delegaciones|presidentes|mandatarios|ministros|cancilleres)) "
    r"(?:no |se ){0,2}"
)

LOOKALIKES: Final = (
    Lookalike(
        "en", rf"{_NOT_EN} (?:(?:yet|been|be|to|reached?|made|any|an?) ){{0,3}}(?:agree|commit|pledge|decide|announce|intend|plan)\w*"
    ),
    Lookalike("en", r"(?:political|good|free|firm|common|shared|strong) will|(?:the|their|our|its) will (?:to|of)"),
    Lookalike("en", r"(?:that|which|who) (?:will|is to|are to|intends?|(?:seek|aim|hope|wish|plan)s? to)"),
    Lookalike("en", r"to (?:(?:seek|aim|hope|wish|plan) to|resolve|be (?:agreed|decided|announced))"),
    Lookalike(
        "en",
        r"(?:to|and|or|that|which|who|can|may|should|could|would) "
        r"(?:welcome|recogni[sz]e|underscore|underline|emphasi[sz]e|highlight|propose)s?",
    ),
    Lookalike("en", r"(?:internationally|universally|widely|mutually|duly|well) (?:recogni[sz]ed|agreed)"),
    Lookalike("en", r"(?:recogni[sz]ed|highlighted|underlined|underscored|emphasi[sz]ed|welcomed|encouraged) (?:in|by|under|as)"),
    Lookalike("en", r"(?:signed|adopted|established|approved|created|launched) (?:in|by|on|under|at|between|pursuant)"),
    Lookalike(
        "en",
        r"(?:an?|the|this|that|these|those|its|their|our|his|her|any|each|action|work|national|joint|strategic|regional|bilateral|common"
        r"|comprehensive|operational|contingency|emergency|response|recovery|development|management|security"
        r"|(?:develop|prepar|draft|design|implement|adopt|mak|updat|creat|establish|approv|launch|execut|review|support|shar)(?:e|ing)?"
        r") plans? (?:to|on)",
    ),
    Lookalike("en", r"(?:the|an?) aim to"),
    Lookalike(
        "es",
        r"(?:no|nunca|tampoco) (?:(?:se|nos|ha|han|hemos|hubo|existe|lleg\w+|logr\w+|alcanz\w+|a|al|un|ningún) ){0,4}"
        r"(?:acord|acuerdo|conv(?:in|en)|comprom|consensu|decid|anunci|pact)\w*",
    ),
    Lookalike("es", r"sin (?:un |ningún )?(?:acuerdo|compromiso)"),
    Lookalike("es", r"de acuerdo (?:con|a|al)"),
    Lookalike(
        "es",
        r"(?:remarc|inform|señal|indic|afirm|asegur|manifest|expres|precis|reiter|adelant|explic|subray|coment|declar|destac|resalt|enfatiz)"
        r"(?:a|an|ó|aron|amos|ando) que|(?:dijo|dijeron|dice|dicen|sostuvo|sostuvieron|agregó|agregaron|añadió|añadieron) que",
    ),
    Lookalike("es", rf"(?:que|quien(?:es)?|cual(?:es)?) (?:no )?(?:se |les? )?(?:deber(?:á|án)|{_FUTURE_ES})"),
    Lookalike(
        "es",
        r"(?:que|quien(?:es)?|cual(?:es)?|ellos|ellas|donde) (?:se )?(?:pretende|prev[eé]|busca|espera|propone|desea|quiere|destaca)n?",
    ),
    Lookalike("es", r"según (?:lo )?prev\w+"),
    Lookalike("es", r"(?:en|la|una|su|de) (?:busca|espera)(?: de)?"),
    Lookalike("es", r"podr(?:á|án|emos)|teherán|ceará|catamarán"),
)
"""Taken before every rung: where one of these stands, no rung is read into it.

Negations; nouns (*political will*, *action plan to*, *en busca de*); attributes (*internationally recognized*, *signed in 2019*); clauses that
describe what is promised (*a group which will*, *operativos que serán*, *nationals who wish to*), though not what somebody is reported to have
said (*remarcó que habrá*); a permission (*podrá*); places that sound like a future.
"""

VERBS: Final = (
    Verb("en", rf"agree[ds]? (?:on|upon|about) the (?:\w+ )?{_WEIGHT_EN}", "interest"),
    Verb("en", r"(?:express|declare|state|reaffirm|reiterate|announce)(?:d|ed|es|s)? (?:\w+ ){0,2}intent(?:ions?)?", "intended"),
    Verb(
        "en",
        r"express(?:ed|es)? (?:\w+ ){0,3}(?:interest|willingness|readiness|desire|wish|hope|will|support|satisfaction|concern|appreciation)",
        "interest",
        3,
    ),
    Verb("en", rf"(?:(?:re)?affirm|reiterate)(?:d|s|ed)? (?:\w+ ){{0,2}}(?:{_HELD_DEAR_EN}|{_WEIGHT_EN})", "interest"),
    Verb(
        "en", r"welcomed|recogni[sz]ed|underscored|underlined|emphasi[sz]ed|stressed|highlighted|encouraged|urged|took note of", "interest"
    ),
    Verb(
        "en",
        r"welcomes?|recogni[sz]es?|underscores?|underlines?|emphasi[sz]es?|highlights|look(?:s|ed)? forward to",
        "interest",
        after=_ANY,
    ),
    Verb(
        "en",
        r"discussed (?:the possibility|possibilities|ways|options|how)|(?:is|are|stands?) (?:ready|willing) to|we (?:must|need to)",
        "interest",
    ),
    Verb("en", r"wish(?:es|ed)? to", "interest", after=_ANY),
    Verb("en", r"intends?|intending to|(?:is|are|was|were|ha[ds]|have) intended to", "intended", 268),
    Verb("en", r"intended to", "intended", after=_WHO_EN),
    Verb("en", r"plan(?:s|ned)? (?:to|on)", "intended", 144, after=_WHO_EN),
    Verb("en", r"(?:is|are|was|were) planning to|ha(?:s|ve|d) planned to", "intended"),
    Verb("en", r"aim(?:s|ed)? to|seeks? to|sought to|hopes? to", "intended"),
    Verb("en", r"proposes?", "intended", after=_ANY),
    Verb("en", r"proposed (?:to|that)", "intended"),
    Verb("en", r"(?:goal|aim|objective|purpose|intention|priority) (?:\w+ ){0,3}(?:is|are) to", "intended"),
    Verb("en", r"announce[ds]?", "announced", 123),
    Verb("en", rf"{_ALL_EN}will", "agreed"),
    Verb("en", r"will|(?:we|they|he|she|it)['\u2019]ll|is to|are to|(?:is|are) going to|offer(?:s|ed) to", "announced"),
    Verb("en", r"commit(?:s|ted|ting)? (?:(?:itself|themselves|ourselves) )?to|commitments?", "agreed", 386),
    Verb("en", r"(?:re)?affirm(?:s|ed)?|confirm(?:s|ed)?", "agreed", 138),
    Verb("en", r"pledge[ds]?|pledging", "agreed", 39),
    Verb(
        "en",
        r"agree[ds]?|agreements? (?:to|that|reached)|reach(?:ed|es)? (?:an )?agreements?|(?:the|this|their|our) agreements?",
        "agreed",
        30,
    ),
    Verb("en", r"decide[ds]?|decisions? to", "agreed", 22),
    Verb("en", r"resolve[ds]?|(?:is|are|remain) (?:\w+ )?determined to", "agreed", 20),
    Verb("en", r"instruct(?:s|ed)|approved|adopted|signed|endorsed|established|created|launched|set up|mandated|tasked", "agreed"),
    Verb("en", r"shall|undertakes? to|undertook to|(?:is|are) obliged to|must", "binding"),
    Verb("es", rf"(?:acord|conv(?:in|en)|coincid|concord)\w* (?:en|sobre) (?:la|el) (?:\w+ )?{_WEIGHT_ES}", "interest"),
    Verb("es", rf"(?:{_SAY_ES}|anunci(?:a|an|ó|aron|amos)) (?:\w+ ){{0,2}}intenci(?:ón|on|ones)", "intended"),
    Verb("es", rf"{_SAY_ES} (?:\w+ ){{0,2}}(?:{_WISH_ES}|{_WEIGHT_ES})", "interest"),
    Verb("es", r"saluda(?:n|ron|mos)?|saludó|reconoce(?:n|mos)?|reconoci(?:ó|eron|mos)|destac(?:a|an|ó|aron|amos)", "interest"),
    Verb(
        "es",
        r"(?:subray|enfatiz|valor|exhort|alent)(?:ó|aron)|inst(?:ó|aron) a|tom(?:ó|aron) nota|desea(?:n|mos)?|quiere(?:n)?|queremos",
        "interest",
    ),
    Verb(
        "es",
        r"(?:analiz|evalu|consider|explor|estudi|examin)(?:ó|aron|amos) la (?:posibilidad|factibilidad|conveniencia|viabilidad)",
        "interest",
    ),
    Verb(
        "es",
        r"pretende(?:n|mos)?|pretendi(?:ó|eron)|prev[eé](?:n|mos)?|previ(?:ó|eron)|busca(?:n|mos)?|espera(?:n|mos)?"
        r"|(?:tiene|tienen|tenemos|ha|han|está|están) previst[oa]s?|propone(?:n|mos)?|propus(?:o|ieron)|planea(?:n|mos)?",
        "intended",
    ),
    Verb("es", r"anunci(?:a|an|ó|aron|amos|ad[oa]s?)|ofrece(?:n|mos)?|ofreci(?:ó|eron)", "announced"),
    Verb("es", r"resalt(?:a|an|ó|aron)", "announced"),
    Verb("es", rf"{_ALL_ES}(?!deber|podr){_FUTURE_ES}", "agreed"),
    Verb("es", r"deberá(?:n)?|deberemos|se oblig(?:a|an|ó|aron)", "binding"),
    Verb("es", rf"{_FUTURE_ES}|(?:va|van|vamos) a \w+[aei]r(?:se|nos)?", "announced"),
    Verb("es", r"(?:se|nos) comprometi(?:ó|eron|mos)|se compromete(?:n)?|nos comprometemos|comprometid[oa]s?|compromisos?", "agreed"),
    Verb("es", r"acord(?:ó|aron|amos|ado|ada|ados|adas)|acuerda(?:n)?|acuerdos|(?:el|este|dicho|como|común|hubo) acuerdo", "agreed"),
    Verb("es", r"acuerdo (?:de|para|en) \w+[aei]r|(?:lleg|alcanz)\w+ (?:a )?un acuerdo|est(?:á|án|amos|uvieron) de acuerdo", "agreed"),
    Verb("es", r"convin(?:o|ieron|imos)|conviene(?:n)? en|convienen|convenimos|convenid[oa]s?|coincid(?:ió|ieron|en|imos) en", "agreed"),
    Verb("es", r"(?:consensu|pact|concert|concord)(?:ó|aron|amos|ado|ada|ados|adas)", "agreed"),
    Verb("es", r"decid(?:ió|ieron|imos|e|en)|resolvi(?:ó|eron|mos)|resuelve(?:n)?|dispus(?:o|ieron)|reafirm(?:a|an|ó|aron|amos)", "agreed"),
    Verb("es", r"(?:ratific|confirm|renov|aprob|adopt|firm|cre|conform|instal|lanz|fij|encarg|encomend|mandat)(?:ó|aron|amos)", "agreed"),
    Verb("es", r"estableci(?:ó|eron|mos)|constituy(?:ó|eron)|suscribi(?:ó|eron|mos)|defini(?:ó|eron|mos)|instruy(?:ó|eron)", "agreed"),
    Verb(
        "es",
        rf"{_PASSIVE_ES} (?:ratific|confirm|aprob|adopt|firm|cread|conform|instal|fij|establec|constitu|suscr|defin|decid|dispuest)\w*",
        "agreed",
    ),
)
"""Every rung. Where two forms begin at one place the earlier row counts: ``agreed on the importance of`` is no agreement.

What one side *will* do is announced; what *both sides will* do is a consensus."""


def strongest(text: str, language: str) -> Strength | None:
    """Return the strength that the firmest verb in the text supports; ``None`` when no verb of the ladder is found.

    Args:
        text: A quotation, line breaks and all.
        language: BCP 47 tag of the text; only its primary language counts.
    """
    found = firmest(text, language)
    return None if found is None else found.strength


def firmest(text: str, language: str, enough: Strength = "binding") -> Firmest | None:
    """Return the firmest verb in the text, the first of equals; ``None`` when no verb of the ladder is found.

    Args:
        text: A quotation, line breaks and all.
        language: BCP 47 tag of the text; only its primary language counts.
        enough: The first verb that is so firm is taken, and nothing is read after it.
    """
    forms, verbs = _ladder(language.partition("-")[0])
    if forms is None:
        return None
    text = " ".join(text.split())
    best: Firmest | None = None
    for match in forms.finditer(_small(text)):
        verb = None if match.lastgroup is None else verbs[match.lastgroup]
        if verb is not None and (verb.after is None or _stands_after(verb.after, text, match)):
            rank = STRENGTH_RANKS[verb.strength]
            if best is None or rank > STRENGTH_RANKS[best.strength]:
                best = Firmest(verb.strength, text[match.start() : match.end()])
            if rank >= STRENGTH_RANKS[enough]:
                break
    return best


def _small(text: str) -> str:
    """Return the text in small letters, each in its place: patterns that heed no case take twenty times as long."""
    small = text.lower()
    return small if len(small) == len(text) else "".join([letter.lower()[0] for letter in text])


def _stands_after(words: str, text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _FAR) : match.start()]
    return text[match.start() : match.end()].islower() and re.search(f"{words} $", before) is not None


def has_ladder(language: str) -> bool:
    """Tell whether verbs of this language are known, by the primary language of its BCP 47 tag."""
    return _ladder(language.partition("-")[0])[0] is not None


@cache
def _ladder(language: str) -> tuple[re.Pattern[str] | None, Mapping[str, Verb]]:
    verbs = {f"v{number}": verb for number, verb in enumerate(VERBS) if verb.language == language}
    if not verbs:
        return None, {}
    lookalikes = [rf"(?:{one.form})\b" for one in LOOKALIKES if one.language == language]
    forms = "|".join([*lookalikes, *[rf"(?:{verb.form})\b(?P<{name}>)" for name, verb in verbs.items()]])
    return re.compile(rf"\b(?:{forms})"), verbs  # the names stand behind: a form whose first letter is another is then passed over at once
