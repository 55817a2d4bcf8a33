"""Makes the vectors of signed notes, checkpoints and key lines beside this file, without any code of Taushet.

Run: python3 tests/vectors/notes/make_notes.py   (needs the package `cryptography`, 43 or newer; the same bytes each time)

The private keys follow from small numbers and sign by RFC 6979. They are for tests and guard nothing.
"""

import base64
import hashlib
import json
import pathlib

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils

NAME = "gateway.example/sharing"
LOG = "0123456789abcdef0123456789abcdef"
ORIGIN = f"{NAME}/{LOG}"
ROOT = base64.b64encode(hashlib.sha256(b"root").digest()).decode()
DASH = "\u2014"
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


class Key:
    def __init__(self, number, name=NAME, curve=None):
        self.name = name
        self.private = ec.derive_private_key(number, curve or ec.SECP256R1())
        self.spki = self.private.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        self.id = hashlib.sha256(self.spki).digest()[:4]

    def vkey(self, kind=2, key_id=None, spki=None):
        blob = bytes([kind]) + (self.spki if spki is None else spki)
        return f"{self.name}+{(self.id if key_id is None else key_id).hex()}+{base64.b64encode(blob).decode()}"

    def sign(self, text, digest=None):
        digest = digest or hashes.SHA256()
        return self.private.sign(text.encode(), ec.ECDSA(digest, deterministic_signing=True))


OLD, NEW, OTHER = Key(1001), Key(1002), Key(1003, "other.example/log")
UNKNOWN = Key(1004)


def b64(data):
    return base64.b64encode(data).decode()


def line(key, signature, name=None, key_id=None):
    return f"{DASH} {name or key.name} {b64((key_id or key.id) + signature)}\n"


def signed(text, *keys):
    return text + "\n" + "".join(line(key, key.sign(text)) for key in keys)


def checkpoint(origin=ORIGIN, size="42", root=ROOT, extra=""):
    return f"{origin}\n{size}\n{root}\n{extra}"


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]


