"""What the codes mean that no conformance vector has, each with what yields it: lines of Python, or of a shell.

The others stand in ``conformance/v1/codes.json`` and are shown by their smallest vector.
"""

from typing import Final, NamedTuple


class Told(NamedTuple):
    """A code that no vector has.

    Attributes:
        about: What it says.
        python: Lines of Python, the last of which yields it.
        shell: Lines of a shell, the last of which prints it.
    """

    about: str
    python: tuple[str, ...] = ()
    shell: tuple[str, ...] = ()


SETUP: Final = (
    "import base64, gzip, json, tempfile",
    "from pathlib import Path",
    "import attrs",
    "import coopmodel",
    "from coopmodel.rules.catalogue import DEFAULT",
    'record = coopmodel.load("examples/chile-peru-2023/agreement.json")',
    'head = {"coopmodel": "1.0", "id": "a", "revision": 1, "title": {"en": "A"}}',
    'yaml = "coopmodel: 1.0\\nid: a\\nrevision: 1\\ntitle: {en: A}\\n"',
    'x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"',
    'key = {"kty": "OKP", "crv": "Ed25519", "x": x}',
    'private = key | {"d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}',
    "signature = coopmodel.sign(record, private)",
    "place = Path(tempfile.mkdtemp())",
)
"""Lines before all examples in Python."""

VALUES: Final = {
    "extension.invalid": Told(
        "A class that was registered for an extension refuses it, with an error of its own; the message is that of the error.",
        (
            "@attrs.frozen\nclass Share:\n    percent: float = attrs.field(validator=attrs.validators.le(100))\n",
            'text = json.dumps(head | {"extensions": {"acme": {"percent": 120}}})',
            'coopmodel.Codec(extensions={"acme": Share}).loads(text)',
        ),
    ),
    "extension.value": Told(
        "A value in data of others that JSON does not have: NaN, infinity, a name that is no text, an object of another class.",
        ('coopmodel.Extensions({"acme": {"rate": float("nan")}})',),
    ),
    "quotation.absent": Told(
        "Words to be quoted do not stand in the text.",
        ('coopmodel.quote("Ambas partes acordarán", source="communique", text="Ambas partes acordaron")',),
    ),
    "quotation.ambiguous": Told(
        "Words to be quoted stand in the text more than once.",
        ('coopmodel.quote("partes", source="communique", text="Las partes, ambas partes")',),
    ),
    "json.size": Told(
        "A text that has more bytes than the codec reads.", ("coopmodel.Codec(limits=coopmodel.Limits(size=20)).loads(json.dumps(head))",)
    ),
    "problems.more": Told(
        "The last problem of a document that has more than the codec tells.",
        (
            "few = coopmodel.Codec(limits=coopmodel.Limits(problems=1))",
            'few.loads(json.dumps(head | {"id": "A", "revision": "1"}))',
        ),
    ),
    "reference.unknown": Told("A record was asked for an entity that it does not hold.", ('record.party("chile")',)),
    "text.surrogate": Told("A text with half of a character, which UTF-8 cannot write.", (r'coopmodel.Text({"en": "\ud800"})',)),
    "timing.form": Told(
        "Neither exactly one of a date or period and an anchor, nor an anchor with its offset; or a length of time alone.",
        ('coopmodel.Timing("P60D")',),
    ),
    "type.date": Told(
        "Something else where a `date` of Python, or something that has bounds, is meant; a `datetime` too.",
        ('coopmodel.precedes("2024", "2025")',),
    ),
    "type.number": Told(
        "Something else where a number is meant, in an extension that was registered with a class.",
        (
            'text = json.dumps(head | {"extensions": {"acme": {"percent": "12"}}})',
            'coopmodel.Codec(extensions={"acme": Share}).loads(text)',
        ),
    ),
    "unknown.empty": Told(
        "An object of a class for unknown members was to be made without any.",
        ('kept = coopmodel.with_unknown(record.parties[0], {"mood": "good"})', "attrs.evolve(kept, unknown={})"),
    ),
    "unknown.known": Told(
        "A member that the format knows was given as an unknown one.", ('coopmodel.with_unknown(record.parties[0], {"role": "party"})',)
    ),
}
"""In Python, or by what a codec was told."""

