#!/usr/bin/env python3
"""Verifies what `consortium-monitor log prove` prints, without the program that printed it.

Written from the specifications alone, with the standard library alone: RFC 6962 (trees), C2SP signed-note and
tlog-checkpoint (heads), RFC 8032 (Ed25519), and docs/log.md (entries and rows).

    verify_log.py proof PROOF.json [--key VKEY] [--head FILE]
    verify_log.py head NOTE --key VKEY

Prints what was proven, as JSON; ends with 1 where anything does not hold.
"""

import base64
import hashlib
import json
import struct
import sys

# --- Ed25519 (RFC 8032, section 5.1) -------------------------------------------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - x2) % P:
        return None
    return P - x if (x & 1) != sign else x


def decompress(data):
    if len(data) != 32:
        return None
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def is_same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def is_signature(public, message, signature):
    key, commitment = decompress(public), decompress(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or key is None or commitment is None or scalar >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    return is_same(multiply(scalar, BASE), add(commitment, multiply(challenge, key)))


# --- Heads (C2SP signed-note, tlog-checkpoint) ---------------------------------------------------------------------


class Wrong(Exception):
    """Something does not hold."""


def require(holds, what):
    if not holds:
        raise Wrong(what)


def read_key(text):
    name, key_id, key = text.split("+", 2)
    data = base64.b64decode(key, validate=True)
    require(len(data) == 33 and data[0] == 1, "not an Ed25519 key")
    expected = hashlib.sha256(name.encode() + b"\n" + data).digest()[:4]
    require(expected.hex() == key_id, "the key's id is not its own")
    return name, expected, data[1:]


def read_note(note, key):
    """The origin, size and root of a checkpoint; with a key only where that has signed it."""
    text, gap, signatures = note.rpartition("\n\n")
    if not gap:  # unsigned: the text and an empty line
        text, signatures = note[:-2], ""
    text += "\n"
    lines = text.split("\n")
    require(len(lines) >= 4, "a checkpoint has three lines")
    origin, size, root = lines[0], int(lines[1]), base64.b64decode(lines[2], validate=True)
    require(str(size) == lines[1] and len(root) == 32 and origin, "not a checkpoint")
    if key:
        name, key_id, public = read_key(key)
        signed = False
        for line in signatures.splitlines():
            dash, signer, data = line.split(" ")
            require(dash == "\u2014", "not a signature line")
            data = base64.b64decode(data, validate=True)
            if signer == name and data[:4] == key_id:
                require(is_signature(public, text.encode(), data[4:]), "the signature does not hold")
                signed = True
        require(signed, "the key has not signed the head")
    return origin, size, root


# --- Trees (RFC 6962, section 2.1) ---------------------------------------------------------------------------------


def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def split(count):
    power = 1
    while power * 2 < count:
        power *= 2
    return power


def climb(leaf, index, size, path):
    """The root that a path leads to, by the definition of PATH(m, D[n]) read backwards."""
    require(0 <= index < size, "no such leaf")
    if size == 1:
        require(not path, "the path is too long")
        return leaf
    require(bool(path), "the path is too short")
    middle = split(size)
    if index < middle:
        left, right = climb(leaf, index, middle, path[:-1]), path[-1]
    else:
        left, right = path[-1], climb(leaf, index - middle, size - middle, path[:-1])
    return hashlib.sha256(b"\x01" + left + right).digest()


# --- Entries and rows (docs/log.md) --------------------------------------------------------------------------------


def read_row(data):
    """The table and the columns of a row as it is digested."""

    def take(start):
        (length,) = struct.unpack_from("<I", data, start)
        end = start + 4 + length
        require(end <= len(data), "a row that is cut off")
        return data[start + 4 : end], end

    table, place = take(0)
    columns = {}
    while place < len(data):
        name, place = take(place)
        value, place = take(place)
        columns[name.decode()] = value
    return table.decode(), columns


def verify_cell(cell, root):
    row, salt = base64.b64decode(cell["row"]), base64.b64decode(cell["salt"])
    leaf = leaf_hash(salt + hashlib.sha256(row).digest())
    group = climb(leaf, cell["index"], cell["size"], [base64.b64decode(h) for h in cell["path"]])
    upper = leaf_hash(cell["group"].encode() + b"\n" + group)
    path = [base64.b64decode(h) for h in cell["groupPath"]]
    require(climb(upper, cell["groupIndex"], cell["groupCount"], path) == root, "the row is not in the submission")
    table, columns = read_row(row)
    return {"table": table, **{name: value.decode() for name, value in columns.items()}}


def verify_proof(proof, key, head):
    origin, size, root = read_note(proof["checkpoint"], key)
    if head is not None:
        require((size, root) == head, "the proof is of another head")
    require(proof["size"] == size, "the proof is of another size")
    entry = proof["entry"].encode()
    path = [base64.b64decode(h) for h in proof["path"]]
    require(climb(leaf_hash(entry), proof["index"], size, path) == root, "the leaf is not in the log")
    said = json.loads(proof["entry"])
    require(f'{said["kind"]}/{said["subject"]}' == proof["leaf"], "the leaf is of something else")
    cells = [verify_cell(cell, bytes.fromhex(said["rows"])) for cell in proof["cells"]]
    return {"origin": origin, "size": size, "root": root.hex(), "entry": said, "cells": cells}


def read_head(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    parts = text.split()
    if len(parts) in (2, 4):
        return int(parts[0]), base64.b64decode(parts[1])
    return read_note(text, None)[1:]


def main(arguments):
    options = {}
    while len(arguments) > 2 and arguments[-2].startswith("--"):
        options[arguments[-2]] = arguments[-1]
        arguments = arguments[:-2]
    command, path = arguments
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        if command == "head":
            origin, size, root = read_note(text, options["--key"])
            found = {"origin": origin, "size": size, "root": root.hex()}
        else:
            head = read_head(options["--head"]) if "--head" in options else None
            found = verify_proof(json.loads(text), options.get("--key"), head)
    except (Wrong, ValueError, KeyError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    print(json.dumps(found, ensure_ascii=False, sort_keys=True))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
