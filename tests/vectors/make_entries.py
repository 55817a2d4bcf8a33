"""Makes entry-v2.json beside this file from the rows of entry-v1.json and the definition of schema 2, and from nothing else.

Run: python3 tests/vectors/make_entries.py   (Python 3.9 or newer, no package; the same bytes each time)

No code is shared with Taushet. The leaves of schema 1 are made here again too and compared with those in the file.
"""

import datetime
import hashlib
import json
import pathlib
import struct
import uuid

HERE = pathlib.Path(__file__).parent


def column(tag, value):
    """tag (2 bytes), length (4 bytes, all ones for no value), value."""
    if value is None:
        return struct.pack(">HI", tag, 0xFFFFFFFF)
    return struct.pack(">HI", tag, len(value)) + value


def number(value, size):
    return None if value is None else value.to_bytes(size, "big", signed=True)


def an_id(text):
    return uuid.UUID(text).bytes


def days(date):
    return (datetime.date.fromisoformat(date) - datetime.date(1970, 1, 1)).days


def middle(row):
    """Columns 5 to 25."""
    return b"".join([
        column(5, number(row["time"], 8)),
        column(6, number(row["kind"], 4)),
        column(7, number(row["flow"], 4)),
        column(8, an_id(row["request_id"])),
        column(9, row["receiver_organisation"].encode()),
        column(10, row["receiver_unit"].encode()),
        column(11, number(row["receiver_service"], 4)),
        column(12, number(row["receiver_form"], 4)),
        column(13, row["holder_organisation"].encode()),
        column(14, row["holder_unit"].encode()),
        column(15, number(row["holder_service"], 4)),
        column(16, number(row["holder_form"], 4)),
        column(17, number(row["purpose"], 4)),
        column(18, int(row["bases"], 16).to_bytes(8, "big")),
        column(19, row["policy_hash"].encode()),
        column(20, number(days(row["law_date"]), 4)),
        column(21, bytes.fromhex(row["given"])),
        column(22, row["caller"].encode()),
        column(23, bytes.fromhex(row["subject"])),
        column(24, bytes.fromhex(row["holder_part"])),
        column(25, bytes.fromhex(row["sealed_part"])),
    ])


def head(row, schema):
    return b"".join([
        column(1, an_id(row["log"])),
        column(2, an_id(row["entry"])),
        column(3, number(row["index"], 8)),
        column(4, number(schema, 4)),
    ])


def leaf_of_schema_1(row):
    return (b"taushet.entry.v1" + head(row, 1) + middle(row)
            + column(26, bytes.fromhex(row["release_commitment"])) + column(27, bytes.fromhex(row["salt"])))


def digest(row):
    return hashlib.sha256(b"taushet.other.v2" + middle(row) + column(27, bytes.fromhex(row["salt"]))).digest()


def leaf_of_schema_2(row):
    return (b"taushet.entry.v2" + head(row, 2)
            + column(26, bytes.fromhex(row["release_commitment"])) + column(28, digest(row)))


def main():
    first = json.loads((HERE / "entry-v1.json").read_text(encoding="utf-8"))
    vectors = []
    for vector in first["vectors"]:
        assert leaf_of_schema_1(vector["columns"]).hex() == vector["leaf"], vector["name"]
        row = dict(vector["columns"], schema=2)
        leaf = leaf_of_schema_2(row)
        vectors.append({
            "name": vector["name"],
            "columns": row,
            "digest": digest(row).hex(),
            "leaf": leaf.hex(),
            "hash": hashlib.sha256(b"\0" + leaf).hexdigest(),
        })
    about = "Columns of an entry, the digest, its leaf bytes and SHA-256(0x00 || leaf), all in hex. Made by make_entries.py."
    text = json.dumps({"schema": 2, "about": about, "vectors": vectors}, indent=2, ensure_ascii=False)
    (HERE / "entry-v2.json").write_text(text + "\n", encoding="utf-8")


main()
