"""Permanent codes: what public addresses name things by. Once given they are never changed."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Digits and letters that are not mistaken for each other; within what c3voc's schema takes for a code."""

LENGTH = 6

SLUG_LENGTH = 40

_LETTERS = str.maketrans({"æ": "ae", "ð": "d", "đ": "d", "ŋ": "n", "ø": "o", "ß": "ss", "þ": "th", "ŧ": "t"})
"""Letters of the Sámi languages and of the neighbours that Unicode does not take apart."""
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
ACRONYM = re.compile(r"[a-z0-9]{4,20}")
"""An edition's acronym: c3voc's JSON schema allows no more."""
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""The key of a series or a news channel."""


def candidates(identity: str) -> Iterator[str]:
    """Yield six-character codes for an identity, always the same ones: the first that is free is taken.

    Windows of a hash, five bits a character: a block of 60 bytes holds sixteen, and is followed by the next, without
    end.
    """
    block = 0
    while True:
        bits = int.from_bytes(hashlib.blake2b(f"{identity}/{block}".encode(), digest_size=60).digest(), "big")
        for window in range(16):
            yield "".join(ALPHABET[(bits >> (30 * window + 5 * place)) & 31] for place in range(LENGTH))
        block += 1


def slug(name: str, taken: Collection[str] = (), fallback: str = "x") -> str:
    """Return a code of at most 40 characters from a name: `Sal Å` gives `sal-a`, or `sal-a-2` where that is taken."""
    letters = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS)).lower()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    stem = _NOT_SLUG.sub("-", plain).strip("-")[:SLUG_LENGTH].strip("-") or fallback
    code, number = stem, 2
    while code in taken:
        suffix = f"-{number}"
        code, number = stem[: SLUG_LENGTH - len(suffix)].rstrip("-") + suffix, number + 1
    return code
