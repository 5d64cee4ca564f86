from __future__ import annotations

from types import SimpleNamespace

import pytest

from example_project.building.bodies import Library, body, rich_text

PAGES = {"2019": SimpleNamespace(pk=7)}
LIBRARY = Library({"norrsken": "the image"}, {"rad": "the document"}, PAGES.__getitem__)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("## Varför?", [("heading", {"text": "Varför?", "level": "2"})], id="heading"),
        pytest.param("### När?", [("heading", {"text": "När?", "level": "3"})], id="subheading"),
        pytest.param("En rad\nsom går vidare", [("paragraph", "<p>En rad som går vidare</p>")], id="paragraph"),
        pytest.param("Ett < två & tre", [("paragraph", "<p>Ett &lt; två &amp; tre</p>")], id="signs of HTML"),
        pytest.param(
            "- ett - och ett halvt\n- två\n  och mer",
            [("paragraph", "<ul><li>ett - och ett halvt</li><li>två och mer</li></ul>")],
            id="list",
        ),
        pytest.param(
            "> Först\n> och sedan\n> -- Anna",
            [("quote", {"quote": "Först och sedan", "source": "Anna"})],
            id="quote",
        ),
        pytest.param("> Bara ord", [("quote", {"quote": "Bara ord", "source": ""})], id="quote of nobody"),
        pytest.param(
            "[bild: norrsken | Himmel | Natt | Ture]",
            [("image", {"image": "the image", "alt": "Himmel", "caption": "Natt", "credit": "Ture"})],
            id="image",
        ),
        pytest.param(
            "[video: Öppning | https://play.example/1 | Play | norrsken]",
            [
                (
                    "video",
                    {
                        "title": "Öppning",
                        "address": "https://play.example/1",
                        "service": "Play",
                        "picture": "the image",
                    },
                )
            ],
            id="video",
        ),
        pytest.param(
            "[dokument: rad | Tio råd]", [("document", {"document": "the document", "text": "Tio råd"})], id="document"
        ),
        pytest.param(
            "Ett\n\n\nTvå", [("paragraph", "<p>Ett</p>"), ("paragraph", "<p>Två</p>")], id="several with empty lines"
        ),
    ],
)
def test_plain_text_becomes_blocks(text, blocks):
    assert body(text, LIBRARY) == blocks


def test_words_are_bold_italic_and_linked():
    text = "**Fet** och *kursiv*, [hit](https://dvb.example/?a=1&b=2) och [dit](page:2019)."

    assert rich_text(text, LIBRARY) == (
        '<p><b>Fet</b> och <i>kursiv</i>, <a href="https://dvb.example/?a=1&amp;b=2">hit</a> och '
        '<a linktype="page" id="7">dit</a>.</p>'
    )


@pytest.mark.parametrize("text", ["[bild: borta | a | b | c]", "[dokument: borta | a]", "[hit](page:borta)"])
def test_what_is_not_there_is_no_silent_gap(text):
    with pytest.raises(KeyError, match="borta"):
        body(text, LIBRARY)
