"""What each host of the gallery does to a frame, and nothing else."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from dvb_wagtail.admin.embedding import letter as builder
from dvb_wagtail.admin.embedding.systems import System
from dvb_wagtail.formats.host_snippets import SANDBOX, height_listener
from example_project.gallery.wordpress import as_wordpress_shows
from tests.example.host_site import EMBEDS, ask, frames, handed_out
from tests.front.reading import only, text

SANDBOXES = {
    "sandbox/none/": None,
    "sandbox/empty/": "",
    "sandbox/scripts/": "allow-scripts",
    "sandbox/scripts-popups/": "allow-scripts allow-popups",
    "sandbox/recommended/": SANDBOX,
}

# ---- sandboxes


@pytest.mark.parametrize(("path", "sandbox"), SANDBOXES.items())
def test_a_sandbox_is_all_that_such_a_host_changes(path, sandbox):
    changed = {} if sandbox is None else {"sandbox": sandbox}

    assert frames(ask(path).document) == [
        {name: value for name, value in handed_out(embed).items() if name != "sandbox"} | changed for embed in EMBEDS
    ]


# ---- WordPress


def test_wordpress_keeps_its_own_attributes_and_shows_the_quotation_until_it_is_told_the_secret():
    document = ask("listener/wordpress/").document
    found = frames(document)
    quotations = document.cssselect("blockquote")
    secrets = [frame["data-secret"] for frame in found]

    assert len(set(secrets)) == len(EMBEDS)
    assert all(re.fullmatch("[a-zA-Z0-9]{10}", secret) for secret in secrets)
    assert [quotation.get("data-secret") for quotation in quotations] == secrets
    assert [(text(each), each.find("a").get("href")) for each in quotations] == [(e.title, e.url) for e in EMBEDS]
    assert found == [
        {
            "class": "wp-embedded-content",
            "data-secret": secret,
            "sandbox": "allow-scripts",
            "security": "restricted",
            "style": "position: absolute; visibility: hidden;",
            "src": f"{embed.address}#?secret={secret}",
            "title": embed.title,
            "width": "600",
            "height": str(min(embed.height, 1000)),
            "frameborder": "0",
        }
        for embed, secret in zip(EMBEDS, secrets, strict=True)
    ]


def test_wordpress_drops_all_else_and_hides_no_frame_that_nothing_stands_for():
    html = '<script>a</script><p class="x"><iframe src="https://a.example/?a&amp;b" style="x" loading="lazy"></iframe>'

    assert as_wordpress_shows(html, "abc") == (
        'a<iframe class="wp-embedded-content" data-secret="abc" sandbox="allow-scripts" security="restricted" '
        'src="https://a.example/?a&amp;b#?secret=abc"></iframe>'
    )


# ---- Municipio


def test_municipio_makes_its_own_frame_of_address_height_and_title():
    assert frames(ask("listener/municipio-several/").document) == [
        {
            "src": embed.address,
            "width": "100%",
            "height": str(embed.height),
            "frameborder": "0",
            "loading": "lazy",
            "title": embed.title,
            "aria-label": embed.title,
            "data-listens-to": "dvb.example",
            "allowfullscreen": "",
        }
        for embed in EMBEDS
    ]


def test_nothing_is_loaded_before_consent_and_the_link_is_there():
    document = ask("consent/asked/").document
    gates = document.cssselect(".gate")

    assert document.xpath("//iframe[not(ancestor::template)]") == []
    assert [dict(only(gate, "template > iframe").attrib) for gate in gates] == [handed_out(embed) for embed in EMBEDS]
    assert [gate.get("data-src") for gate in gates] == [f'["{embed.address}"]' for embed in EMBEDS]
    assert ["dvb.example" in text(only(gate, ".gate-notice[hidden]")) for gate in gates] == [True] * len(EMBEDS)
    assert [only(gate.getparent(), "p > a").get("href") for gate in gates] == [embed.url for embed in EMBEDS]


def test_an_exempted_host_is_not_asked_for_and_the_letter_says_why():
    document = ask("consent/exempt/").document
    letter = only(document, "main > blockquote")

    assert document.cssselect(".gate, template, button") == []
    with translation.override("sv"):
        assert letter.text == builder.letter(System.MUNICIPIO, EMBEDS[0]).text
    assert "Lägg därför till dvb.example:8443 bland de värdar" in text(letter)


def test_a_page_without_a_listener_of_its_own_has_ours_as_it_is_handed_out():
    [script] = ask("plain/listener/").document.xpath("//script/@src")
    answer = ask(script.removeprefix("/"))

    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer.body.decode() == height_listener(EMBEDS[0].address)
    assert ask(script.removeprefix("/"), ()).status == 404
