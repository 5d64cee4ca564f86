"""The pictures and documents that the example draws and writes itself."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime

import pytest
from PIL import Image

from example_project.documents import pdf
from example_project.pictures.landscape import SEASONS, landscape
from example_project.pictures.portrait import HAIR_STYLES, Looks, portrait
from example_project.reading import Content

CONTENT = Content(datetime(2026, 11, 21, 12, tzinfo=UTC))


def _size(file: bytes) -> tuple[str | None, tuple[int, int]]:
    picture = Image.open(io.BytesIO(file))
    picture.load()
    return picture.format, picture.size


def test_a_landscape_is_a_jpeg_that_is_the_same_each_time():
    first = landscape("norrsken", "natt", "alv")

    assert _size(first) == ("JPEG", (1600, 900))
    assert landscape("norrsken", "natt", "alv") == first


def test_another_key_gives_another_landscape():
    assert landscape("ett", "sommar", "skog") != landscape("tva", "sommar", "skog")


@pytest.mark.parametrize("style", HAIR_STYLES)
def test_a_portrait_is_a_jpeg_that_is_the_same_each_time(style):
    looks = Looks(style, skin=2, hair=3, clothes=1, background=0, glasses=True, collar=True)
    first = portrait(looks)

    assert _size(first) == ("JPEG", (800, 800))
    assert portrait(looks) == first


def test_glasses_change_a_portrait():
    plain = Looks("short", skin=0, hair=0, clothes=0, background=0)
    with_glasses = Looks("short", skin=0, hair=0, clothes=0, background=0, glasses=True)

    assert portrait(plain) != portrait(with_glasses)


def test_every_picture_of_the_content_can_be_drawn():
    seasons = {picture["season"] for picture in CONTENT.table("pictures.toml").values()}
    people = [Looks(**person["looks"]) for person in CONTENT.table("people.toml").values()]

    assert seasons == SEASONS.keys()
    assert len(set(people)) == len(people)


def test_a_document_is_a_pdf_whose_table_finds_every_object():
    file = pdf("Råd (tre)", ["Å, ä och ö", "en \\ till"])
    table = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", file)[1])
    offsets = [int(offset) for offset in re.findall(rb"(\d{10}) 00000 n", file[table:])]

    assert file.startswith(b"%PDF-1.4\n")
    assert file[table:].startswith(b"xref\n0 7\n")
    assert [file[offset:].split(b"\n", 1)[0] for offset in offsets] == [b"%d 0 obj" % n for n in range(1, 7)]


def test_a_document_says_how_long_its_page_is_and_escapes_its_text():
    file = pdf("Råd (tre)", ["Å, ä och ö", "en \\ till"])
    length, stream = re.search(rb"/Length (\d+) >>\nstream\n(.*)\nendstream", file, re.DOTALL).groups()

    assert int(length) == len(stream)
    assert re.findall(rb"\((.*)\) Tj", stream) == [b"R\xe5d \\(tre\\)", b"\xc5, \xe4 och \xf6", b"en \\\\ till"]
