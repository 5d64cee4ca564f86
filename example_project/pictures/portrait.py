"""Portraits of people who do not exist: a head, hair and shoulders before a quiet background."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import ImageDraw

from example_project.pictures.canvas import OVERSAMPLING, Colour, Point, colour, gradient, jpeg, mixed

SIDE = 800 * OVERSAMPLING

SKIN = [colour(tone) for tone in ("#f6d7c3", "#eac0a2", "#d9a47e", "#b97f57", "#8d5a3b", "#63402c")]
HAIR = [colour(tone) for tone in ("#241c1a", "#4b2e1e", "#7a4a25", "#b98543", "#dcb878", "#a8a5a3", "#8c3b22")]
CLOTHES = [colour(tone) for tone in ("#1d3557", "#2a6f77", "#6d3a6d", "#8a3f3c", "#3d5a3c", "#3b3f4d", "#c28a2c")]
BACKGROUNDS = [
    (colour(top), colour(bottom))
    for top, bottom in (
        ("#cfe3ee", "#8fb8cf"),
        ("#d8e6d6", "#93b79c"),
        ("#ead9e6", "#b291b5"),
        ("#f1e2cb", "#d3ab73"),
        ("#d6daea", "#8d97be"),
        ("#dfeceb", "#7fb1ab"),
    )
]
DARK = colour("#2b2326")
LIPS = colour("#9c3b44")


@dataclass(frozen=True)
class Looks:
    """How a person looks: numbers point into the lists above, `hair_style` is one of `HAIR_STYLES`."""

    hair_style: str
    skin: int
    hair: int
    clothes: int
    background: int
    glasses: bool = False
    collar: bool = False


def portrait(looks: Looks) -> bytes:
    """Return a portrait as JPEG, 800 by 800."""
    skin, hair = SKIN[looks.skin], HAIR[looks.hair]
    style = HAIR_STYLES[looks.hair_style]
    picture = gradient((SIDE, SIDE), *BACKGROUNDS[looks.background])
    draw = ImageDraw.Draw(picture)
    style(draw, hair, behind=True)
    _body(draw, skin, CLOTHES[looks.clothes], collar=looks.collar)
    _head(draw, skin, hair)
    style(draw, hair, behind=False)
    if looks.glasses:
        _glasses(draw)
    return jpeg(picture)


def _scaled(*shares: float) -> list[float]:
    """Return shares of the side as pixels."""
    return [share * SIDE for share in shares]


def _points(*points: Point) -> list[Point]:
    return [(x * SIDE, y * SIDE) for x, y in points]


def _circle(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, fill: Colour) -> None:
    draw.ellipse(_scaled(x - radius, y - radius, x + radius, y + radius), fill=fill)


def _ellipse(draw: ImageDraw.ImageDraw, box: tuple[float, float, float, float], fill: Colour) -> None:
    draw.ellipse(_scaled(*box), fill=fill)


def _body(draw: ImageDraw.ImageDraw, skin: Colour, cloth: Colour, *, collar: bool) -> None:
    draw.rounded_rectangle(_scaled(0.16, 0.74, 0.84, 1.4), radius=0.2 * SIDE, fill=cloth)
    draw.rounded_rectangle(_scaled(0.43, 0.56, 0.57, 0.8), radius=0.06 * SIDE, fill=mixed(skin, DARK, 0.14))
    draw.polygon(_points((0.43, 0.74), (0.57, 0.74), (0.5, 0.86)), fill=mixed(skin, DARK, 0.14))
    if collar:
        for side in (-1, 1):
            wing = _points((0.5 + side * 0.07, 0.72), (0.5, 0.87), (0.5 + side * 0.13, 0.84))
            draw.polygon(wing, fill=mixed(cloth, (255, 255, 255), 0.75))


def _head(draw: ImageDraw.ImageDraw, skin: Colour, hair: Colour) -> None:
    for ear in (0.325, 0.675):
        _circle(draw, ear, 0.45, 0.035, mixed(skin, DARK, 0.1))
    _ellipse(draw, (0.33, 0.24, 0.67, 0.66), skin)
    brow = mixed(hair, DARK, 0.3)
    for x in (0.43, 0.57):
        _circle(draw, x, 0.445, 0.014, DARK)
        draw.arc(_scaled(x - 0.04, 0.395, x + 0.04, 0.45), 200, 340, fill=brow, width=int(0.008 * SIDE))
    draw.arc(_scaled(0.47, 0.45, 0.53, 0.52), 40, 140, fill=mixed(skin, DARK, 0.3), width=9)
    smile = 0.045
    draw.chord(_scaled(0.5 - smile, 0.525, 0.5 + smile, 0.59), 10, 170, fill=mixed(skin, LIPS, 0.65))


def _glasses(draw: ImageDraw.ImageDraw) -> None:
    for x in (0.43, 0.57):
        box = _scaled(x - 0.055, 0.4, x + 0.055, 0.49)
        draw.rounded_rectangle(box, radius=0.035 * SIDE, outline=DARK, width=10)
    draw.line(_scaled(0.485, 0.44, 0.515, 0.44), fill=DARK, width=10)


def _fringe(draw: ImageDraw.ImageDraw, hair: Colour, low: float) -> None:
    """Hair over the forehead, down to `low`."""
    draw.chord(_scaled(0.315, 0.2, 0.685, low + (low - 0.2)), 180, 360, fill=hair)


def _short(draw: ImageDraw.ImageDraw, hair: Colour, *, behind: bool) -> None:
    if behind:
        _ellipse(draw, (0.31, 0.19, 0.69, 0.55), hair)
    else:
        _fringe(draw, hair, 0.33)


def _long(draw: ImageDraw.ImageDraw, hair: Colour, *, behind: bool) -> None:
    if behind:
        draw.rounded_rectangle(_scaled(0.28, 0.2, 0.72, 0.8), radius=0.2 * SIDE, fill=hair)
    else:
        _fringe(draw, hair, 0.345)


def _bun(draw: ImageDraw.ImageDraw, hair: Colour, *, behind: bool) -> None:
    if behind:
        _circle(draw, 0.5, 0.18, 0.085, hair)
        _ellipse(draw, (0.31, 0.2, 0.69, 0.58), hair)
    else:
        _fringe(draw, hair, 0.325)


def _curly(draw: ImageDraw.ImageDraw, hair: Colour, *, behind: bool) -> None:
    if behind:
        for x, y in ((0.33, 0.3), (0.38, 0.23), (0.46, 0.2), (0.54, 0.2), (0.62, 0.23), (0.67, 0.3)):
            _circle(draw, x, y, 0.085, hair)
        for x, y in ((0.3, 0.4), (0.7, 0.4), (0.31, 0.48), (0.69, 0.48)):
            _circle(draw, x, y, 0.06, hair)
    else:
        for x in (0.4, 0.46, 0.52, 0.58):
            _circle(draw, x, 0.27, 0.05, hair)


def _shawl(draw: ImageDraw.ImageDraw, hair: Colour, *, behind: bool) -> None:
    """A headscarf in a colour of its own."""
    cloth = mixed(hair, (90, 120, 170), 0.7)
    if behind:
        draw.rounded_rectangle(_scaled(0.27, 0.18, 0.73, 0.86), radius=0.22 * SIDE, fill=cloth)
    else:
        _fringe(draw, cloth, 0.335)


def _bald(draw: ImageDraw.ImageDraw, hair: Colour, *, behind: bool) -> None:
    """A beard instead of hair: under the face, so that the mouth stays free."""
    if behind:
        _ellipse(draw, (0.34, 0.4, 0.66, 0.7), hair)


HAIR_STYLES = {"short": _short, "long": _long, "bun": _bun, "curly": _curly, "shawl": _shawl, "bald": _bald}