YAML: Final = {
    "yaml.alias": Told("An alias.", ('coopmodel.loads_yaml(yaml.replace("{en: A}", "*a"))',)),
    "yaml.anchor": Told("An anchor.", ('coopmodel.loads_yaml(yaml.replace("{en: A}", "&a {en: A}"))',)),
    "yaml.character": Told(
        "A control character, or a line break that only YAML 1.1 knows, otherwise than as an escape.",
        (r'coopmodel.loads_yaml(yaml.replace("en: A", "en: A\a"))',),
    ),
    "yaml.depth": Told(
        "More collections within each other than the codec follows.", ('coopmodel.loads_yaml(yaml + "areas: " + 200 * "[" + 200 * "]")',)
    ),
    "yaml.directive": Told("A directive.", ('coopmodel.loads_yaml("%YAML 1.2\\n---\\n" + yaml)',)),
    "yaml.documents": Told("A second document.", ('coopmodel.loads_yaml(yaml + "---\\n" + yaml)',)),
    "yaml.empty": Told(
        "Nothing, where any JSON may stand: it could be null or an empty text.",
        ('coopmodel.loads_yaml(yaml + "extensions: {acme: {file: }}\\n")',),
    ),
    "yaml.encoding": Told(
        "A text that is not UTF-8, begins with a byte order mark, or has a lone surrogate.", ('coopmodel.loads_yaml(b"title: \\xff")',)
    ),
    "yaml.merge": Told("A merge key.", ('coopmodel.loads_yaml(yaml.replace("en: A", "<<: {en: A}"))',)),
    "yaml.name": Told("A name that is missing, or no text.", ('coopmodel.loads_yaml("? [id]\\n: a\\n")',)),
    "yaml.size": Told(
        "A text that has more bytes than the codec reads.",
        (
            "small = coopmodel.Codec(limits=coopmodel.Limits(yaml_size=20))",
            "coopmodel.loads_yaml(yaml, codec=small)",
        ),
    ),
    "yaml.syntax": Told("A text that is no YAML, or holds no document.", ('coopmodel.loads_yaml("title: {")',)),
    "yaml.tag": Told("A tag.", ('coopmodel.loads_yaml(yaml.replace("{en: A}", "!!map {en: A}"))',)),
}
"""In a text of YAML. What else is wrong in one has the code that it has in JSON."""

PATCHES: Final = {
    "patch.depth": Told(
        "The patched document is nested too deep.",
        (
            "deep = []",
            "for _ in range(100_000):\n    deep = [deep]\n",
            'coopmodel.apply_patch(record, [{"op": "add", "path": "/x", "value": deep}])',
        ),
    ),
    "patch.inside": Told(
        "Something is to be moved into itself.",
        (
            'move = {"op": "move", "from": "/parties", "path": "/parties/0"}',
            "coopmodel.apply_patch(record, [move])",
        ),
    ),
    "patch.operation": Told(
        "An operation that there is not, or that lacks a member.", ('coopmodel.apply_patch(record, [{"op": "set", "path": "/revision"}])',)
    ),
    "patch.root": Told("The whole document is to be removed.", ('coopmodel.apply_patch(record, [{"op": "remove", "path": ""}])',)),
    "patch.test": Told(
        "A test of the patch failed.",
        (
            'test = {"op": "test", "path": "/revision", "value": 2}',
            "coopmodel.apply_patch(record, [test])",
        ),
    ),
    "pointer.form": Told("A text that is no JSON Pointer.", ('coopmodel.apply_patch(record, [{"op": "remove", "path": "summary"}])',)),
    "pointer.index": Told(
        "A step of a JSON Pointer into an array that is no index of it.",
        ('coopmodel.apply_patch(record, [{"op": "remove", "path": "/parties/9"}])',),
    ),
    "pointer.missing": Told("A JSON Pointer to nothing.", ('coopmodel.apply_patch(record, [{"op": "remove", "path": "/license/url"}])',)),
}
"""In a JSON Patch."""

