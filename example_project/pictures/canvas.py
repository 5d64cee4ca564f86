"""What landscapes and portraits are painted with."""

from __future__ import annotations

import io
import random

from PIL import Image

Colour = tuple[int, int, int]
Point = tuple[float, float]

OVERSAMPLING = 2
"""Pillow draws without smoothing: pictures are painted this many times larger and then shrunk."""


def dice(key: str) -> random.Random:
    """Return the same sequence of numbers for a key on every machine."""
    return random.Random(key)  # noqa: S311  (brush strokes, not secrets)


def colour(hexadecimal: str) -> Colour:
    """Return `#1b2a4e` as numbers."""
    red, green, blue = bytes.fromhex(hexadecimal.removeprefix("#"))
    return red, green, blue


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return `one` with `share` (0 to 1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def gradient(size: tuple[int, int], top: Colour, bottom: Colour) -> Image.Image:
    """Return a field that goes from one colour at the top to another at the bottom."""
    mask = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), mask)


def jpeg(picture: Image.Image) -> bytes:
    """Return the shrunk picture as a file. JPEG, because every feed reader can show it."""
    width, height = (side // OVERSAMPLING for side in picture.size)
    file = io.BytesIO()
    picture.resize((width, height), Image.Resampling.LANCZOS).save(file, "JPEG", quality=84, optimize=True)
    return file.getvalue()
