"""Signing, verifying and making keys on the command line."""

import errno
import json
import os
import stat
import sys
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner, Result

from coopmodel.cli.commands import cli
from coopmodel.formats.keys import LARGEST_KEY, pem_of, public_key
from coopmodel.formats.signatures import LARGEST_SIGNATURES, sign, verify
from coopmodel.formats.yaml import dumps_yaml
from coopmodel.model.agreement import Agreement
from coopmodel.wire.documents import dumps

RECORD: Final = Agreement(id="cl-pe", revision=2, title={"en": "Meeting", "es": "Reunión"})
KEY: Final = {
    "kty": "OKP",
    "crv": "Ed25519",
    "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
    "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
}
THUMBPRINT: Final = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
HEAD: Final = {"en": "Meeting\ncl-pe · revision 2\n", "es": "Reunión\ncl-pe · revisión 2\n"}


def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a record and keys, in which the commands run: ``cl`` has no name of its own, ``pe`` has."""
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(dumps(RECORD), encoding="utf-8")
    Path("cl.pem").write_bytes(pem_of(KEY, private=True))
    Path("cl.pub.pem").write_bytes(pem_of(KEY, private=False))
    assert 0 == run("keygen", "pe.jwk").exit_code
    for name in ("pe.jwk", "pe.pub.jwk"):
        key: dict[str, str] = json.loads(Path(name).read_bytes())
        Path(name).write_text(json.dumps(key | {"kid": "minrel-pe"}), encoding="utf-8")
    return tmp_path


def thumbprint_of(path: str) -> str:
    key: dict[str, str] = json.loads(Path(path).read_bytes())
    del key["kid"]
    return public_key(key)["kid"]


@pytest.mark.usefixtures("here")
def test_two_sign_and_both_are_verified() -> None:
    """Signatures stand beside the record, a line each; every key asked for has to have signed."""
    for key, kid in (("cl.pem", THUMBPRINT), ("pe.jwk", "minrel-pe")):
        result = run("sign", "a.json", "--key", key)
        assert (0, f"a.json.jws: signed by the key {kid}\n", "") == (result.exit_code, result.stdout, result.stderr)
    text = Path("a.json.jws").read_text(encoding="ascii")
    assert [sign(RECORD, KEY), sign(RECORD, Path("pe.jwk").read_bytes())] == text.split()
    assert text.endswith("\n")
    result = run("verify", "a.json", "--key", "cl.pub.pem", "--key", "pe.pub.jwk")
    told = f"  signed by the key {THUMBPRINT}\n  signed by the key minrel-pe\n    thumbprint {thumbprint_of('pe.jwk')}\n"
    assert (0, HEAD["en"] + told, "") == (result.exit_code, result.stdout, result.stderr)
    told = f"  firmado con la clave minrel-pe\n    huella {thumbprint_of('pe.jwk')}\n"
    assert (0, HEAD["es"] + told) == ((result := run("verify", "a.json", "--key", "pe.pub.jwk", "--lang", "es")).exit_code, result.stdout)


@pytest.mark.usefixtures("here")
def test_signing_again_changes_nothing() -> None:
    """The same signature is not written twice, and that is said."""
    assert 0 == run("sign", "a.json", "--key", "cl.pem").exit_code
    before = Path("a.json.jws").stat()
    for language, text in (("en", "already signed by the key"), ("es", "ya estaba firmado con la clave")):
        result = run("sign", "a.json", "--key", "cl.pem", "--lang", language)
        assert (0, f"a.json.jws: {text} {THUMBPRINT}\n") == (result.exit_code, result.stdout)
    assert (before.st_ino, before.st_mtime_ns) == (Path("a.json.jws").stat().st_ino, Path("a.json.jws").stat().st_mtime_ns)


@pytest.mark.usefixtures("here")
def test_what_is_there_is_kept() -> None:
    """Signatures whose last line has no end get one; one of an earlier state of the record stays, and the new one is found."""
    Path("a.json").write_text(dumps(RECORD).replace("Meeting", "Session"), encoding="utf-8")
    assert 0 == run("sign", "a.json", "--key", "cl.pem").exit_code
    old = Path("a.json.jws").read_text(encoding="ascii")
    Path("a.json.jws").write_text(old.strip(), encoding="ascii")
    Path("a.json").write_text(dumps(RECORD), encoding="utf-8")
    assert 1 == run("verify", "a.json", "--key", "cl.pub.pem").exit_code
    result = run("sign", "a.json", "--key", "cl.pem", "--lang", "es")
    assert (0, f"a.json.jws: firmado con la clave {THUMBPRINT}\n") == (result.exit_code, result.stdout)
    assert f"{old}{sign(RECORD, KEY)}\n" == Path("a.json.jws").read_text(encoding="ascii")
    assert 0 == run("verify", "a.json", "--key", "cl.pub.pem").exit_code


@pytest.mark.usefixtures("here")
def test_blank_files_of_signatures_are_none() -> None:
    """A file that holds nothing gets its first signature."""
    Path("a.json.jws").write_bytes(b"\n")
    assert 0 == run("sign", "a.json", "--key", "cl.pem").exit_code
    assert f"\n{sign(RECORD, KEY)}\n" == Path("a.json.jws").read_text(encoding="ascii")


@pytest.mark.usefixtures("here")
def test_what_holds_something_else_is_not_written_to() -> None:
    """Where a signature would go stands no signature: a record, a key, or too much. It stays as it is, and the exit status is 2."""
    said = {
        "en": "a.json cannot be read as signatures:\n  line 1 is no detached signature: it is not 'header..signature' in base64url",
        "es": "a.json no se puede leer como firmas:\n  line 1 is no detached signature: it is not 'header..signature' in base64url",
    }
    for language, text in said.items():
        result = run("sign", "a.json", "--key", "cl.pem", "--out", "a.json", "--lang", language)
        assert (2, "", f"{text} [signature.malformed]\n") == (result.exit_code, result.stdout, result.stderr)
    assert dumps(RECORD) == Path("a.json").read_text(encoding="utf-8")
    full = sign(RECORD, public_key(KEY) | {"d": KEY["d"]}, kid="x").ljust(LARGEST_SIGNATURES, "\n")
    for text in (full, full + "\n"):
        Path("full.jws").write_text(text, encoding="ascii")
        result = run("sign", "a.json", "--key", "cl.pem", "--out", "full.jws")
        assert (2, True) == (result.exit_code, "  signatures have no more than 65536 bytes [signature.malformed]\n" in result.stderr)
        assert text == Path("full.jws").read_text(encoding="ascii")


@pytest.mark.usefixtures("here")
def test_what_cannot_be_written_is_told() -> None:
    """A folder that is not there is told in either language."""
    for language, text in (("en", "cannot be written"), ("es", "no se puede escribir")):
        result = run("sign", "a.json", "--key", "cl.pem", "--out", "none/a.jws", "--lang", language)
        assert (2, "", f"none/a.jws {text}: No such file or directory\n") == (result.exit_code, result.stdout, result.stderr)


@pytest.mark.usefixtures("here")
def test_standard_input_and_output() -> None:
    """A hyphen is the standard input, of the record or of the key, and output; the signature of the standard input goes there."""
    signature = f"{sign(RECORD, KEY)}\n"
    text = dumps(RECORD).encode()
    assert (0, signature) == ((result := run("sign", "-", "--key", "cl.pem", stdin=text)).exit_code, result.stdout)
    assert (0, signature) == ((result := run("sign", "a.json", "--key", "cl.pem", "--out", "-")).exit_code, result.stdout)
    assert not Path("a.json.jws").exists()
    assert 0 == run("sign", "a.json", "--key", "-", "--out", "b.jws", stdin=Path("cl.pem").read_bytes()).exit_code
    assert signature == Path("b.jws").read_text(encoding="ascii")
    assert 0 == run("verify", "-", "--key", "cl.pub.pem", "--signature", "b.jws", stdin=text).exit_code
    assert 0 == run("verify", "a.json", "--key", "cl.pub.pem", "--signature", "-", stdin=signature.encode()).exit_code
    assert 0 == run("verify", "a.json", "--key", "-", "--signature", "b.jws", stdin=Path("cl.pub.pem").read_bytes()).exit_code
    result = run("verify", "-", "--key", "cl.pub.pem", stdin=text)
    assert (2, True) == (result.exit_code, "say where the signature of the standard input is: --signature FILE" in result.stderr)
    twice = [
        ("sign", "-", "--key", "-"),
        ("verify", "a.json", "--key", "-", "--key", "-"),
        ("verify", "-", "--signature", "-", "--key", "a"),
    ]
    for arguments in twice:
        result = run(*arguments)
        assert (2, True) == (result.exit_code, "the standard input (-) can be read only once" in result.stderr)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("change", "key", "en", "es"),
    [
        (
            ("Meeting", "Meetinh"),
            "pe.pub.jwk",
            "not signed by the key minrel-pe: no signature matches; the record is not what was signed, or the key is another",
            "sin firma válida de la clave minrel-pe: ninguna firma corresponde; el registro no es el que se firmó, o la clave es otra",
        ),
        (
            ("", ""),
            "cl.pub.pem",
            f"not signed by the key {THUMBPRINT}: no signature matches, and what is signed names another key, minrel-pe",
            f"sin firma válida de la clave {THUMBPRINT}: ninguna firma corresponde, y lo firmado nombra otra clave, minrel-pe",
        ),
    ],
)
def test_what_is_not_signed_is_told(change: tuple[str, str], key: str, en: str, es: str) -> None:
    """The exit status is 1 where one of the keys did not sign this record, whatever the others did."""
    assert 0 == run("sign", "a.json", "--key", "pe.jwk").exit_code
    Path("a.json").write_text(dumps(RECORD).replace(*change), encoding="utf-8")
    for language, told in (("en", en), ("es", es)):
        head = HEAD[language].replace(*change) if change[0] else HEAD[language]
        result = run("verify", "a.json", "--key", key, "--lang", language)
        assert (1, f"{head}  {told}\n", "") == (result.exit_code, result.stdout, result.stderr)
    for keys in (("cl.pub.pem", "pe.pub.jwk"), ("pe.pub.jwk", "cl.pub.pem")):
        assert 1 == run("verify", "a.json", "--key", keys[0], "--key", keys[1]).exit_code


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("name", "en", "es"),
    [
        (
            "HS256 with the public key's PEM as secret",
            "signed by the algorithm HS256, and only Ed25519 is accepted",
            "se firmó con el algoritmo HS256, y solo se acepta Ed25519",
        ),
        (
            "unknown critical member",
            "the signature is only for those who understand its exp, which means nothing here",
            "la firma es solo para quien entienda su exp, que aquí no significa nada",
        ),
    ],
)
def test_what_is_not_accepted_is_told(name: str, en: str, es: str, request: pytest.FixtureRequest) -> None:
    """An algorithm and an extension that are not accepted are no signature, and named."""
    golden = json.loads((request.config.rootpath / "tests/golden/signatures/signatures.json").read_bytes())
    Path("b.json").write_text(golden["documents"]["written"], encoding="utf-8")
    Path("b.json.jws").write_text(next(case["signature"] for case in golden["cases"] if case["name"] == name), encoding="ascii")
    for language, told in (("en", en), ("es", es)):
        result = run("verify", "b.json", "--key", "cl.pub.pem", "--lang", language)
        key = {"en": "not signed by the key", "es": "sin firma válida de la clave"}[language]
        assert (1, f"  {key} {THUMBPRINT}: {told}") == (result.exit_code, result.stdout.splitlines()[-1])


@pytest.mark.usefixtures("here")
def test_what_stands_in_a_signature_steers_no_terminal(request: pytest.FixtureRequest) -> None:
    """A name that turns the direction of writing is spelt out, whether the signature holds or not."""
    golden = json.loads((request.config.rootpath / "tests/golden/signatures/signatures.json").read_bytes())
    Path("b.json").write_text(golden["documents"]["written"], encoding="utf-8")
    Path("b.json.jws").write_text(next(case["signature"] for case in golden["cases"] if "is a hint" in case["name"]), encoding="ascii")
    for key, status, told in (
        ("cl.pub.pem", 0, ", there called señor "),
        ("pe.pub.jwk", 1, ", and what is signed names another key, señor "),
    ):
        result = run("verify", "b.json", "--key", key)
        assert (status, True, False) == (result.exit_code, f"{told}\\u202e\n" in result.stdout, "\u202e" in result.stdout)


@pytest.mark.usefixtures("here")
def test_what_the_signer_called_the_key_is_told_apart() -> None:
    """A name that stands in the signature and not in the key is told as that; one that would steer a terminal is not taken."""
    assert 0 == run("sign", "a.json", "--key", "cl.pem", "--kid", "Señora X").exit_code
    for language, text in (("en", "signed by the key {}, there called {}"), ("es", "firmado con la clave {}, llamada ahí {}")):
        result = run("verify", "a.json", "--key", "cl.pub.pem", "--lang", language)
        assert (0, f"{HEAD[language]}  {text.format(THUMBPRINT, 'Señora X')}\n") == (result.exit_code, result.stdout)
    result = run("sign", "a.json", "--key", "cl.pem", "--kid", "a\x1b[31m")
    assert 2 == result.exit_code
    assert "Invalid value for --kid: the name of a key is a text of 1 to 128 printable characters, not 'a\\x1b[31m'" in result.stderr


@pytest.mark.usefixtures("here")
def test_signatures_of_no_kind() -> None:
    """A file that holds no signatures, and one that is not there, are told, with nothing else; the exit status is 2."""
    Path("a.json.jws").write_bytes(b"x")
    for language, text in (("en", "cannot be read as signatures:"), ("es", "no se puede leer como firmas:")):
        result = run("verify", "a.json", "--key", "cl.pub.pem", "--lang", language)
        told = f"a.json.jws {text}\n  line 1 is no detached signature: it is not 'header..signature' in base64url [signature.malformed]\n"
        assert (2, "", told) == (result.exit_code, result.stdout, result.stderr)
    for language, text in (("en", "cannot be read"), ("es", "no se puede leer")):
        result = run("verify", "a.json", "--key", "cl.pub.pem", "--signature", "none.jws", "--lang", language)
        assert (2, "", f"none.jws {text}: No such file or directory\n") == (result.exit_code, result.stdout, result.stderr)
    Path("large.jws").write_bytes(b"\n" * (LARGEST_SIGNATURES + 1))
    assert "have no more than 65536 bytes" in run("verify", "a.json", "--key", "cl.pub.pem", "--signature", "large.jws").stderr


@pytest.mark.usefixtures("here")
def test_keys_of_no_kind() -> None:
    """What cannot be used as a key is told in either language, before the record is read, and nothing is written."""
    Path("no.jwk").write_bytes(b"{}")
    for command, language, text in (("sign", "en", "cannot be used as a key:"), ("verify", "es", "no se puede usar como clave:")):
        result = run(command, "none.json", "--key", "no.jwk", "--lang", language)
        told = f"no.jwk {text}\n  a signature takes a key of Ed25519: its 'kty' is 'OKP', not None [key.type]\n"
        assert (2, "", told) == (result.exit_code, result.stdout, result.stderr)
    result = run("sign", "a.json", "--key", "cl.pub.pem")
    told = "cl.pub.pem cannot be used as a key:\n  signing takes the private key, and this is the public one [key.private]\n"
    assert (2, told) == (result.exit_code, result.stderr)
    Path("large.jwk").write_bytes(b"x" * (LARGEST_KEY + 9))
    assert "no more than 16384 bytes [key.form]" in run("sign", "a.json", "--key", "large.jwk").stderr
    result = run("sign", "a.json", "--key", "none")
    assert (2, "none cannot be read: No such file or directory\n") == (result.exit_code, result.stderr)
    assert not Path("a.json.jws").exists()


@pytest.mark.usefixtures("here")
def test_a_private_key_verifies_with_a_warning() -> None:
    """Its public part is used, and that it should not be here is said; nothing of it is printed."""
    assert 0 == run("sign", "a.json", "--key", "pe.jwk").exit_code
    said = {
        "en": "pe.jwk: this is a private key; verifying takes only the public one, and nobody but the signer should have this\n",
        "es": "pe.jwk: esta es una clave privada; para verificar basta la pública, y esta no debería tenerla nadie más que quien firma\n",
    }
    for language, text in said.items():
        result = run("verify", "a.json", "--key", "pe.jwk", "--lang", language)
        assert (0, text) == (result.exit_code, result.stderr)
        assert json.loads(Path("pe.jwk").read_bytes())["d"] not in result.output


@pytest.mark.usefixtures("here")
def test_how_much_is_read() -> None:
    """As many bytes as signatures may have are read to the last one, of a file and of the standard input."""
    text = sign(RECORD, KEY).rjust(LARGEST_SIGNATURES, "\n")
    Path("full.jws").write_text(text, encoding="ascii")
    for name, stdin in (("full.jws", ""), ("-", text)):
        assert 0 == run("verify", "a.json", "--key", "cl.pub.pem", "--signature", name, stdin=stdin.encode()).exit_code
        result = run("verify", "a.json", "--key", "cl.pub.pem", "--signature", "-", stdin=f"\n{text}".encode())
        assert (2, True) == (result.exit_code, "have no more than 65536 bytes" in result.stderr)


@pytest.mark.usefixtures("here")
def test_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal what was signed is green, what was not red, what to beware of yellow, and the small print dim."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    assert run("sign", "a.json", "--key", "pe.jwk").stdout.startswith("\x1b[32ma.json.jws: signed by the key minrel-pe\x1b[0m")
    result = run("verify", "a.json", "--key", "pe.jwk", "--key", "cl.pub.pem")
    for text in ("\x1b[1mMeeting\x1b[0m", "\x1b[2mcl-pe · revision 2\x1b[0m", "  \x1b[32msigned by the key minrel-pe\x1b[0m"):
        assert text in result.stdout
    assert f"    \x1b[2mthumbprint {thumbprint_of('pe.jwk')}\x1b[0m" in result.stdout
    assert f"  \x1b[1;31mnot signed by the key {THUMBPRINT}: " in result.stdout
    assert result.stderr.startswith("\x1b[1;33mpe.jwk: this is a private key; ")
    assert "\x1b[2mthumbprint " in run("keygen", "x.jwk").stdout
    Path("old.json").write_text('{"coopmodel": "0.9", "id": "a", "revision": 1, "title": {"en": "A"}}', encoding="utf-8")
    assert run("sign", "old.json", "--key", "cl.pem").stderr.startswith("\x1b[1;34mold.json: the signature is of the document")
    Path("no.jwk").write_bytes(b"{}")
    refused = {
        ("sign", "a.json", "--key", "no.jwk"): "no.jwk cannot be used as a key:",
        ("sign", "a.json", "--key", "cl.pem", "--out", "a.json"): "a.json cannot be read as signatures:",
        ("sign", "a.json", "--key", "cl.pem", "--out", "none/a"): "none/a cannot be written: No such file",
        ("verify", "a.json", "--key", "none"): "none cannot be read: No such file",
        ("keygen", "x.jwk"): "x.jwk cannot be written: File exists",
    }
    for arguments, text in refused.items():
        assert run(*arguments).stderr.startswith(f"\x1b[1;31m{text}")
    for name in [name for name in sys.modules if name == "joserfc" or name.startswith(("joserfc.", "coopmodel.formats.jose"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "joserfc", None)
    for arguments in (("sign", "a.json", "--key", "cl.pem"), ("keygen", "new.jwk")):
        assert run(*arguments).stderr.startswith("\x1b[1;31ma signature needs the extra")


@pytest.mark.usefixtures("here")
def test_the_form_of_the_record_is_no_difference() -> None:
    """YAML and a line of JSON Lines are verified by the signature of the JSON; the signature of a line stands beside the file."""
    assert 0 == run("sign", "a.json", "--key", "cl.pem").exit_code
    Path("a.yaml").write_text(dumps_yaml(RECORD), encoding="utf-8")
    Path("a.jsonl").write_text(f"\n{dumps(RECORD)}\n{dumps(RECORD).replace('cl-pe', 'other')}\n", encoding="utf-8")
    for name in ("a.yaml", "a.jsonl:2"):
        assert 0 == run("verify", name, "--key", "cl.pub.pem", "--signature", "a.json.jws").exit_code
        assert 0 == run("sign", name, "--key", "cl.pem").exit_code
        assert Path("a.json.jws").read_bytes() == Path(f"{name}.jws").read_bytes()
    assert 1 == run("verify", "a.jsonl:3", "--key", "cl.pub.pem", "--signature", "a.json.jws").exit_code
    result = run("sign", "a.jsonl", "--key", "cl.pem")
    assert (2, True) == (result.exit_code, "the file holds several records: name one by its line, as in a.jsonl:2" in result.stderr)
    Path("b.jsonl").write_text(dumps(RECORD).replace('"revision":2', '"revision":1,"revision":2'), encoding="utf-8")
    result = run("sign", "b.jsonl", "--key", "cl.pem")
    assert (2, True) == (result.exit_code, "[member.repeated]" in result.stderr)


@pytest.mark.usefixtures("here")
def test_a_document_of_an_older_version_is_signed_as_it_stands() -> None:
    """What is signed is the document in its version, and that is said; the upgraded one has no signature. YAML is signed as it is read."""
    Path("old.json").write_text('{"coopmodel": "0.9", "id": "a", "revision": 1, "title": {"en": "A"}}', encoding="utf-8")
    said = {
        "en": "the signature is of the document as it stands, of format version 0.9, and not of what it is upgraded to",
        "es": "la firma es del documento tal como está, de la versión 0.9 del formato, y no de su actualización",
    }
    for language, text in said.items():
        result = run("sign", "old.json", "--key", "cl.pem", "--lang", language)
        assert (0, f"old.json: {text}\n") == (result.exit_code, result.stderr)
        result = run("verify", "old.json", "--key", "cl.pub.pem", "--lang", language)
        assert (0, f"old.json: {text}\n") == (result.exit_code, result.stderr)
    signature = Path("old.json.jws").read_text(encoding="ascii")
    assert THUMBPRINT == verify('{"coopmodel":"0.9","id":"a","revision":1,"title":{"en":"A"}}', signature, public_key(KEY)).kid
    assert 0 == run("convert", "old.json", "new.json").exit_code
    assert 1 == run("verify", "new.json", "--key", "cl.pub.pem", "--signature", "old.json.jws").exit_code
    Path("old.yaml").write_text("coopmodel: 0.9\nid: a\nrevision: 1\ntitle: {en: A}\n", encoding="utf-8")
    assert (0, "") == ((result := run("sign", "old.yaml", "--key", "cl.pem")).exit_code, result.stderr)
    assert 0 == run("verify", "new.json", "--key", "cl.pub.pem", "--signature", "old.yaml.jws").exit_code


@pytest.mark.usefixtures("here")
def test_a_newer_version_is_told_once() -> None:
    """A document of a newer minor version is signed, with one warning."""
    Path("new.json").write_text('{"coopmodel":"1.7","id":"a","revision":1,"title":{"en":"A"}}', encoding="utf-8")
    for command, key in (("sign", "cl.pem"), ("verify", "cl.pub.pem")):
        result = run(command, "new.json", "--key", key)
        assert (0, 1) == (result.exit_code, result.stderr.count("\n"))
        assert result.stderr.startswith("new.json: format version 1.7 is newer than 1.0")


def test_a_file_that_is_no_record(here: Path) -> None:
    """What is no record is told as by the other commands."""
    (here / "no.json").write_bytes(b"{")
    for command, key in (("sign", "cl.pem"), ("verify", "cl.pub.pem")):
        result = run(command, "no.json", "--key", key)
        assert (2, True) == (result.exit_code, result.stderr.startswith("no.json cannot be read as a record:\n"))


@pytest.mark.parametrize("ending", [".jwk", ".pem", ".PEM"])
def test_a_pair_of_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    """The private file can be read by its owner alone, the public one holds nothing private, and none is overwritten."""
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(dumps(RECORD), encoding="utf-8")
    before = os.umask(0)
    try:
        result = run("keygen", f"my.key{ending}")
    finally:
        os.umask(before)
    private, public = Path(f"my.key{ending}"), Path(f"my.key.pub{ending}")
    thumbprint = public_key(public.read_bytes())["kid"]
    told = (
        f"{private}: the private key, which only you can read; who has it can sign in your name\n"
        f"{public}: the public key, for those who verify\nthumbprint {thumbprint}\n"
    )
    assert (0, told, "") == (result.exit_code, result.stdout, result.stderr)
    assert (0o600, 0o666) == (stat.S_IMODE(private.stat().st_mode), stat.S_IMODE(public.stat().st_mode))
    assert public_key(private.read_bytes()) == public_key(public.read_bytes())
    assert (ending == ".jwk") == private.read_bytes().startswith(b'{\n  "kty": "OKP",')
    assert b'"d"' not in public.read_bytes()
    assert b"PRIVATE" not in public.read_bytes()
    assert {private.read_bytes()[-1:], public.read_bytes()[-1:]} == {b"\n"}
    assert 0 == run("sign", "a.json", "--key", private).exit_code
    assert 0 == run("verify", "a.json", "--key", public).exit_code
    kept = (private.read_bytes(), public.read_bytes())
    for language, text in (("en", "cannot be written"), ("es", "no se puede escribir")):
        result = run("keygen", private, "--lang", language)
        assert (2, "", f"{private} {text}: File exists\n") == (result.exit_code, result.stdout, result.stderr)
    assert kept == (private.read_bytes(), public.read_bytes())


def test_a_pair_of_keys_in_spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the files are is said in Spanish, too."""
    monkeypatch.chdir(tmp_path)
    result = run("keygen", "a.jwk", "--lang", "es")
    told = (
        "a.jwk: la clave privada, que solo usted puede leer; quien la tenga puede firmar en su nombre\n"
        f"a.pub.jwk: la clave pública, para quienes verifican\nhuella {public_key(Path('a.jwk').read_bytes())['kid']}\n"
    )
    assert (0, told) == (result.exit_code, result.stdout)


