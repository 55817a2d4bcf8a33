"""Makes the Merkle vectors beside this file from the definitions of RFC 9162, 2.1, and from nothing else.

Run: python3 tests/vectors/merkle/make_trees.py   (Python 3.9 or newer, no package; the same bytes each time)

The tree, the proofs and the two verifying algorithms are written here as the RFC writes them, recursively and slowly; no
code is shared with Taushet. Every proof that is written has been accepted, and every spoilt one refused, by the RFC's
verifying algorithms below. The roots of the eight well-known leaves are compared with the values published for them.
"""

import hashlib
import json
import pathlib
from functools import lru_cache

WELL_KNOWN = [bytes.fromhex(leaf) for leaf in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")]

PUBLISHED_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def sha(data):
    return hashlib.sha256(data).digest()


class Tree:
    """The definitions of 2.1.1 to 2.1.4 over leaves[start:end]."""

    def __init__(self, leaves):
        self.leaves = leaves
        self.mth = lru_cache(maxsize=None)(self._mth)

    def _mth(self, start, end):
        n = end - start
        if n == 0:
            return sha(b"")
        if n == 1:
            return sha(b"\x00" + self.leaves[start])
        k = split(n)
        return sha(b"\x01" + self.mth(start, start + k) + self.mth(start + k, end))

    def path(self, m, start, end):
        n = end - start
        if n == 1:
            return []
        k = split(n)
        if m < k:
            return self.path(m, start, start + k) + [self.mth(start + k, end)]
        return self.path(m - k, start + k, end) + [self.mth(start, start + k)]

    def proof(self, m, n):
        return [] if m == 0 else self.subproof(m, 0, n, True)

    def subproof(self, m, start, end, whole):
        n = end - start
        if m == n:
            return [] if whole else [self.mth(start, end)]
        k = split(n)
        if m <= k:
            return self.subproof(m, start, start + k, whole) + [self.mth(start + k, end)]
        return self.subproof(m - k, start + k, end, False) + [self.mth(start, start + k)]


def split(n):
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def includes(index, size, leaf_hash, proof, root):
    """2.1.3.2."""
    if index >= size:
        return False
    fn, sn, r = index, size - 1, leaf_hash
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = sha(b"\x01" + p + r)
            if not fn & 1:
                while not (fn & 1 or fn == 0):
                    fn >>= 1
                    sn >>= 1
        else:
            r = sha(b"\x01" + r + p)
        fn >>= 1
        sn >>= 1
    return sn == 0 and r == root


def consistent(first, first_root, second, second_root, proof):
    """2.1.4.2, with the cases that the RFC leaves out: equal sizes, and an empty first tree."""
    if first > second:
        return False
    for size, root in ((first, first_root), (second, second_root)):
        if size == 0 and root != sha(b""):
            return False
    if first == second:
        return not proof and first_root == second_root
    if first == 0:
        return not proof
    if not proof:
        return False
    if first & (first - 1) == 0:
        proof = [first_root] + proof
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn >>= 1
        sn >>= 1
    fr = sr = proof[0]
    for c in proof[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr = sha(b"\x01" + c + fr)
            sr = sha(b"\x01" + c + sr)
            if not fn & 1:
                while not (fn & 1 or fn == 0):
                    fn >>= 1
                    sn >>= 1
        else:
            sr = sha(b"\x01" + sr + c)
        fn >>= 1
        sn >>= 1
    return sn == 0 and fr == first_root and sr == second_root


def flipped(data, bit):
    out = bytearray(data)
    out[bit // 8 % len(out)] ^= 1 << bit % 8
    return bytes(out)


def spoilt_proofs(proof):
    """A proof with one thing wrong, each with its name."""
    stray = sha(b"stray")
    yield "one hash too many at the end", proof + [stray]
    yield "one hash too many at the start", [stray] + proof
    for at in sorted({0, len(proof) // 2, len(proof) - 1} if proof else ()):
        yield f"flipped bit in hash {at}", proof[:at] + [flipped(proof[at], 7 * at + 3)] + proof[at + 1:]
    if proof:
        yield "first hash missing", proof[1:]
        yield "last hash missing", proof[:-1]
        yield "last hash twice", proof + proof[-1:]
        yield "a hash one byte short", proof[:-1] + [proof[-1][:-1]]
        yield "a hash one byte long", proof[:-1] + [proof[-1] + b"\x00"]
    if len(proof) > 1:
        yield "empty proof", []
        yield "first two hashes swapped", [proof[1], proof[0]] + proof[2:]
        yield "hashes reversed", proof[::-1]


def inclusion_vectors(tree, index, size):
    leaf, root, proof = tree.mth(index, index + 1), tree.mth(0, size), tree.path(index, 0, size)

    def vector(name, i, n, h, p, r, holds):
        well_formed = all(len(x) == 32 for x in p + [h, r])
        assert (well_formed and includes(i, n, h, p, r)) == holds, (name, i, n)
        return {"name": name, "holds": holds, "index": i, "size": n, "leaf_hash": h.hex(),
                "proof": [x.hex() for x in p], "root": r.hex()}

    yield vector("right", index, size, leaf, proof, root, True)
    for name, p in spoilt_proofs(proof):
        if not (size == 1 and name == "empty proof"):
            yield vector(name, index, size, leaf, p, root, False)
    yield vector("flipped bit in the leaf hash", index, size, flipped(leaf, 100), proof, root, False)
    yield vector("flipped bit in the root", index, size, leaf, proof, flipped(root, 200), False)
    yield vector("root one byte short", index, size, leaf, proof, root[:-1], False)
    yield vector("no leaf hash", index, size, b"", proof, root, False)
    yield vector("index is the size", size, size, leaf, proof, root, False)
    yield vector("index above the size", size + 5, size, leaf, proof, root, False)
    yield vector("size nought", index, 0, leaf, proof, root, False)
    yield vector("greatest index", 2**63 - 1, size, leaf, proof, root, False)
    for other in sorted({index - 1, index + 1, index ^ 1, index ^ 4} - {index}):
        if 0 <= other < size:
            yield vector(f"index {other} instead", other, size, leaf, proof, root, False)
    for other in sorted({size // 2, size - 1, size + 1, size * 2, 2**62}):
        if other != size and includes(index, other, leaf, proof, root) is False:
            yield vector(f"size {other} instead", index, other, leaf, proof, root, False)


def consistency_vectors(tree, first, second):
    one, two, proof = tree.mth(0, first), tree.mth(0, second), tree.proof(first, second)

    def vector(name, m, a, n, b, p, holds):
        well_formed = all(len(x) == 32 for x in p + [a, b])
        assert (well_formed and consistent(m, a, n, b, p)) == holds, (name, m, n)
        return {"name": name, "holds": holds, "first": m, "first_root": a.hex(), "second": n, "second_root": b.hex(),
                "proof": [x.hex() for x in p]}

    yield vector("right", first, one, second, two, proof, True)
    for name, p in spoilt_proofs(proof):
        yield vector(name, first, one, second, two, p, False)
    if len(proof) == 1:
        yield vector("empty proof", first, one, second, two, [], False)
    if one != two:
        yield vector("roots swapped", first, two, second, one, proof, False)
    if first != second:
        yield vector("sizes swapped", second, one, first, two, proof, False)
        yield vector("sizes and roots swapped", second, two, first, one, proof, False)
    yield vector("flipped bit in the first root", first, flipped(one, 17), second, two, proof, False)
    if first > 0:
        yield vector("flipped bit in the second root", first, one, second, flipped(two, 18), proof, False)
    yield vector("second root one byte short", first, one, second, two[:-1], proof, False)
    yield vector("no first root", first, b"", second, two, proof, False)
    for m, n in ((first + 1, second), (first - 1, second), (first, second + 1), (first, second - 1), (0, second)):
        if m >= 0 and n >= 0 and (m, n) != (first, second) and not consistent(m, one, n, two, proof):
            yield vector(f"sizes {m} and {n} instead", m, one, n, two, proof, False)


def write(name, what, vectors):
    vectors = list(vectors)
    lines = ",\n".join(json.dumps(vector) for vector in vectors)
    path = pathlib.Path(__file__).parent / name
    path.write_text(f'{{\n"what": {json.dumps(what)},\n"vectors": [\n{lines}\n]\n}}\n', encoding="ascii")
    held = sum(vector.get("holds", True) for vector in vectors)
    print(f"{name}: {len(vectors)} vectors, {held} right, {len(vectors) - held} spoilt")


def main():
    small = Tree(WELL_KNOWN)
    for size, root in enumerate(PUBLISHED_ROOTS):
        assert small.mth(0, size).hex() == root, size

    # Leaf n of the large tree is the number n in four bytes, big-endian.
    large = Tree([n.to_bytes(4, "big") for n in range(1000)])
    roots = [{"tree": "small", "size": n, "root": small.mth(0, n).hex()} for n in range(9)]
    roots += [{"tree": "large", "size": n, "root": large.mth(0, n).hex()}
              for n in (*range(18), 127, 128, 129, 255, 256, 257, 511, 512, 513, 767, 768, 999, 1000)]
    write("roots.json", "Root hashes. Tree small: the leaves of small_leaves. Tree large: leaf n is n in 4 bytes, big-endian.",
          [{"small_leaves": [leaf.hex() for leaf in WELL_KNOWN]}, *roots])

    write("inclusion.json", "Inclusion proofs of both trees, right ones and spoilt ones.", [
        *({"tree": "small", **v} for n in range(1, 9) for i in range(n) for v in inclusion_vectors(small, i, n)),
        *({"tree": "large", **v} for i, n in ((0, 257), (256, 257), (511, 1000), (999, 1000))
          for v in inclusion_vectors(large, i, n)),
        *({"tree": "large", **next(inclusion_vectors(large, i, n))}
          for n in (127, 128, 129, 255, 256, 257, 511, 512, 513, 1000) for i in (0, 1, n // 2 - 1, n // 2, n - 2, n - 1))])

    write("consistency.json", "Consistency proofs of both trees, right ones and spoilt ones.", [
        *({"tree": "small", **v} for n in range(9) for m in range(n + 1) for v in consistency_vectors(small, m, n)),
        *({"tree": "large", **v} for m, n in ((255, 257), (129, 1000), (512, 1000), (999, 1000))
          for v in consistency_vectors(large, m, n)),
        *({"tree": "large", **next(consistency_vectors(large, m, n))}
          for n in (255, 256, 257, 512, 513, 1000) for m in (0, 1, 127, 128, n // 2, n // 2 + 1, n - 1, n))])


if __name__ == "__main__":
    main()