def notes():
    text = checkpoint()
    good = signed(text, OLD)
    known = ["old", "new"]

    def opens(name, note, signers, size=42, origin=ORIGIN, root=ROOT, keys=known, expected=None):
        return {"name": name, "note": note, "keys": keys, "expected_origin": expected,
                "opens": {"origin": origin, "size": size, "root": root, "signers": signers}}

    def fails(name, note, fault, keys=known, expected=None):
        return {"name": name, "note": note, "keys": keys, "expected_origin": expected, "fault": fault}

    yield opens("one key", good, ["old"])
    yield opens("its log expected", good, ["old"], expected=ORIGIN)
    yield opens("both keys while one is changed", signed(text, OLD, NEW), ["old", "new"])
    yield opens("both keys, one known", signed(text, OLD, NEW), ["new"], keys=["new"])
    yield opens("a key known twice", good, ["old"], keys=["old", "old"])
    yield opens("unknown key before", text + "\n" + line(UNKNOWN, UNKNOWN.sign(text)) + line(OLD, OLD.sign(text)), ["old"])
    yield opens("rubbish under an unknown name", text + "\n" + line(OLD, b"\x01", name="witness.example") + line(OLD, OLD.sign(text)), ["old"])
    yield opens("rubbish under an unknown id", text + "\n" + line(OLD, b"\x01", key_id=b"\0\0\0\1") + line(OLD, OLD.sign(text)), ["old"])
    yield opens("the same signature twice", signed(text, OLD, OLD), ["old"])
    yield opens("sixteen signatures", text + "\n" + "".join(
        line(OLD, b"\x01", name=f"w{n}") for n in range(15)) + line(OLD, OLD.sign(text)), ["old"])
    empty = checkpoint(size="0", root=b64(hashlib.sha256(b"").digest()))
    yield opens("empty log", signed(empty, NEW), ["new"], size=0, root=b64(hashlib.sha256(b"").digest()))
    largest = checkpoint(size=str(2**63 - 1))
    yield opens("largest size", signed(largest, NEW), ["new"], size=2**63 - 1)
    extended = checkpoint(extra="an extension\nanother \u00e6\u00f8\u00e5\n")
    yield opens("extension lines", signed(extended, OLD), ["old"])
    spaced = checkpoint(origin="a log with blanks + more")
    yield opens("any origin", signed(spaced, OLD), ["old"], origin="a log with blanks + more")
    high = utils.decode_dss_signature(OLD.sign(text))
    yield opens("the signature's other form (r, n - s)", text + "\n" + line(
        OLD, utils.encode_dss_signature(high[0], N - high[1])), ["old"])

    yield fails("empty", "", "NotANote")
    yield fails("text alone", text, "NotANote")
    yield fails("no signature line", text + "\n", "NotANote")
    yield fails("no empty line", text + line(OLD, OLD.sign(text)), "NotANote")
    yield fails("no last newline", good[:-1], "NotANote")
    yield fails("one newline too many", good + "\n", "NotANote")
    yield fails("text without its newline", "text\n" + line(OLD, OLD.sign("text")), "NotANote")
    yield fails("carriage returns", good.replace("\n", "\r\n"), "NotANote")
    yield fails("tab in the text", signed(checkpoint(extra="a\tb\n"), OLD), "NotANote")
    yield fails("nought in the text", signed(checkpoint(extra="a\0b\n"), OLD), "NotANote")
    yield fails("hyphen for dash", good.replace(DASH, "-"), "NotANote")
    yield fails("en dash for dash", good.replace(DASH, "\u2013"), "NotANote")
    yield fails("no blank after the dash", good.replace(DASH + " ", DASH), "NotANote")
    yield fails("two blanks after the dash", good.replace(DASH + " ", DASH + "  "), "NotANote")
    yield fails("two blanks before the signature", good.replace(f"{NAME} ", f"{NAME}  "), "NotANote")
    yield fails("blank at the line's end", good[:-1] + " \n", "NotANote")
    yield fails("no name", good.replace(f"{DASH} {NAME}", DASH + " "), "NotANote")
    yield fails("plus sign in a name", good.replace(f"{DASH} {NAME}", f"{DASH} a+b"), "NotANote")
    yield fails("no-break space in a name", good.replace(f"{DASH} {NAME}", f"{DASH} a\u00a0b"), "NotANote")
    yield fails("signature without padding", good.rstrip("=\n") + "\n" if "=" in good[-4:] else text + "\n" + f"{DASH} {NAME} AAAAAAE\n", "NotANote")
    yield fails("base64 with loose bits", text + "\n" + f"{DASH} {NAME} AAAAAAF=\n", "NotANote")
    yield fails("base64url", text + "\n" + f"{DASH} {NAME} AAAAA-__\n", "NotANote")
    yield fails("an id without signature", text + "\n" + f"{DASH} {NAME} {b64(OLD.id)}\n", "NotANote")
    yield fails("half an id", text + "\n" + f"{DASH} {NAME} {b64(OLD.id[:2])}\n", "NotANote")
    yield fails("a line that is no signature", good + "not a signature\n", "NotANote")
    yield fails("an empty line among signatures", good + "\n" + "\n", "NotANote")
    yield fails("seventeen signatures", text + "\n" + "".join(
        line(OLD, b"\x01", name=f"w{n}") for n in range(16)) + line(OLD, OLD.sign(text)), "NotANote")
    long = checkpoint(extra="x" * 4096 + "\n")
    yield fails("longer than 4 KiB", signed(long, OLD), "NotANote")
    wide = checkpoint(extra="\u00f8" * 2000 + "\n")
    yield fails("longer than 4 KiB in UTF-8 alone", signed(wide, OLD), "NotANote")

    yield fails("unknown key", signed(text, UNKNOWN), "NoKnownSigner")
    yield fails("no key known", good, "NoKnownSigner", keys=[])
    yield fails("known id, other name", text + "\n" + line(OLD, OLD.sign(text), name="other"), "NoKnownSigner")
    yield fails("known name, other id", text + "\n" + line(OLD, OLD.sign(text), key_id=UNKNOWN.id), "NoKnownSigner")
    yield fails("known id, its bytes backwards", text + "\n" + line(OLD, OLD.sign(text), key_id=OLD.id[::-1]), "NoKnownSigner")

    yield fails("text of another size", good.replace("\n42\n", "\n43\n"), "WrongSignature")
    yield fails("another origin", good.replace(LOG, LOG[::-1]), "WrongSignature")
    yield fails("another root", good.replace(ROOT, b64(hashlib.sha256(b"x").digest())), "WrongSignature")
    yield fails("an extension line added", good.replace(text, text + "more\n"), "WrongSignature")
    yield fails("an empty line within the text", good.replace(text, text + "\n"), "WrongSignature")
    yield fails("signed without the newline", text + "\n" + line(OLD, OLD.sign(text[:-1])), "WrongSignature")
    yield fails("signed with the empty line", text + "\n" + line(OLD, OLD.sign(text + "\n")), "WrongSignature")
    yield fails("signed by another under the name", text + "\n" + line(OLD, UNKNOWN.sign(text)), "WrongSignature")
    yield fails("one of two known ones wrong", text + "\n" + line(OLD, OLD.sign(text)) + line(NEW, OLD.sign(text)), "WrongSignature")
    yield fails("a right one and a wrong one of the same key", text + "\n" + line(OLD, OLD.sign(text)) + line(OLD, b"\x01"), "WrongSignature")
    yield fails("SHA-384", text + "\n" + line(OLD, OLD.sign(text, hashes.SHA384())), "WrongSignature")
    raw = b"".join(part.to_bytes(32, "big") for part in utils.decode_dss_signature(OLD.sign(text)))
    yield fails("two raw numbers instead of DER", text + "\n" + line(OLD, raw), "WrongSignature")
    for at in (0, 1, 2, 3, 4, 36, 69):
        yield fails(f"bit of signature byte {at} flipped", text + "\n" + line(OLD, flipped(OLD.sign(text), at)), "WrongSignature")
    yield fails("signature cut short", text + "\n" + line(OLD, OLD.sign(text)[:-1]), "WrongSignature")
    yield fails("signature with a byte after it", text + "\n" + line(OLD, OLD.sign(text) + b"\0"), "WrongSignature")
    yield fails("noughts for numbers", text + "\n" + line(OLD, utils.encode_dss_signature(0, 0)), "WrongSignature")
    yield fails("s above the order", text + "\n" + line(OLD, utils.encode_dss_signature(high[0], high[1] + N)), "WrongSignature")

    for name, bad in (
            ("two lines", f"{ORIGIN}\n42\n"),
            ("one line", "hello\n"),
            ("nothing", "\n"),
            ("no origin", f"\n42\n{ROOT}\n"),
            ("size with a leading nought", checkpoint(size="042")),
            ("size nought twice", checkpoint(size="00")),
            ("size with a sign", checkpoint(size="+42")),
            ("size below nought", checkpoint(size="-1")),
            ("size with a blank", checkpoint(size=" 42")),
            ("size in hex", checkpoint(size="0x2a")),
            ("size in other digits", checkpoint(size="\u0664\u0662")),
            ("size with separators", checkpoint(size="4,200")),
            ("no size", checkpoint(size="")),
            ("size of 2^63", checkpoint(size=str(2**63))),
            ("size of 2^64", checkpoint(size=str(2**64))),
            ("root of 31 bytes", checkpoint(root=b64(b"x" * 31))),
            ("root of 33 bytes", checkpoint(root=b64(b"x" * 33))),
            ("no root", checkpoint(root="")),
            ("root without padding", checkpoint(root=ROOT.rstrip("="))),
            ("root with loose bits", checkpoint(root="A" * 42 + "B=")),
            ("root in base64url", checkpoint(root="-" * 42 + "8=")),
            ("root in hex", checkpoint(root=hashlib.sha256(b"root").hexdigest())),
            ("blank after the root", checkpoint(root=ROOT + " ")),
            ("an empty extension line", checkpoint(extra="\nmore\n")),
            ("an empty last line", checkpoint(extra="\n"))):
        yield fails(f"checkpoint with {name}", signed(bad, OLD), "NotACheckpoint")

    yield fails("another log than expected", good, "OtherOrigin", expected=f"{NAME}/{LOG[::-1]}")
    yield fails("expected origin without the id", good, "OtherOrigin", expected=NAME)


