"""The other municipality's pages: each holds what was handed out, and sends the policy that it promises."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

import pytest

from dvb_wagtail.core.frames import FrameOptions, Look
from dvb_wagtail.formats.host_snippets import Embed, iframe
from example_project.gallery import application
from example_project.gallery.contents import CONTENTS, PAGES
from example_project.gallery.derived_policy import derive
from tests.example.host_site import EMBEDS, ROOT, ask, frames
from tests.front.reading import text, texts

HOSTILE = """"'><script>alert(1)</script><iframe src="https://e.example;script-src *" sandbox="">{nonce}$title"""

OWN = "default-src 'self'"
POLICIES = {
    "policy/none/": "",
    "policy/default-self/": OWN,
    "policy/frame-src/": f"{OWN}; frame-src {ROOT}",
    "policy/script-src/": f"{OWN}; script-src 'self' {ROOT}",
    "policy/strict-dynamic/": f"{OWN}; script-src 'nonce-…' 'strict-dynamic'; connect-src 'self' {ROOT}",
    "policy/trusted-types/": (
        f"{OWN}; script-src 'self' {ROOT}; connect-src 'self' {ROOT}; require-trusted-types-for 'script'"
    ),
    "policy/strictest/": (
        "default-src 'none'; script-src 'nonce-…' 'strict-dynamic'; style-src 'self'; img-src 'self'; "
        f"base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; frame-src {ROOT}"
    ),
}
DERIVED = {
    "policy/derived/",
    "listener/municipio/",
    "listener/municipio-several/",
    "consent/asked/",
    "consent/exempt/",
}
PASTED = {*POLICIES, "policy/derived/", "sandbox/recommended/", "consent/exempt/", "plain/dark/", "plain/listener/"}
"""Pages whose editors pasted the code, and whose hosts leave it alone."""

each_page = pytest.mark.parametrize("path", PAGES)


# ---- every page


@each_page
def test_a_page_is_valid_says_what_it_imitates_and_runs_nothing_of_its_own(path):
    answer = ask(path)
    document = answer.document

    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert document.get("lang") == "sv"
    assert text(document.find("head/title")).startswith(texts(document, "h1")[0])
    assert texts(document, "h1") == [PAGES[path].title]
    assert texts(document, ".lead") == [f"{PAGES[path].imitates} {PAGES[path].expected}"]
    assert [element.get("lang") for element in document.cssselect(".english")] == ["en"]
    assert [element for element in document.iter("script") if text(element)] == []
    assert document.xpath("//style | //@onclick | //@onload | //*[@style and not(self::iframe)]") == []


@each_page
def test_a_page_shows_each_frame_under_its_title(path):
    document = ask(path).document
    shown = EMBEDS[:1] if path == "listener/municipio/" else EMBEDS

    headings = [(text(element), element.get("lang")) for element in document.cssselect(".embed h2")]
    assert headings == [(embed.title, embed.language) for embed in shown]
    assert [frame["title"] for frame in frames(document)] == [embed.title for embed in shown]
    assert [frame["src"].partition("#")[0] for frame in frames(document)] == [embed.address for embed in shown]


@each_page
def test_what_a_page_needs_of_its_own_is_served(path):
    document = ask(path).document
    needed = document.xpath("//script/@src | //head/link/@href")

    assert {"/static/municipality.css", "/static/arms.svg"} <= set(needed)
    assert {address: ask(address.removeprefix("/")).status for address in needed} == dict.fromkeys(needed, 200)


@each_page
def test_hostile_titles_stay_titles(path):
    hostile = [replace(EMBEDS[0], title=HOSTILE, url=f"{ROOT}/?{HOSTILE}", language='sv"><b>')]
    answer = ask(path, hostile)
    document = answer.document

    assert [frame["title"] for frame in frames(document)] == [HOSTILE]
    assert frames(document)[0].get("sandbox") == frames(ask(path, EMBEDS[:1]).document)[0].get("sandbox")
    assert all(src.startswith("/static/") for src in document.xpath("//script/@src"))
    assert texts(document, ".embed h2") == [re.sub(r"\s+", " ", HOSTILE)]
    assert document.xpath("//b") == []
    assert _without_nonce(answer.policy) == _without_nonce(ask(path, EMBEDS[:1]).policy)


@pytest.mark.parametrize("path", sorted(PASTED))
def test_the_code_stands_in_the_page_as_it_was_handed_out(path):
    body = ask(path).body.decode()

    assert [embed.title for embed in EMBEDS if iframe(embed) not in body] == []