RULES: Final = {
    "rule.repeated": Told("Two rules have one code.", ("coopmodel.check(record, rules=[*DEFAULT, DEFAULT[0]])",)),
    "rule.reserved": Told(
        "A rule of one's own has the letters of a built-in group.",
        ('coopmodel.check(record, rules=[attrs.evolve(DEFAULT[0], code="REF999")])',),
    ),
    "rule.severity": Told("A rule has a word as severity that is none.", ('attrs.evolve(DEFAULT[0], severity="grave")',)),
    "rule.text": Told(
        "A rule says nothing in one of the two languages, or its message is no template.",
        ('attrs.evolve(DEFAULT[0], name={"en": "unknown reference"})',),
    ),
    "rule.unknown": Told("A word that no rule's code is or begins with.", ('coopmodel.check(record, select=["COW001"])',)),
}
"""In rules, and in the choice of them."""

SIGNATURES: Final = {
    "key.form": Told("A text or an object that is no key, or a broken one.", ('coopmodel.sign(record, "secret")',)),
    "key.name": Told("A name of a key that is empty, too long, or not printable.", ('coopmodel.sign(record, private, kid="")',)),
    "key.private": Told("The public key, where it is to sign.", ("coopmodel.sign(record, key)",)),
    "key.type": Told("A key of another kind than Ed25519.", ('coopmodel.sign(record, {"kty": "RSA"})',)),
    "key.use": Told("A key that says of itself that it is for something else.", ('coopmodel.sign(record, private | {"use": "enc"})',)),
    "key.weak": Told(
        "A key under which one signature is right for many texts.", ('coopmodel.verify(record, signature, key | {"x": 43 * "A"})',)
    ),
    "signature.algorithm": Told(
        "A signature by another algorithm than Ed25519, `none` among them.",
        (
            'header = base64.urlsafe_b64encode(b\'{"alg":"ES256"}\').decode()',
            "coopmodel.verify(record, f\"{header}..{signature.rpartition('.')[2]}\", key)",
        ),
    ),
    "signature.critical": Told(
        "A signature that demands that an extension be understood which is not.",
        (
            'header = b\'{"alg":"Ed25519","crit":["x"],"x":1}\'',
            "header = base64.urlsafe_b64encode(header).decode()",
            "coopmodel.verify(record, f\"{header}..{signature.rpartition('.')[2]}\", key)",
        ),
    ),
    "signature.key": Told(
        "No signature matches, and what is there names another key.",
        (
            'other = key | {"x": "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw"}',
            "coopmodel.verify(record, signature, other)",
        ),
    ),
    "signature.malformed": Told(
        "A line that is no signature with detached content, or no line.", ('coopmodel.verify(record, "signed: the minister", key)',)
    ),
    "signature.wrong": Told(
        "The signature does not match: the record is another, or the key.",
        ("coopmodel.verify(attrs.evolve(record, revision=2), signature, key)",),
    ),
}
"""In keys and signatures."""

FILES: Final = {
    "compressed.broken": Told(
        "A file that is not what its name says was compressed.",
        ('_ = (place / "broken.jsonl.gz").write_bytes(b"plain")', '[*coopmodel.iter_jsonl(place / "broken.jsonl.gz")]'),
    ),
    "compressed.truncated": Told(
        "A compressed file that ends too early.",
        (
            "whole = gzip.compress(json.dumps(head).encode())",
            '_ = (place / "cut.jsonl.gz").write_bytes(whole[:-9])',
            '[*coopmodel.iter_jsonl(place / "cut.jsonl.gz")]',
        ),
    ),
    "extra.missing": Told(
        "A file that needs an extra which is not installed, as the command line tells it; in Python it is a `MissingExtra`.",
        ('print(coopmodel.MissingExtra("yaml", "reading YAML"))',),
    ),
    "file.empty": Told(
        "A file of JSON Lines without a record, or without one on the line asked for.",
        (),
        ("touch empty.jsonl", "coopmodel show empty.jsonl"),
    ),
    "file.several": Told(
        "A file of JSON Lines with several records, where one is meant.",
        (),
        (
            "coopmodel convert agreement.json one.jsonl",
            "cat one.jsonl one.jsonl > two.jsonl",
            "coopmodel show two.jsonl",
        ),
    ),
    "file.unreadable": Told("A file that is not there, or may not be read.", (), ("coopmodel show nothing.json",)),
    "text.encoding": Told(
        "A text of a source that is not UTF-8.",
        (),
        ("printf '\\377' > texts/press-release.txt", "coopmodel check agreement.json --texts texts"),
    ),
}
"""In files, most of them on the command line."""
