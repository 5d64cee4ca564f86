"""Names in texts, and people in the JSON of rows and revisions: what is found and what is taken out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from dvb_wagtail.models.blocks.body import BodyBlock, BylineBlock
from dvb_wagtail.models.blocks.people import ContactBlock, HostBlock
from dvb_wagtail.pages.models import ArticlePage, ConferencePage, SessionPage
from dvb_wagtail.publication.erasing.content import Entry, Shape, without
from dvb_wagtail.publication.erasing.names import Mentions, same, strings

HER = 17


def goes(entry: Entry) -> bool:
    return entry.page == HER or entry.name == "Anna"


def shape(block: blocks.Block) -> Shape:
    return Shape(None, {"list": blocks.StreamBlock([("item", block)])}, (), ())


def pruned(block: blocks.Block, value: Any) -> Any:
    """Return a list of one block without her, or the text "as it was"."""
    stored = [{"type": "item", "value": value, "id": "a"}]
    return without(shape(block), {"list": stored}, goes).get("list", "as it was")


# ---- content


def test_each_page_type_names_people_in_places_of_its_own() -> None:
    article, conference, session = map(Shape.of, (ArticlePage, ConferencePage, SessionPage))
    assert set(article.streams) == {"byline", "body", "about"}
    assert {"hosts", "contacts", "partners"} <= set(conference.streams)
    assert article.credit_fields == conference.credit_fields == ("image_credit",)
    assert (session.credit_fields, session.people) == ((), ("appearances",))
    assert article.people == ()


@pytest.mark.parametrize(
    ("block", "value"),
    [
        (HostBlock(), {"speaker": HER, "name": ""}),
        (HostBlock(), {"speaker": None, "name": "Anna"}),
        (HostBlock(), {"name": "Anna"}),
        (ContactBlock(), {"name": "Anna", "email": "anna@region.example"}),
        (blocks.PageChooserBlock(), HER),
    ],
)
def test_an_entry_goes_whole(block: blocks.Block, value: Any) -> None:
    assert pruned(block, value) == []


@pytest.mark.parametrize(
    ("block", "value"),
    [
        (HostBlock(), {"speaker": 18, "name": "Nils"}),
        (ContactBlock(), {"name": "Kansliet"}),
        (ContactBlock(), {"role": "Utan namn"}),
        (blocks.PageChooserBlock(), 18),
        (blocks.PageChooserBlock(), None),
        (blocks.CharBlock(), "Anna"),
        (blocks.IntegerBlock(), HER),
        (blocks.ListBlock(blocks.CharBlock()), None),
        (blocks.StructBlock([("name", blocks.CharBlock())]), {"name": "Anna"}),
        (blocks.StructBlock([("name", blocks.CharBlock())]), None),
        (ImageChooserBlock(), HER),
    ],
)
def test_everything_else_stays_as_it_was(block: blocks.Block, value: Any) -> None:
    assert pruned(block, value) == "as it was"


def test_names_of_a_byline_go_one_by_one() -> None:
    byline = [{"type": "writer", "value": "Anna", "id": "1"}, {"type": "photographer", "value": "Nils", "id": "2"}]
    found = without(Shape(None, {"byline": BylineBlock()}, (), ()), {"byline": byline}, goes)
    assert found == {"byline": byline[1:]}


def test_a_credit_is_emptied_and_its_picture_stays() -> None:
    body = [{"type": "image", "value": {"image": 3, "credit": "Anna", "alt": "Anna"}, "id": "1"}]
    found = without(Shape(None, {"body": BodyBlock()}, (), ()), {"body": body}, goes)
    assert found["body"][0]["value"] == {"image": 3, "credit": "", "alt": "Anna"}


def test_a_link_within_a_block_is_emptied_and_a_person_too() -> None:
    block = blocks.StructBlock([("page", blocks.PageChooserBlock()), ("host", HostBlock())])
    value = {"page": HER, "host": {"speaker": None, "name": "Anna"}}
    assert pruned(block, value)[0]["value"] == {"page": None, "host": {}}


@pytest.mark.parametrize("wrap", [lambda value: value, lambda value: {"type": "item", "value": value, "id": "1"}])
def test_lists_are_read_in_wagtails_form_of_today_and_in_the_old_one(wrap: Any) -> None:
    people = [wrap({"speaker": HER, "name": ""}), wrap({"speaker": 18, "name": ""})]
    assert pruned(blocks.ListBlock(HostBlock()), people)[0]["value"] == people[1:]
    pages = [wrap(HER), wrap(18)]
    assert pruned(blocks.ListBlock(blocks.PageChooserBlock()), pages)[0]["value"] == pages[1:]


def test_blocks_that_the_page_type_has_no_more_stay() -> None:
    stored = [
        {"type": "of earlier days", "value": {"name": "Anna"}},
        {"type": "item", "value": {"name": "Anna", "of earlier days": 1}, "id": "2"},
        {"type": "item", "value": {"name": "Nils", "of earlier days": {"deep": 1}}, "id": "3"},
        "no block at all",
    ]
    found = without(shape(ContactBlock()), {"list": stored}, goes)
    assert found == {"list": [stored[0], stored[2], stored[3]]}


@pytest.mark.parametrize("stored", [None, "", "not JSON", "{}", "null", 3])
def test_what_is_no_list_stays(stored: Any) -> None:
    assert without(shape(ContactBlock()), {"list": stored}, goes) == {}


def test_lists_in_revisions_are_text_and_stay_text() -> None:
    stored = json.dumps([{"type": "item", "value": {"name": name}} for name in ("Anna", "Åke")])
    found = without(shape(ContactBlock()), {"list": stored}, goes)
    assert found == {"list": json.dumps([{"type": "item", "value": {"name": "Åke"}}])}


@pytest.mark.parametrize("rows", [None, [], [{"speaker": 18, "name": None}], [{"name": "Nils"}]])
def test_appearances_of_others_stay(rows: Any) -> None:
    assert without(Shape(None, {}, (), ("appearances",)), {"appearances": rows}, goes) == {}


# ---- names


@pytest.mark.parametrize(
    ("one", "other"),
    [("Åsa Öberg", "åsa  ÖBERG "), ("Åsa", "A\u030asa"), ("Anna\u200b Berg", "anna berg"), ("Strauß", "STRAUSS")],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same(one) == same(other)


@pytest.mark.parametrize(("one", "other"), [("Åsa", "Asa"), ("Anna Berg", "AnnaBerg"), ("Anna Berg", "Berg Anna")])
def test_different_names(one: str, other: str) -> None:
    assert same(one) != same(other)


@pytest.mark.parametrize(
    "text",
    [
        "Möt Åsa Öberg-Lund!",
        "åsa öberg lunds ord",
        "/talare/asa-oberg-lund/",
        "åsa.öberg-lund@region.example",
        "asa_oberglund",
        "%C3%A5sa-%C3%B6berg-lund",
        "&Aring;sa&nbsp;&Ouml;berg-Lund",
        "<p>Åsa <b>Öberg</b>-Lund</p>",
        '<embed embedtype="image" alt="Åsa Öberg-Lund" id="1"/>',
        {"deep": [{"er": '[{"value": "\\u00c5sa \\u00d6berg-Lund"}]'}]},
        ("Åsa Öberg-Lund", 3),
    ],
)
def test_a_mention(text: Any) -> None:
    assert Mentions(["Åsa Öberg-Lund", "Bjørn"]).within(text)


@pytest.mark.parametrize(
    "text", ["Åsa Öberg", "Kåsa Öberg-Lund", "Öberg-Lund, Åsa", "", 3, None, "[no JSON", "<p>Åsa</p>"]
)
def test_no_mention(text: Any) -> None:
    assert not Mentions(["Åsa Öberg-Lund", "Bjørn"]).within(text)


def test_letters_are_found_as_addresses_spell_them() -> None:
    assert Mentions(["Bjørn Þór"]).within("/talare/bjorn-thor/")
    assert Mentions(["Иван Петров"]).within("Иван Петров")


@pytest.mark.parametrize("names", [[], [""], ["…"]])
def test_no_name_is_mentioned_nowhere(names: list[str]) -> None:
    assert not Mentions(names).within("x …")
    assert not Mentions(names).within_address("/x/…/-2/")


@pytest.mark.parametrize(
    ("address", "is_it"),
    [
        ("/talare/anna-berg", True),
        ("/talare/anna-berg-2/", True),
        ("/Anna%20Berg", True),
        ("/anna-berg-om-ai", False),
        ("/joanna-berg", False),
        ("", False),
    ],
)
def test_an_address_that_is_a_name(address: str, is_it: bool) -> None:  # noqa: FBT001 (a parameter)
    assert Mentions(["Anna", "Anna Berg"]).within_address(address) is is_it


def test_strings_of_json_within_json() -> None:
    assert list(strings({"a": ['["b", {"c": "d"}]', "[", 1, None]})) == ["b", "d", "["]