def test_half_a_pair_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the public file is there already, or the disk is full, no private one stays, and what was there does."""
    monkeypatch.chdir(tmp_path)
    Path("a.pub.jwk").write_bytes(b"old")
    result = run("keygen", "a.jwk")
    assert (2, "a.pub.jwk cannot be written: File exists\n") == (result.exit_code, result.stderr)
    assert ([Path("a.pub.jwk")], b"old") == ([*Path().iterdir()], Path("a.pub.jwk").read_bytes())
    opened = os.fdopen

    def full(number: int, mode: str) -> Any:
        opened(number, mode).close()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    result = run("keygen", "b.jwk")
    assert (2, "b.jwk cannot be written: No space left on device\n") == (result.exit_code, result.stderr)
    assert [Path("a.pub.jwk")] == [*Path().iterdir()]


@pytest.mark.parametrize("name", ["a", "a.json", "-", ".jwk", "a.pub"])
def test_names_of_key_files(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of the name tells the form; nothing is guessed."""
    monkeypatch.chdir(tmp_path)
    result = run("keygen", name)
    assert (2, []) == (result.exit_code, [*Path().iterdir()])
    assert f"the name {name!r} does not tell the form: it ends in .jwk (JSON Web Key) or .pem" in result.stderr


def test_without_the_extra_what_to_install_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without joserfc the three commands say so in one line, and write nothing."""
    before = {*here.iterdir()}
    monkeypatch.delitem(sys.modules, "coopmodel.formats.jose")
    for name in [name for name in sys.modules if name == "joserfc" or name.startswith("joserfc.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "joserfc", None)
    for arguments in (("sign", "a.json", "--key", "cl.pem"), ("verify", "a.json", "--key", "cl.pub.pem"), ("keygen", "new.jwk")):
        result = run(*arguments)
        told = "a signature needs the extra 'sign': python -m pip install 'coopmodel[sign]'\n"
        assert (2, "", told) == (result.exit_code, result.stdout, result.stderr)
    assert before == {*here.iterdir()}
