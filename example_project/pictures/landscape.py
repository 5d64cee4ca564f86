"""Landscapes of the north: sky, light, hills, forest, and a river or a town in front."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from example_project.pictures.canvas import OVERSAMPLING, Colour, Point, colour, dice, gradient, jpeg, mixed

WIDTH, HEIGHT = 1600 * OVERSAMPLING, 900 * OVERSAMPLING


@dataclass(frozen=True)
class Season:
    """The colours of a time of the year, from the sky down."""

    sky: Colour
    horizon: Colour
    far: Colour
    near: Colour
    ground: Colour
    light: Colour


SEASONS = {
    "natt": Season(*map(colour, ("#0b1533", "#2b4a7d", "#27406b", "#0d1a35", "#c9d8ea", "#54f0b0"))),
    "gryning": Season(*map(colour, ("#33476f", "#f3b48b", "#7a7fa6", "#273a5c", "#e9e4ea", "#ffe2a8"))),
    "sommar": Season(*map(colour, ("#5aa7d6", "#fbe7b9", "#7fa9a3", "#23594f", "#8fc07a", "#fff4c2"))),
    "host": Season(*map(colour, ("#5d7fa8", "#f6cf9a", "#a58a86", "#6b3f34", "#d79a4b", "#ffd98f"))),
    "skymning": Season(*map(colour, ("#2a2050", "#c9628b", "#5f3f78", "#211a3d", "#43356b", "#ffb3a1"))),
}


def landscape(key: str, season: str, front: str) -> bytes:
    """Return a landscape as JPEG, 1600 by 900.

    `season` is one of `SEASONS`; `front` is what lies nearest: `alv` (a river), `stad` (a town), `skog` (forest) or
    `punkter` (lights in a net, for what cannot be seen).
    """
    chance, palette = dice(key), SEASONS[season]
    picture = gradient((WIDTH, HEIGHT), palette.sky, palette.horizon)
    if season in ("natt", "skymning"):
        _stars(picture, chance)
        picture = _northern_lights(picture, chance, palette)
    else:
        picture = _sun(picture, chance, palette)
    for depth in range(4):
        share = depth / 3
        ridge = _ridge(chance, level=0.5 + 0.08 * depth, height=0.16 - 0.03 * depth)
        ImageDraw.Draw(picture).polygon(_down(ridge), fill=mixed(palette.far, palette.near, share * 0.8))
    _forest(picture, chance, mixed(palette.near, palette.far, 0.1), level=0.77)
    {"alv": _river, "stad": _town, "skog": _clearing, "punkter": _net}[front](picture, chance, palette)
    return jpeg(picture)


def _down(line: list[Point]) -> list[Point]:
    """Close a line that runs from left to right to the picture's lower edge."""
    return [*line, (WIDTH, HEIGHT), (0, HEIGHT)]


def _ridge(chance: random.Random, level: float, height: float) -> list[Point]:
    """A hilly line: three waves of falling size. `level` and `height` are shares of the picture's height."""
    waves = [(chance.uniform(1.2, 2.4) * 2**step, chance.uniform(0, math.tau), 0.5**step) for step in range(4)]
    steps = range(0, WIDTH + 1, 16)

    def rise(x: int) -> float:
        return sum(size * math.sin(speed * math.tau * x / WIDTH + shift) for speed, shift, size in waves) / 2

    return [(x, HEIGHT * (level - height * rise(x))) for x in steps]


def _stars(picture: Image.Image, chance: random.Random) -> None:
    draw = ImageDraw.Draw(picture)
    for _number in range(160):
        x, y, radius = chance.uniform(0, WIDTH), chance.uniform(0, HEIGHT * 0.55), chance.uniform(1, 3.2)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(235, 240, 255))


