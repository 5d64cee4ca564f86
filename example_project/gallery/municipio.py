"""Municipio: its iframe module, the policy that it computes, and its question for consent."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import urlsplit

from django.utils import translation

from dvb_wagtail.admin.embedding.letter import letter
from dvb_wagtail.admin.embedding.systems import System
from dvb_wagtail.formats.host_snippets import Embed
from example_project.gallery.consent import gated
from example_project.gallery.derived_policy import derive
from example_project.gallery.page import Draft, Page, attributes


def module(embed: Embed) -> str:
    """Return what its iframe module makes of the three things that its editor fills in: address, height, title."""
    fields = attributes(
        src=embed.address, width="100%", height=embed.height, frameborder=0, loading="lazy", title=embed.title,
        aria_label=embed.title, data_listens_to=urlsplit(embed.address).hostname or "",
    )  # fmt: skip
    return f"<iframe{fields} allowfullscreen></iframe>"


def policy(draft: Draft) -> str:
    return derive(draft.html)


def exempted(embed: Embed) -> str:
    """Return the frame as it is shown once the web team has put its host on their list."""
    return gated(embed, exempt=[urlsplit(embed.address).netloc])


def received(embeds: Sequence[Embed]) -> str:
    """Return the letter that the builder writes to the web team, who then put our host on their list."""
    with translation.override("sv"):
        written = letter(System.MUNICIPIO, embeds[0])
    return f'<h2>Brevet till webbteamet</h2>\n<blockquote class="letter">{escape(written.text)}</blockquote>'


LISTENER = "municipio.js"

PAGES = (
    Page(
        path="listener/municipio/",
        title="Municipio",
        imitates="Härmar iframe-modulen i Municipio, där redaktören fyller i adress, höjd och titel var för sig.",
        expected="Ramen syns och blir så hög som den själv säger.",
        english="Municipio's iframe module, filled in field by field: the frame becomes as high as it says.",
        frame=module,
        policy=policy,
        scripts=(LISTENER,),
        most=1,
    ),
    Page(
        path="listener/municipio-several/",
        title="Municipio med flera ramar",
        imitates="Härmar Municipio med flera moduler på en sida; den frågar inte vilken ram som talade om sin höjd.",
        expected="Alla ramar syns och får samma höjd, den som kom sist; den som är längre går att rulla.",
        english="Several modules on one page: Municipio gives all frames of one host the height that came last.",
        frame=module,
        policy=policy,
        scripts=(LISTENER,),
    ),
    Page(
        path="policy/derived/",
        title="Uträknad innehållspolicy",
        imitates="Härmar Municipio, som räknar ut sin innehållspolicy av den färdiga sidans egen HTML.",
        expected="Alla ramar syns utan att någon har lagt till något: deras adress står i sidan.",
        english="A policy computed from the page's own HTML: frames are shown, since the markup names their address.",
        policy=policy,
        scripts=("violations.js",),
    ),
    Page(
        path="consent/asked/",
        title="Samtycke först",
        imitates="Härmar Municipio, som inte hämtar något från en annan webbplats förrän besökaren har samtyckt.",
        expected="I varje rams ställe står en fråga; ett samtycke visar alla ramar från samma webbplats.",
        english="A consent gate: a question in the place of each frame; one consent shows all frames of that site.",
        frame=gated,
        policy=policy,
        scripts=("consent.js",),
    ),
    Page(
        path="consent/exempt/",
        title="Samtycke behövs inte",
        imitates="Härmar Municipio sedan webbteamet har undantagit konferensens webbplats från frågan om samtycke.",
        expected="Alla ramar syns direkt, utan fråga.",
        english="The same host after a letter to its web team: no question, every frame is shown at once.",
        frame=exempted,
        before=received,
        policy=policy,
        scripts=("consent.js",),
    ),
)
