from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.text import SCHEMES, clean_html, clean_line, clean_text, clean_url, excerpt

BASE = "https://dvb.example/sv/program/tillit/"

CONTROLS = [
    *(chr(code) for code in range(0x20) if chr(code) not in "\t\n\r\x0b\x0c"),
    *(chr(code) for code in range(0x7F, 0xA0) if code != 0x85),
]
EMBEDDINGS = ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"]
SURROGATES = ["\ud800", "\udbff", "\udc00", "\udfff"]
NO_CHARACTERS = ["\ufeff", "\ufffe", "\uffff"]
LINE_BREAKS = ["\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]

ANYTHING = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from([*CONTROLS, *EMBEDDINGS, *SURROGATES, *NO_CHARACTERS, *LINE_BREAKS, *'\t <&"']),
    )
)


class Markup(HTMLParser):
    """What is left of HTML, as an independent parser reads it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


# --- text


@pytest.mark.parametrize("character", [*CONTROLS, *EMBEDDINGS, *SURROGATES, *NO_CHARACTERS], ids=ascii)
@pytest.mark.parametrize("clean", [clean_text, clean_line])
def test_no_character_passes_that_breaks_a_format_or_turns_the_line(clean, character):
    assert clean(f"In{character}ställt") == "Inställt"


@pytest.mark.parametrize("end", [*LINE_BREAKS, "\r\n"], ids=ascii)
def test_every_line_end_is_a_line_feed_in_text_and_a_space_in_a_line(end):
    assert clean_text(f"Ett{end}två") == "Ett\ntvå"
    assert clean_line(f"Ett{end}två") == "Ett två"


def test_blank_lines_and_space_at_the_ends_are_few():
    assert clean_text("  Ett  \n\n \n\n\tTvå\t\r\n\r\n") == "Ett\n\n\tTvå"
    assert clean_line(" Ett\t \n\n  två  ") == "Ett två"


@pytest.mark.parametrize(
    "text",
    [
        "Västerbotten, Sápmi, Skellefteå",
        "a\u030angstr\u00f6m",
        "משה\u200f!",
        "\u200e\u0645\u0631\u062d\u0628\u0627",
        "👩\u200d🚀 漢字",
        "tabb\tmitt i",
        "hård\u00a0blank",
        "BEGIN:VEVENT; a,b\\n",
        "<b>&amp;]]>",
    ],
)
def test_text_of_people_stays_as_it_is(text):
    assert clean_text(text) == text


@given(ANYTHING)
def test_cleaning_once_is_enough_and_leaves_what_xml_can_hold(text):
    cleaned = clean_text(text)

    assert clean_text(cleaned) == cleaned
    assert clean_line(clean_line(text)) == clean_line(text)
    assert re.fullmatch("[\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*", cleaned)
    assert len(clean_line(text).splitlines()) <= 1


# --- addresses


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://dvb.example", "https://dvb.example/"),
        ("https://dvb.example?a=1", "https://dvb.example/?a=1"),
        ("HTTPS://DVB.example:443/A", "https://dvb.example:443/A"),
        ("http://dvb.example:0/", "http://dvb.example/"),
        ("webcal://dvb.example/programme.ics", "webcal://dvb.example/programme.ics"),
        ("  https://dvb.example/a\n", "https://dvb.example/a"),
        ("https://dvb.example/a\nb\tc", "https://dvb.example/abc"),
        ("https://dvb.example/a b.pdf", "https://dvb.example/a%20b.pdf"),
        ("https://dvb.example/två å?ö=ä#ü", "https://dvb.example/tv%C3%A5%20%C3%A5?%C3%B6=%C3%A4#%C3%BC"),
        ("https://dvb.example/tv%C3%A5%20b?q=%2F#%23", "https://dvb.example/tv%C3%A5%20b?q=%2F#%23"),
        ("https://dvb.example/100%/%zz/%2", "https://dvb.example/100%25/%25zz/%252"),
        ("https://dvb.example/?a[]=1&b=\"<>'|\\^`{}", "https://dvb.example/?a%5B%5D=1&b=%22%3C%3E'%7C%5C%5E%60%7B%7D"),
        ("https://dvb.example/a;b=1,2/(x)!$&'*+=:@~", "https://dvb.example/a;b=1,2/(x)!$&'*+=:@~"),
        ("https://räksmörgås.example/", "https://xn--rksmrgs-5wao1o.example/"),
        ("https://xn--rksmrgs-5wao1o.example/", "https://xn--rksmrgs-5wao1o.example/"),
        ("https://a_b.example./", "https://a_b.example./"),
        ("https://[::1]:8000/a", "https://[::1]:8000/a"),
        ("https://192.0.2.1/", "https://192.0.2.1/"),
        ("https://eva:hemligt@dvb.example/", "https://dvb.example/"),
        ("https://bank.example@evil.example/", "https://evil.example/"),
        ("https://dvb.example/\u202egpj.exe", "https://dvb.example/gpj.exe"),
        ("mailto:eva@dvb.example", "mailto:eva@dvb.example"),
        ("mailto:eva@dvb.example,ola@dvb.example", "mailto:eva@dvb.example,ola@dvb.example"),
        ("mailto:eva+dv%25@dvb.example", "mailto:eva+dv%25@dvb.example"),
        ("mailto:eva@dvb.example?bcc=all@dvb.example&body=x#y", "mailto:eva@dvb.example"),
        ("tel:+46 90-785 00 00", "tel:+4690-7850000"),
        ("tel:112", "tel:112"),
        ("tel:7042;phone-context=example.com", "tel:7042;phone-context=example.com"),
    ],
)
def test_an_address_is_absolute_and_ascii_and_encoded_once(address, expected):
    assert clean_url(address) == expected
    assert clean_url(expected) == expected


@pytest.mark.parametrize(
    "address",
    [
        "",
        " ",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " java\nscript:alert(1)",
        "java\x00script:alert(1)",
        "java\tscript:alert(1)",
        "java\u2028script:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "ftp://dvb.example/",
        "blob:https://dvb.example/1",
        "view-source:https://dvb.example/",
        "https:",
        "https:///path",
        "https:dvb.example",
        "https:\\\\evil.example",
        "https://:8000/",
        "https://@/",
        "https://dvb.example:99999/",
        "https://dvb.example:-1/",
        "https://dvb.example:port/",
        "https://[::1/",
        "https://[fe80::1%25eth0]/",
        "https://[v1.x]/",
        "https://dvb example/",
        "https://dvb..example/",
        "https://räk..example/",
        "https://dvb<b>.example/",
        "https://dvb%2eexample/",
        "https://dvb\\.example/",
        "https://" + "a" * 64 + ".example/",
        "mailto:",
        "mailto:eva",
        "mailto:?bcc=eva@dvb.example",
        "mailto:eva@dvb.example%0D%0ABcc:ola@dvb.example",
        "mailto:%00eva@dvb.example",
        "tel:",
        "tel:ring mig",
    ],
)
def test_what_no_reader_may_be_sent_to_is_no_address(address):
    assert clean_url(address) == ""


@pytest.mark.parametrize("address", ["//host.example/a", "/a", "a", "?a", "#a", "../a", "www.dvb.example"])
def test_a_relative_address_is_none_without_a_base(address):
    assert clean_url(address) == ""


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("//host.example/a", "https://host.example/a"),
        ("/media/a.jpg", "https://dvb.example/media/a.jpg"),
        ("a b.jpg", "https://dvb.example/sv/program/tillit/a%20b.jpg"),
        ("../b/", "https://dvb.example/sv/program/b/"),
        ("../../../../../b", "https://dvb.example/b"),
        ("?a=1", "https://dvb.example/sv/program/tillit/?a=1"),
        ("#mer", "https://dvb.example/sv/program/tillit/#mer"),
        ("https://other.example/", "https://other.example/"),
        ("https:\\\\evil.example", "https://dvb.example/sv/program/tillit/%5C%5Cevil.example"),
        ("mailto:eva@dvb.example", "mailto:eva@dvb.example"),
        ("javascript:alert(1)", ""),
        ("//[::1/", ""),
        ("", ""),
    ],
)
def test_a_base_completes_a_relative_address(address, expected):
    assert clean_url(address, BASE) == expected


def test_a_base_that_is_none_gives_no_address():
    assert clean_url("/a", "https://[::1/") == ""


@given(st.one_of(ANYTHING, ANYTHING.map("https://dvb.example/".__add__), ANYTHING.map("mailto:".__add__)))
def test_whatever_comes_in_an_address_comes_out_safe_or_not_at_all(address):
    cleaned = clean_url(address, BASE)

    assert clean_url(cleaned, BASE) == cleaned
    assert re.fullmatch(r"[!#-;=?-\[\]_a-z~]*", cleaned)
    assert not cleaned or urlsplit(cleaned).scheme in SCHEMES
    assert not re.search("%(?![0-9A-Fa-f]{2})", cleaned)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="%?#")))
def test_a_path_comes_back_as_it_was_when_it_is_decoded(name):
    assert unquote(urlsplit(clean_url(f"https://dvb.example/x{name}")).path) == f"/x{name}"


# --- HTML


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Hej <b>du</b></p>", "<p>Hej <b>du</b></p>"),
        ("<script>alert(1)</script><p>Kvar</p>", "<p>Kvar</p>"),
        ("<style>p{}</style>Kvar", "Kvar"),
        ("<svg><script>alert(1)</script></svg>Kvar", "Kvar"),
        ('<p onclick="x()" style="color:red" class="a" id="b">A</p>', "<p>A</p>"),
        ('<p lang="en" dir="ltr">A</p>', '<p lang="en" dir="ltr">A</p>'),
        ("<h1>Rubrik</h1>", "Rubrik"),
        ('<iframe src="https://x.example/"></iframe>A', "A"),
        ('<form action="/x"><input name="a"></form>A', "A"),
        ("<!-- hemligt -->A", "A"),
        ("<p>Ett<p>Två <b>fet", "<p>Ett</p><p>Två <b>fet</b></p>"),
        ("</p></div>A", "<p></p>A"),
        ('<a href="/a?b=1&amp;copy=2">A</a>', '<a href="https://dvb.example/a?b=1&amp;copy=2">A</a>'),
        ('<a href="/a?b=1&amp;amp;c">A</a>', '<a href="https://dvb.example/a?b=1&amp;amp;c">A</a>'),
        ('<a href="#not">A</a>', '<a href="https://dvb.example/sv/program/tillit/#not">A</a>'),
        ('<a href="javascript:alert(1)" target="_blank">A</a>', "<a>A</a>"),
        ('<a href="jav&#x09;ascript:alert(1)">A</a>', "<a>A</a>"),
        ('<a href="&#106;avascript:alert(1)">A</a>', "<a>A</a>"),
        ('<a href="https://[::1/">A</a>', "<a>A</a>"),
        ('<a href="mailto:eva">A</a>', "<a>A</a>"),
        ('<img src="a.jpg" alt="Sal">', '<img src="https://dvb.example/sv/program/tillit/a.jpg" alt="Sal">'),
        ('<img src="x" onerror="alert(1)">', '<img src="https://dvb.example/sv/program/tillit/x">'),
        ('A<img src="data:image/png;base64,AA" alt="a > b">B', "AB"),
        ('A<img alt=\'" src="x">\' src="javascript:x">B', "AB"),
        ("A<img>B", "AB"),
        ('<img srcset="/a 2x" src="/a">', '<img src="https://dvb.example/a">'),
        ('<blockquote cite="/k">A</blockquote>', '<blockquote cite="https://dvb.example/k">A</blockquote>'),
        ("&lt;script&gt; &amp; å &#229;", "&lt;script&gt; &amp; å å"),
        ("a &#x202E;b &#0; c &#11; &#8;d", "a b � c\n d"),
        ("A\x00<\x00script>x</script>\ud800B", "AB"),
        (
            '<table><tr><th scope="row">A<td colspan="2">B</table>',
            '<table><tbody><tr><th scope="row">A</th><td colspan="2">B</td></tr></tbody></table>',
        ),
    ],
)
def test_html_keeps_a_closed_list_of_elements_with_absolute_addresses(html, expected):
    assert clean_html(html, BASE) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img src="/media/a.jpg">', '<img src="https://files.example/media/a.jpg">'),
        ('<img src="/static/a.svg">', '<img src="https://files.example/static/a.svg">'),
        ('<img src="a.jpg">', '<img src="https://dvb.example/sv/program/tillit/a.jpg">'),
        ('<img src="https://cdn.example/a.jpg">', '<img src="https://cdn.example/a.jpg">'),
        ('<a href=" /media/a.pdf">A</a>', '<a href="https://files.example/media/a.pdf">A</a>'),
        ('<a href="/documents/1/a.pdf">A</a>', '<a href="https://files.example/documents/1/a.pdf">A</a>'),
        ('<a href="/program/">A</a>', '<a href="https://dvb.example/program/">A</a>'),
    ],
)
def test_files_may_be_on_another_host_than_the_page(html, expected):
    found = clean_html(html, BASE, file_base="https://files.example/", file_paths=("/media/", "/documents/"))
    assert found == expected


HOSTILE = [
    *("<a href='", "<img src=", "<p ", "onload=x", "'>", '">', "</a>", "<svg>", "<math>", "<style>", "<!--", "-->"),
    *("javascript:", "&#x202e;", "&colon;", "//host.example", "<script>", "</script>", "<b", "<pre>\n", "<table><p>"),
]
FORBIDDEN_TAGS = {"base", "embed", "form", "iframe", "link", "math", "meta", "object", "script", "style", "svg"}


@given(st.lists(st.one_of(ANYTHING, st.sampled_from(HOSTILE))).map("".join))
def test_whatever_html_comes_in_only_what_is_allowed_comes_out(html):
    cleaned = clean_html(html, BASE)

    for tag, attributes in Markup(cleaned).tags:
        assert tag not in FORBIDDEN_TAGS
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "class", "srcset")]
        for name in {"href", "src", "cite"} & attributes.keys():
            assert urlsplit(attributes[name]).scheme in SCHEMES
        assert tag != "img" or attributes["src"]
    assert clean_text(cleaned) == cleaned


# --- excerpts


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Kort", 4, "Kort"),
        ("Kort text", 9, "Kort text"),
        ("Kort text här", 10, "Kort text…"),
        ("Kort text här", 9, "Kort…"),
        ("Kort text här", 5, "Kort…"),
        ("Kort text här", 4, "Kor…"),
        ("Ett,  två\n\ntre fyra", 10, "Ett, två…"),
        ("Ett, två, tre", 10, "Ett, två…"),
        ("Ett \u2013 två \u2013 tre", 12, "Ett \u2013 två…"),
        ("Digitaliseringsminister", 10, "Digitalis…"),
        ("", 10, ""),
    ],
)
def test_an_excerpt_ends_between_words(text, length, expected):
    assert excerpt(text, length) == expected


@given(ANYTHING, st.integers(1, 80))
def test_an_excerpt_is_never_longer_than_asked_and_begins_as_the_text(text, length):
    short = excerpt(text, length)

    assert len(short) <= length
    assert clean_line(text).startswith(short.removesuffix("…")) or short == clean_line(text)
