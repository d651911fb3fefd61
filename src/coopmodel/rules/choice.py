"""Which rules to judge by: chosen and left out by code or by the beginning of one."""

from collections import Counter
from collections.abc import Iterable

from coopmodel.errors import InvalidValue, shown
from coopmodel.rules.failures import RUL001, STAND_IN
from coopmodel.rules.rule import Rule


def choose(rules: Iterable[Rule], select: Iterable[str] = (), ignore: Iterable[str] = (), *, strict: bool = False) -> tuple[Rule, ...]:
    """Return the rules to judge by, in their order.

    Args:
        rules: The rules to choose from.
        select: Codes, or beginnings of codes: ``DAT`` is every rule on dates. Empty: all.
        ignore: Codes, or beginnings of codes, to leave out. Where a rule is both selected and ignored the longer word decides, so that
            ``select=["DAT005"], ignore=["DAT"]`` leaves one; of equally long ones ``ignore``. RUL001, by which a rule that failed is told,
            and what stands for rules that could not be loaded, stay whatever is selected, until they are ignored.
        strict: Whether to give each rule its strict severity.

    Raises:
        InvalidValue: ``rule.unknown``: no rule's code is or begins with a word; ``rule.repeated``: two rules have one code.
        TypeError: A text stands where several words are meant.

    Examples:
        >>> from coopmodel import choose
        >>> from coopmodel.rules.catalogue import DEFAULT
        >>> [rule.code for rule in choose(DEFAULT, select=["STS"], ignore=["STS005"])]
        ['STS001', 'STS002', 'STS003', 'STS004', 'STS006', 'STS007', 'RUL001']
    """
    rules = tuple(rules)
    codes = [rule.code for rule in rules]
    if len({*codes}) < len(codes):
        code = next(code for code, times in Counter(codes).items() if times > 1)
        raise InvalidValue("rule.repeated", f"two rules have the code {code}", code)
    selected, ignored = _words(select, codes), _words(ignore, codes)
    chosen = _among(rules, selected or ("",), ignored) if selected or ignored else rules
    return tuple([rule.promoted() for rule in chosen]) if strict else chosen


def _among(rules: tuple[Rule, ...], selected: tuple[str, ...], ignored: tuple[str, ...]) -> tuple[Rule, ...]:
    always = (*selected, "")
    return tuple(
        [rule for rule in rules if _longest(rule.code, always if _tells_failures(rule) else selected) > _longest(rule.code, ignored)]
    )


def _tells_failures(rule: Rule) -> bool:
    return rule.code == RUL001.code or rule.code.startswith(STAND_IN)


def _longest(code: str, words: Iterable[str]) -> int:
    return max([len(word) for word in words if code.startswith(word)], default=-1)


def _words(words: Iterable[str], codes: list[str]) -> tuple[str, ...]:
    if isinstance(words, str):
        raise TypeError(f"expected several codes, such as [{words!r}], not one text")
    words = tuple(words)
    for word in words:
        if not word or not any(code.startswith(word) for code in codes):
            groups = dict.fromkeys([code.rstrip("0123456789") for code in codes])
            message = f"no rule's code is or begins with {shown(word)}; the groups are {', '.join(groups)}"
            raise InvalidValue("rule.unknown", message, word, allowed=(*groups, *codes))
    return words
