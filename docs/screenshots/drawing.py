"""From a window of the browser to a file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page

IMAGES = Path(__file__).resolve().parent.parent / "images"
LIMITS = {"programme": 400_000}
"""Bytes that a picture may have, where it is not `LIMIT`."""
LIMIT = 150_000


def shot(of: Page | Locator, **options: Any) -> Image.Image:
    return Image.open(BytesIO(of.screenshot(animations="disabled", **options))).convert("RGB")


def around(page: Page, *parts: Locator) -> Image.Image:
    """Return the part of a window that holds these, with a margin. The first one is at the top."""
    boxes = [box for part in parts if (box := part.bounding_box())]
    top, left = boxes[0]["y"] - 8, boxes[0]["x"] - 56
    bottom, right = boxes[-1]["y"] + boxes[-1]["height"] + 12, boxes[0]["x"] + boxes[0]["width"] + 16
    clip = {"x": max(left, 0), "y": top, "width": right - max(left, 0), "height": bottom - top}
    return shot(page, clip=clip, full_page=True, style="footer, [data-minimap-container] { visibility: hidden }")


def side_by_side(*images: Image.Image) -> Image.Image:
    """Return windows of one height beside each other, on a ground that shows their edges."""
    gap = 48
    whole = Image.new("RGB", (sum(each.width + gap for each in images) + gap, images[0].height + 2 * gap), "#e3eaec")
    left = gap
    for each in images:
        whole.paste(each, (left, gap), rounded(each.size, 24))
        left += each.width + gap
    return whole.resize((whole.width * 5 // 8, whole.height * 5 // 8), Image.Resampling.LANCZOS)


def rounded(size: tuple[int, int], radius: int) -> Image.Image:
    """Return a mask with rounded corners."""
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, *size), radius, fill=255)
    return mask


def save(name: str, image: Image.Image) -> None:
    """Write a picture with a palette, which is a third of the size. Raises ValueError if it is still too large."""
    file = IMAGES / f"{name}.png"
    image.quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)
    size, limit = file.stat().st_size, LIMITS.get(name, LIMIT)
    if size > limit:
        raise ValueError(f"{file.name} has {size} bytes and may have {limit}: show less of the page.")
    print(f"{file.name}: {image.width} x {image.height}, {size // 1000} kB")