def test_the_index_lists_every_page_with_what_it_imitates_and_what_should_be_seen():
    document = ask("").document
    items = {item.find("a").get("href"): text(item) for item in document.iter("li")}

    assert list(items) == [f"/{path}" for path in PAGES]
    assert texts(document, "h2") == list(CONTENTS)
    for path, page in PAGES.items():
        assert items[f"/{path}"] == f"{page.title}. {page.imitates} {page.expected} {page.english}"


# ---- policies


@each_page
def test_a_page_sends_the_policy_that_it_promises_and_shows_it(path):
    answer = ask(path)

    if path in DERIVED:
        assert answer.policy == derive(answer.body.decode())
    else:
        assert _without_nonce(answer.policy) == POLICIES.get(path, "")
    assert texts(answer.document, "code") == ([answer.policy] if answer.policy else [])


@pytest.mark.parametrize("path", ["policy/strict-dynamic/", "policy/strictest/"])
def test_scripts_carry_a_nonce_that_is_new_each_time(path):
    answers = [ask(path) for _ in range(2)]
    nonces = [re.findall("'nonce-([^']+)'", answer.policy) for answer in answers]

    assert nonces[0] != nonces[1]
    assert nonces == [answer.document.xpath("//script/@nonce") for answer in answers]
    assert ask("policy/default-self/").document.xpath("//script/@nonce") == []


@pytest.mark.parametrize("path", sorted(DERIVED))
def test_a_derived_policy_names_the_hosts_that_stand_in_the_markup_and_no_others(path):
    answer = ask(path)
    markup = answer.document
    hosts = {urlsplit(address).netloc for address in markup.xpath("//iframe/@src")}

    assert hosts == {"dvb.example:8443"}
    assert answer.directives["frame-src"] == [*hosts, "'self'", "blob:"]
    assert answer.directives["default-src"] == ["'none'"]
    assert answer.directives["script-src"] == ["'unsafe-eval'", "'self'"]
    assert answer.directives["style-src"] == ["'self'"]
    assert answer.directives["connect-src"] == ["dvb.example:8443"]


def test_a_derived_policy_follows_what_a_page_holds():
    assert derive("<p><a href='https://far.example/'>far</a></p>") == (
        "script-src 'unsafe-eval' 'self'; style-src 'self'; img-src 'self' data: blob:; frame-src 'self' blob:; "
        "form-action 'self'; font-src data:; connect-src 'none'; default-src 'none'; base-uri 'self'"
    )
    assert derive(
        "<link rel=stylesheet href='https://css.example/a.css'><p style='color: red'>"
        "<script>run()</script><script src='https://js.example/a.js'></script><img src='https://img.example/a.png'>"
        "<iframe src='https://one.example/'></iframe>"
        "<template><iframe src='http://two.example:81/?a'></iframe></template>"
    ) == (
        "script-src 'unsafe-eval' 'self' 'unsafe-inline' js.example; style-src 'self' css.example 'unsafe-inline'; "
        "img-src img.example 'self' data: blob:; frame-src one.example two.example:81 'self' blob:; "
        "form-action 'self'; font-src data:; connect-src js.example img.example one.example two.example:81; "
        "default-src 'none'; base-uri 'self'"
    )


# ---- what is asked for


def test_a_page_asks_for_frames_with_the_options_of_its_editor():
    asked: list[FrameOptions] = []

    def embeds(options: FrameOptions) -> Sequence[Embed]:
        asked.append(options)
        return EMBEDS

    for path in ("", "plain/dark/", "policy/none/"):
        environ: dict[str, Any] = {"PATH_INFO": f"/{path}"}
        setup_testing_defaults(environ)
        application(embeds)(environ, lambda *_said: lambda _data: None)

    assert asked == [FrameOptions(look=Look.DARK, heading=3), FrameOptions()]


def test_a_site_with_nothing_public_is_said_to_have_nothing():
    answer = ask("policy/frame-src/", [])

    assert (answer.status, answer.policy, texts(answer.document, "h1")) == (503, "", ["Inget att visa"])
    assert ask("", []).status == 200


@pytest.mark.parametrize("path", ["nowhere/", "policy/none", "static/", "static/../page.py", "static/page.html"])
def test_what_is_not_there_is_not_found(path):
    answer = ask(path)

    assert (answer.status, texts(answer.document, "h1")) == (404, ["Sidan finns inte"])


def test_it_can_only_be_read():
    page = ask("policy/frame-src/")
    head = ask("policy/frame-src/", method="HEAD")
    refused = ask("policy/frame-src/", method="POST")

    assert (head.status, head.headers, head.body) == (200, page.headers, b"")
    assert (refused.status, refused.headers["Allow"]) == (405, "GET, HEAD")


def _without_nonce(policy: str) -> str:
    return re.sub("'nonce-[^']+'", "'nonce-…'", policy)