def raw_notes():
    good = signed(checkpoint(), OLD).encode()
    yield {"name": "right", "hex": good.hex(), "note": True}
    for name, data in (
            ("byte order mark", b"\xef\xbb\xbf" + good),
            ("stray continuation byte", good.replace(b"42", b"4\x80")),
            ("overlong newline", good.replace(b"42", b"4\xc0\x8a")),
            ("surrogate", good.replace(b"42", b"\xed\xa0\x80")),
            ("cut in the dash", good.replace(DASH.encode(), DASH.encode()[:2])),
            ("latin-1", good.replace(b"42", b"\xe6"))):
        # A byte order mark is a character of the text like any other.
        yield {"name": name, "hex": data.hex(), "note": name == "byte order mark"}


def key_lines():
    good = OLD.vkey()
    p384 = Key(1001, curve=ec.SECP384R1())
    point = OLD.private.public_key()
    compressed_point = point.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.CompressedPoint)
    head = bytes.fromhex("3039301306072a8648ce3d020106082a8648ce3d030107032200")
    yield {"name": "right", "line": good, "key": True, "id": int.from_bytes(OLD.id, "big"), "spki": OLD.spki.hex()}
    yield {"name": "another", "line": NEW.vkey(), "key": True, "id": int.from_bytes(NEW.id, "big"), "spki": NEW.spki.hex()}
    for name, text in (
            ("empty", ""),
            ("name alone", NAME),
            ("no key", f"{NAME}+{OLD.id.hex()}"),
            ("no name", good[len(NAME):]),
            ("blank in the name", "a b" + good[len(NAME):]),
            ("newline at the end", good + "\n"),
            ("blank at the end", good + " "),
            ("upper-case id", f"{NAME}+{OLD.id.hex().upper()}+{good.split('+', 2)[2]}"),
            ("another key's id", OLD.vkey(key_id=NEW.id)),
            ("id of seven digits", f"{NAME}+{OLD.id.hex()[1:]}+{good.split('+', 2)[2]}"),
            ("id of an Ed25519 key's making", OLD.vkey(
                key_id=hashlib.sha256(NAME.encode() + b"\n\x02" + OLD.spki).digest()[:4])),
            ("signature type 1", OLD.vkey(kind=1)),
            ("signature type 255", OLD.vkey(kind=255)),
            ("no signature type", f"{NAME}+{OLD.id.hex()}+{b64(OLD.spki)}"),
            ("P-384", p384.vkey()),
            ("a compressed point", vkey_of(head + compressed_point)),
            ("a point off the curve", vkey_of(flipped(OLD.spki, 90))),
            ("the point nought", vkey_of(OLD.spki[:27] + bytes(64))),
            ("a byte after the key", vkey_of(OLD.spki + b"\0")),
            ("a key cut short", vkey_of(OLD.spki[:-1])),
            ("an empty key", vkey_of(b"")),
            ("another curve's name", vkey_of(flipped(OLD.spki, 22))),
            ("base64 without padding", good.rstrip("=") if good.endswith("=") else good[:-1]),
            ("a real Ed25519 key", "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")):
        yield {"name": name, "line": text, "key": False}


def vkey_of(spki):
    return OLD.vkey(key_id=hashlib.sha256(spki).digest()[:4], spki=spki)


def write(name, what, extra, vectors):
    vectors = list(vectors)
    body = ",\n".join(json.dumps(vector) for vector in vectors)
    path = pathlib.Path(__file__).parent / name
    path.write_text(f'{{\n"what": {json.dumps(what)},\n"keys": {json.dumps(extra)},\n"vectors": [\n{body}\n]\n}}\n', encoding="ascii")
    print(f"{name}: {len(vectors)} vectors")


def main():
    keys = {"old": OLD.vkey(), "new": NEW.vkey(), "other": OTHER.vkey()}
    write("checkpoints.json", "Notes as opened with the named keys: what comes out, or the first fault.", keys, notes())
    write("raw-notes.json", "Notes as bytes: whether they are notes.", {}, raw_notes())
    write("keys.json", "Key lines: whether they are keys, with id and SPKI.", {}, key_lines())


if __name__ == "__main__":
    main()
