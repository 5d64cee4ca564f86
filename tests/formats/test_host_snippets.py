"""What a host pastes: whole HTML, whatever stands in a title."""

from __future__ import annotations

import pytest
from lxml import html

from dvb_wagtail.formats.host_snippets import Embed, frame_policy, iframe, oembed_html, origin, wagtail_finders

HOSTILE = """"><script>alert('x')</script><b title='&amp;"""
ADDRESS = "https://konferens.example/dvb/v1/embed/conferences/dv2020/sv/programme/?track=praktik&look=dark"


def embed(**changes: object) -> Embed:
    usual = {
        "address": ADDRESS,
        "title": "Program",
        "height": 700,
        "url": "https://konferens.example/2020/",
        "language": "sv",
    }
    return Embed(**(usual | changes))  # type: ignore[arg-type]


def test_a_frame_with_a_title_a_height_and_a_link_that_stays() -> None:
    found = html.fragments_fromstring(iframe(embed()))
    frame, fallback = (each for each in found if not isinstance(each, str))
    assert (frame.tag, frame.get("src"), frame.get("title"), frame.get("height")) == (
        "iframe",
        ADDRESS,
        "Program",
        "700",
    )
    (link,) = fallback.iter("a")
    assert (link.get("href"), link.text, link.get("lang")) == ("https://konferens.example/2020/", "Program", "sv")


def test_nothing_in_it_weakens_the_policy_of_a_host() -> None:
    """No inline style, no script, no second origin."""
    snippet = iframe(embed())
    assert not {"style=", "<script", "onload", "srcdoc"} & {
        part for part in ("style=", "<script", "onload", "srcdoc") if part in snippet
    }
    assert snippet.count("https://") == snippet.count("https://konferens.example/")


@pytest.mark.parametrize("write", [iframe, lambda each: oembed_html(each, 640, 400)])
def test_a_hostile_title_is_text(write: object) -> None:
    found = html.fragments_fromstring(write(embed(title=HOSTILE)))  # type: ignore[operator]
    elements = [each for top in found for each in top.iter()]
    assert {each.tag for each in elements} <= {"iframe", "p", "a", "blockquote"}
    assert [each.get("title") for each in elements if each.tag == "iframe"] == [HOSTILE]
    assert [each.text_content() for each in elements if each.tag == "a"] == [HOSTILE]


def test_oembed_has_only_what_wordpress_keeps() -> None:
    quote, frame = html.fragments_fromstring(oembed_html(embed(), 640, 400))
    assert (quote.tag, [each.tag for each in quote]) == ("blockquote", ["a"])
    assert set(frame.keys()) <= {
        "src",
        "width",
        "height",
        "frameborder",
        "marginwidth",
        "marginheight",
        "scrolling",
        "title",
    }
    assert (frame.get("width"), frame.get("height")) == ("640", "400")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (ADDRESS, "https://konferens.example"),
        ("http://127.0.0.1:8000/dvb/v1/embed/", "http://127.0.0.1:8000"),
    ],
)
def test_a_policy_names_one_origin(address: str, expected: str) -> None:
    assert origin(address) == expected
    assert frame_policy(address) == f"frame-src {expected}"


def test_the_setting_for_a_wagtail_site_is_python() -> None:
    names: dict[str, list[dict[str, object]]] = {}
    exec(wagtail_finders("https://konferens.example/dvb/v1/oembed", ADDRESS), names)  # noqa: S102
    ours, others = names["WAGTAILEMBEDS_FINDERS"]
    assert others == {"class": "wagtail.embeds.finders.oembed"}
    assert ours["providers"] == [
        {"endpoint": "https://konferens.example/dvb/v1/oembed", "urls": [r"^https://konferens\.example/"]}
    ]
