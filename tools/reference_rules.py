"""The catalogue of rules as a page in English and one in Spanish: what each finds, why, and a record that is wrong beside one that is right."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from reference_markdown import block, code, escaped, heading, page, table, value

from coopmodel.cli.findings import SEVERITY_NAMES
from coopmodel.rules.catalogue import DEFAULT, group_of
from coopmodel.rules.check import check
from coopmodel.rules.findings import Finding
from coopmodel.rules.rule import Example, Rule
from coopmodel.wire.documents import record_of


class Group(NamedTuple):
    """A group of rules in one language: its heading, and what its rules look at."""

    title: str
    about: str


GROUPS_TOLD: Final[Mapping[str, Mapping[str, Group]]] = {
    "REF": {
        "en": Group(
            "References", "Whether ids lead to something, to something of the right kind, and whether anything leads to an entity."
        ),
        "es": Group("Referencias", "Si los identificadores llevan a algo, a algo del tipo debido, y si algo lleva a cada entidad."),
    },
    "IDS": {
        "en": Group("Identifiers", "Whether an id names one thing."),
        "es": Group("Identificadores", "Si un identificador nombra una sola cosa."),
    },
    "PTY": {
        "en": Group("Parties", "Who agrees, whose bodies and officials appear, and who was there."),
        "es": Group("Partes", "Quién acuerda, de quién son los organismos y funcionarios que aparecen, y quién estuvo presente."),
    },
    "DAT": {
        "en": Group("Dates", "Whether dates agree with each other, as far as vague dates allow to tell."),
        "es": Group("Fechas", "Si las fechas concuerdan entre sí, hasta donde las fechas imprecisas permiten saberlo."),
    },
    "STS": {
        "en": Group("Status", "What has become of the agreement and of its promises, as declared and as of a day."),
        "es": Group("Estado", "Qué ha sido del acuerdo y de sus compromisos, según lo declarado y a una fecha dada."),
    },
    "COV": {
        "en": Group("Coverage", "Whether what was on the table ended in promises, and whether their fulfilment can be judged."),
        "es": Group("Cobertura", "Si lo tratado terminó en compromisos, y si se puede juzgar su cumplimiento."),
    },
    "RMP": {
        "en": Group("Roadmap", "Whether the milestones can be reached in their order."),
        "es": Group("Hoja de ruta", "Si los hitos se pueden alcanzar en su orden."),
    },
    "FOL": {
        "en": Group("Follow-up", "What a record makes of the promises of the record that it follows."),
        "es": Group("Seguimiento", "Qué hace un registro con los compromisos del registro al que da seguimiento."),
    },
    "OBL": {
        "en": Group(
            "Obligation", "Whether the strength of a commitment goes with its instrument and its words, and its members with its kind."
        ),
        "es": Group("Obligación", "Si la firmeza de un compromiso concuerda con su instrumento y sus palabras, y sus campos con su tipo."),
    },
    "EVD": {
        "en": Group("Evidence", "Whether assertions rest on words, and whether the words stand in the source."),
        "es": Group("Respaldo documental", "Si las afirmaciones se apoyan en palabras, y si las palabras constan en la fuente."),
    },
    "LNG": {
        "en": Group("Languages", "Whether the texts are there in the authentic languages."),
        "es": Group("Idiomas", "Si los textos están en los idiomas auténticos."),
    },
    "IND": {
        "en": Group("Indicators", "Whether reported values can be held against targets."),
        "es": Group("Indicadores", "Si los valores informados se pueden comparar con las metas."),
    },
    "SUP": {
        "en": Group("Suppressions", "Whether judged findings are still found."),
        "es": Group("Supresiones", "Si los hallazgos ya juzgados se siguen hallando."),
    },
    "RUL": {
        "en": Group("Rules", "Whether every rule could do its work."),
        "es": Group("Reglas", "Si cada regla pudo hacer su trabajo."),
    },
}
"""By the letters of the codes, in both languages."""

_SAID: Final[Mapping[str, Mapping[str, str]]] = {
    "title": {"en": "Rules", "es": "Reglas"},
    "introduction": {
        "en": (
            "It has every built-in rule: what it finds, how bad that is, why it matters, and an example that is wrong beside one that is "
            "right. `coopmodel check` and `coopmodel.check` judge by them; `coopmodel explain CODE` shows one of them.\n\n*Strict* is the "
            "severity under `--strict`. *Needs* names an argument of `check` without which a rule is left out, or cannot look at "
            "everything: `as_of`, the day to judge by; `texts`, the texts of the sources; `related`, other records of the series. What "
            "was left out is told. A finding can be [suppressed](wire-format.md#suppression) in the record, with the reason. Codes are "
            "never used again for another rule. Rules of one's own have letters of their own: see [own "
            "rules](../how-to/own-rules.md).\n\nEach example shows the members that matter. They are put over a record that is otherwise "
            "in order, whose parties are `cl` (Chile) and `pe` (Peru). What is said to be found in it was found when this page was made."
        ),
        "es": (
            "Contiene todas las reglas incorporadas: qué halla cada una, con qué gravedad, por qué importa, y un ejemplo incorrecto junto "
            "a uno correcto. Son las que aplican `coopmodel check` y `coopmodel.check`; `coopmodel explain CÓDIGO --lang es` muestra una "
            "de ellas.\n\n*Estricta* es la gravedad con `--strict`. *Requiere* indica un argumento de `check` sin el cual la regla se "
            "omite o no puede examinarlo todo: `as_of`, la fecha de corte; `texts`, los textos de las fuentes; `related`, otros registros "
            "de la serie. Lo que se omitió se informa. Un hallazgo se puede [suprimir](wire-format.md#suppression) en el registro, con su "
            "motivo. Un código no se vuelve a usar para otra regla. Las reglas propias llevan letras propias: véase [reglas "
            "propias](../how-to/own-rules.md).\n\nCada ejemplo muestra los campos que importan. Se agregan a un registro por lo demás "
            "correcto, cuyas partes son `cl` (Chile) y `pe` (Perú). Lo que se dice hallado en él se halló al generar esta página."
        ),
    },
    "head": {"en": "code, finds, severity, strict, needs", "es": "código, halla, gravedad, estricta, requiere"},
    "strict": {"en": "strict:", "es": "estricta:"},
    "needs": {"en": "needs", "es": "requiere"},
    "says": {"en": "Says", "es": "Mensaje"},
    "wrong": {"en": "Wrong", "es": "Incorrecto"},
    "right": {"en": "Right", "es": "Correcto"},
    "repair": {"en": "The repair that it proposes, a JSON Patch", "es": "La corrección que propone, un JSON Patch"},
    "as_of": {"en": "as of {}", "es": "al {}"},
    "texts": {"en": "with the text of {}: {}", "es": "con el texto de {}: {}"},
    "no-texts": {"en": "with no text given", "es": "sin ningún texto"},
    "related": {"en": "Beside it is given a related record, with", "es": "Junto a él se da un registro relacionado, con"},
    "fails": {
        "en": "Besides the built-in rules it is judged by one's own rule {}, which raises an error",
        "es": "Además de las reglas incorporadas se juzga según la regla propia {}, que provoca un error",
    },
    "works": {
        "en": "Besides the built-in rules it is judged by one's own rule {}, which raises none",
        "es": "Además de las reglas incorporadas se juzga según la regla propia {}, que no provoca ninguno",
    },
    "record": {"en": "(record)", "es": "(registro)"},
    "empty": {"en": "The record as it is, with no further members.", "es": "El registro tal cual, sin más campos."},
}

_SCOPES: Final = {
    "record": {"en": "looks at the record", "es": "examina el registro"},
    "entity": {"en": "looks at each entity", "es": "examina cada entidad"},
    "citation": {"en": "looks at each quotation", "es": "examina cada cita"},
    "series": {"en": "looks at the record and related ones", "es": "examina el registro y los relacionados"},
}


def rules_page(language: str) -> str:
    """Return the page in a language."""
    parts: list[str] = []
    group = ""
    for rule in DEFAULT:
        if group_of(rule.code) != group:
            group = group_of(rule.code)
            told = GROUPS_TOLD[group][language]
            parts += [heading(2, f"{group}: {told.title}", group.lower()), told.about]
        parts += rule_parts(rule, language)
    return page(
        _SAID["title"][language],
        _SAID["introduction"][language],
        table(_SAID["head"][language].split(", "), [summary(rule, language) for rule in DEFAULT]),
        *parts,
        language=language,
    )


def summary(rule: Rule, language: str) -> tuple[str, ...]:
    """Return the rule's row in the table of all."""
    severities = [SEVERITY_NAMES[language][severity] for severity in (rule.severity, rule.strict)]
    return f"[{rule.code}](#{rule.code.lower()})", rule.name[language], *severities, code(rule.needs) if rule.needs else ""