def _northern_lights(picture: Image.Image, chance: random.Random, palette: Season) -> Image.Image:
    """Curtains of light, bright at the foot and fading upwards; painted small and blurred, then added to the sky."""
    small = Image.new("RGB", (WIDTH // 8, HEIGHT // 8))
    for curtain in range(3):
        layer = Image.new("RGB", small.size)
        draw = ImageDraw.Draw(layer)
        base, shift = 0.18 + 0.13 * curtain, chance.uniform(0, math.tau)
        tint = mixed(palette.light, (150, 90, 230), 0.25 * curtain)
        strength, reach = 0.5, 0.25
        for x in range(small.width):
            strength = min(0.8, max(0.12, strength + chance.uniform(-0.14, 0.14)))
            reach = min(0.34, max(0.14, reach + chance.uniform(-0.03, 0.03)))
            wave = math.sin(x / small.width * 5 + shift) * 0.08 + math.sin(x / 31 + shift) * 0.02
            foot = (base + wave) * small.height
            for step in range(8):
                low = foot - reach * small.height * step / 8
                fill = mixed((0, 0, 0), tint, strength * (1 - step / 8) ** 1.6)
                draw.line((x, low - reach * small.height / 8, x, low), fill=fill)
        small = ImageChops.screen(small, layer.filter(ImageFilter.GaussianBlur(3)))
    return ImageChops.screen(picture, small.resize(picture.size, Image.Resampling.BICUBIC))


def _sun(picture: Image.Image, chance: random.Random, palette: Season) -> Image.Image:
    glow = Image.new("RGB", (WIDTH // 8, HEIGHT // 8))
    x, y = glow.width * chance.uniform(0.2, 0.8), glow.height * chance.uniform(0.38, 0.5)
    draw = ImageDraw.Draw(glow)
    for radius, strength in ((60, 0.25), (34, 0.4)):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=mixed((0, 0, 0), palette.light, strength))
    glow = glow.filter(ImageFilter.GaussianBlur(14)).resize(picture.size, Image.Resampling.BICUBIC)
    lit = ImageChops.screen(picture, glow)
    ImageDraw.Draw(lit).ellipse((x * 8 - 90, y * 8 - 90, x * 8 + 90, y * 8 + 90), fill=palette.light)
    return lit


def _spruce(draw: ImageDraw.ImageDraw, x: float, foot: float, height: float, fill: Colour) -> None:
    for tier in range(4):
        top = foot - height * (1 - tier * 0.2)
        low = top + height * 0.4
        half = height * (0.09 + 0.055 * tier)
        draw.polygon([(x, top), (x - half, low), (x + half, low)], fill=fill)


def _forest(picture: Image.Image, chance: random.Random, fill: Colour, level: float) -> None:
    draw = ImageDraw.Draw(picture)
    ridge = _ridge(chance, level, height=0.02)
    draw.polygon(_down(ridge), fill=fill)
    for x, y in ridge:
        if chance.random() < 0.8:
            _spruce(draw, x + chance.uniform(-12, 12), y + 14, chance.uniform(60, 150), fill)


def _river(picture: Image.Image, chance: random.Random, palette: Season) -> None:
    """Water that mirrors the sky, between two banks."""
    top = int(HEIGHT * 0.8)
    mirror = picture.crop((0, int(HEIGHT * 0.3), WIDTH, top)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    mirror = mirror.resize((WIDTH, HEIGHT - top)).filter(ImageFilter.GaussianBlur(10))
    picture.paste(Image.blend(mirror, Image.new("RGB", mirror.size, palette.horizon), 0.25), (0, top))
    draw = ImageDraw.Draw(picture)
    for _ripple in range(70):
        x, y, length = chance.uniform(0, WIDTH), chance.uniform(top + 12, HEIGHT), chance.uniform(60, 360)
        draw.line((x, y, x + length, y), fill=mixed(palette.horizon, palette.light, chance.random()), width=3)
    bank = [(x, HEIGHT * 0.985 - 60 * math.sin(x / WIDTH * 3)) for x in range(0, WIDTH + 1, 40)]
    draw.polygon(_down(bank), fill=palette.ground)


def _town(picture: Image.Image, chance: random.Random, palette: Season) -> None:
    """Houses with lit windows on the ground of the season."""
    lamp = (255, 214, 140)
    draw = ImageDraw.Draw(picture)
    x = 0.0
    while x < WIDTH:
        width, height = chance.uniform(90, 210), chance.uniform(130, 420)
        top = HEIGHT * 0.93 - height
        wall = mixed(palette.near, palette.horizon, chance.uniform(0.08, 0.35))
        draw.rectangle((x, top, x + width, HEIGHT), fill=wall)
        if chance.random() < 0.5:
            draw.polygon([(x - 8, top), (x + width / 2, top - width * 0.4), (x + width + 8, top)], fill=wall)
        for row in range(int(height // 56)):
            for column in range(int(width // 44)):
                if chance.random() < 0.55:
                    left, upper = x + 14 + column * 44, top + 18 + row * 56
                    draw.rectangle((left, upper, left + 18, upper + 28), fill=mixed(lamp, wall, chance.uniform(0, 0.4)))
        x += width + chance.uniform(4, 26)
    draw.polygon(_down(_ridge(chance, 0.95, 0.01)), fill=palette.ground)


def _clearing(picture: Image.Image, chance: random.Random, palette: Season) -> None:
    """Open ground with single tall spruces."""
    draw = ImageDraw.Draw(picture)
    ground = _ridge(chance, 0.86, 0.03)
    draw.polygon(_down(ground), fill=palette.ground)
    for x, y in ground[:: chance.randint(9, 14)]:
        _spruce(draw, x, y + 60, chance.uniform(240, 520), mixed(palette.near, (0, 0, 0), 0.25))


def _net(picture: Image.Image, chance: random.Random, palette: Season) -> None:
    """Points of light over the hills, joined to their neighbours."""
    points = [(chance.uniform(0.03, 0.97) * WIDTH, chance.uniform(0.35, 0.95) * HEIGHT) for _number in range(46)]
    draw = ImageDraw.Draw(picture)
    for one in points:
        for other in sorted(points, key=lambda point: math.dist(point, one))[1:4]:
            draw.line((*one, *other), fill=mixed(palette.horizon, palette.light, 0.5), width=4)
    for x, y in points:
        radius = chance.uniform(7, 20)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=palette.light)