def rule_parts(rule: Rule, language: str) -> Iterator[str]:
    """Yield the parts of one rule's section."""
    yield heading(3, f"{rule.code}: {rule.name[language]}", rule.code.lower())
    severity, strict = summary(rule, language)[2:4]
    needs = f" · {_SAID['needs'][language]} {code(rule.needs)}" if rule.needs else ""
    yield f"*{severity} · {_SAID['strict'][language]} {strict} · {_SCOPES[rule.scope][language]}{needs}*"
    yield escaped(rule.rationale[language])
    yield f"{_SAID['says'][language]}: {code(rule.messages[language])}"
    finding = finding_in(rule)
    yield from example("wrong", rule.wrong, language)
    yield f"> {told(finding, language)}"
    if finding.repair:
        yield f"{_SAID['repair'][language]}:"
        yield block([dict(operation) for operation in finding.repair])
    yield from example("right", rule.right, language)


def example(side: str, one: Example, language: str) -> Iterator[str]:
    """Yield what an example is given, and its members."""
    given: list[str] = []
    if one.as_of is not None:
        given.append(_SAID["as_of"][language].format(one.as_of))
    if one.texts is not None:
        given += [_SAID["texts"][language].format(code(source), value(text)) for source, text in one.texts.items()]
        given += [] if one.texts else [_SAID["no-texts"][language]]
    yield f"**{_SAID[side][language]}**" + (f" ({'; '.join(given)}):" if given else ":")
    yield block(dict(one.members)) if one.members else _SAID["empty"][language]
    for members in one.related:
        yield f"{_SAID['related'][language]}:"
        yield block(dict(members))
    if one.rules:
        judged = _SAID["fails" if side == "wrong" else "works"][language]
        yield f"{judged.format(', '.join([code(own.code) for own in one.rules]))}."


def finding_in(rule: Rule) -> Finding:
    """Return what the whole catalogue finds in the wrong example of a rule: one thing."""
    one = rule.wrong
    related = [record_of(document) for document in one.related_documents()]
    found = check(record_of(one.document()), as_of=one.as_of, texts=one.texts, related=related, rules=(*DEFAULT, *one.rules))
    (finding,) = found
    return finding


def told(finding: Finding, language: str) -> str:
    """Return a finding on one line."""
    place = code(finding.pointer) if finding.pointer else _SAID["record"][language]
    return f"**{SEVERITY_NAMES[language][finding.severity]}** {place}: {escaped(finding.message(language))}"
