"""The questions: what is offered, what is kept, and what is said of an answer that there is not."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from dvb_wagtail.formats.host_snippets import Embed, iframe
from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage, SessionPage
from dvb_wagtail.publication.pending import flush
from tests.admin.embedding.asking import FRAMES, ROOT, answered, asked, copies, errors, offered, preview, speak_english
from tests.pages_factory import make_session, make_translation

pytestmark = pytest.mark.django_db

PROGRAMME = f"{FRAMES}/conferences/dv2020/sv/programme/"


def test_nothing_is_wrong_before_anything_was_asked(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference)
    assert errors(document) == {}
    assert copies(document) == {}
    assert answered(document, "system") == []
    assert (answered(document, "what"), answered(document, "lang")) == (["programme"], ["sv"])
    assert (answered(document, "height"), answered(document, "look")) == (["700"], ["light"])
    assert document.cssselect("details[open]") == []


def test_the_system_alone_says_everything(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference, system="html")
    assert errors(document) == {}
    embed = Embed(PROGRAMME, "Årets konferens: program", 700, f"{ROOT}/%C3%A5rets-konferens/program/", "sv")
    assert copies(document)["html"] == iframe(embed)


def test_without_a_system_it_is_asked_for(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference, lang="en")
    assert errors(document).keys() == {"system", ""}
    assert answered(document, "lang") == ["en"]
    assert copies(document) == {}


def test_each_kind_of_page_is_asked_what_concerns_it(
    admin: Client, conference: ConferencePage, session: SessionPage, news: ArticleIndexPage
) -> None:
    def questions(page: Page) -> set[str]:
        form = asked(admin, page).cssselect("form.dvb-questions")[0]
        return {str(each.get("name")) for each in form.cssselect("input, select")} - {"usual"}

    everywhere = {"system", "lang", "look", "heading", "hide_title", "height"}
    filters = {"day", "track", "room", "kind", "language"}
    assert questions(conference) == everywhere | {"what", "hide_filters"} | filters
    assert questions(session) == everywhere
    assert questions(news) == everywhere | {"tag", "limit"}


def test_news_fit_in_no_calendar(admin: Client, news: ArticleIndexPage) -> None:
    assert "calendar" not in offered(asked(admin, news), "system")
    assert errors(asked(admin, news, system="calendar")).keys() == {"system", ""}


# ---- filters


def test_the_filters_are_those_of_the_public_programme(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference)
    assert offered(document, "track") == {"politik": "Politik", "praktik": "Praktik"}
    assert offered(document, "room") == {"sal-a": "Sal A", "sal-b": "Sal B"}
    assert offered(document, "day") == {"2020-12-08": "Tisdag 8 december", "2020-12-09": "Onsdag 9 december"}
    assert offered(document, "kind") == {"lecture": "Föreläsning", "opening": "Inledning"}
    assert offered(document, "language") == {"en": "Engelska"}
    assert offered(document, "speaker") == {}


def test_a_draft_adds_no_filter(admin: Client, conference: ConferencePage) -> None:
    shown = make_session(conference, "Mingel", kind="mingle")
    assert "mingle" in offered(asked(admin, conference), "kind")
    shown.unpublish()
    flush()
    assert "mingle" not in offered(asked(admin, conference), "kind")


def test_filters_come_through_in_the_order_of_the_address(admin: Client, conference: ConferencePage) -> None:
    chosen = {"room": ["sal-b", "sal-a"], "track": "politik", "day": "2020-12-08", "kind": "lecture"}
    document = asked(admin, conference, system="html", **chosen)
    query = "day=2020-12-08&track=politik&room=sal-a&room=sal-b&kind=lecture"
    assert preview(document).get("src") == f"{PROGRAMME}?{query}"
    assert answered(document, "room") == ["sal-a", "sal-b"]
    assert len(document.cssselect("details[open]")) == 1


def test_options_stand_behind_the_filters(admin: Client, conference: ConferencePage) -> None:
    options = {"look": "dark", "heading": "2", "hide_title": "on", "hide_filters": "on"}
    document = asked(admin, conference, system="html", track="praktik", **options)
    asks = "track=praktik&look=dark&heading=2&title=hidden&filters=hidden"
    assert preview(document).get("src") == f"{PROGRAMME}?{asks}"
    assert document.cssselect("input[name=hide_title][checked]")
    assert document.cssselect("input[name=hide_filters][checked]")
    assert len(document.cssselect("details[open]")) == 2


def test_what_concerns_the_programme_alone_is_not_asked_of_others(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference, system="html", what="subscribe", hide_filters="on")
    assert preview(document).get("src") == f"{FRAMES}/conferences/dv2020/sv/subscribe/"


def test_a_name_in_another_language_says_so(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference)
    assert document.cssselect("input[name=track] ~ span span[lang]") == []
    speak_english()
    names = asked(admin, conference).cssselect("input[name=track] ~ span span")
    assert [(each.get("lang"), each.text) for each in names] == [("sv", "Politik"), ("sv", "Praktik")]


def test_news_are_chosen_by_tag_and_number(admin: Client, news: ArticleIndexPage) -> None:
    document = asked(admin, news, system="html", tag="programmet", limit="3")
    assert list(offered(document, "tag")) == ["", "programmet"]
    assert preview(document).get("src") == f"{FRAMES}/news/nyheter/sv/?tag=programmet&limit=3"
    assert 'title="Nyheter: Programmet"' in copies(document)["html"]
    assert answered(document, "limit") == ["3"]


# ---- language


def test_the_language_is_that_of_the_page_unless_asked(admin: Client, conference: ConferencePage) -> None:
    english = make_translation(conference, title="This year")
    assert preview(asked(admin, english, system="html")).get("src") == PROGRAMME.replace("/sv/", "/en/")
    assert preview(asked(admin, english, system="html", lang="sv")).get("src") == PROGRAMME


def test_news_have_the_languages_that_they_are_written_in(admin: Client, news: ArticleIndexPage) -> None:
    assert list(offered(asked(admin, news), "lang")) == ["sv"]
    assert errors(asked(admin, news, system="html", lang="en")).keys() == {"lang", ""}
    make_translation(news, title="News")
    assert list(offered(asked(admin, news), "lang")) == ["sv", "en"]


def test_questions_are_in_the_language_of_the_editor(admin: Client, conference: ConferencePage) -> None:
    speak_english()
    document = asked(admin, conference, system="html")
    assert offered(document, "day")["2020-12-08"] == "Tuesday 8 December"
    assert preview(document).get("src") == PROGRAMME
    assert "Årets konferens: program" in copies(document)["html"]


# ---- height


def test_a_height_that_nobody_changed_follows_what_is_shown(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference, system="html", what="subscribe", height="700", usual="700")
    assert preview(document).get("height") == "500"
    assert (answered(document, "height"), answered(document, "usual")) == (["500"], ["500"])
    document = asked(admin, conference, system="html", what="subscribe", height="700", usual="500")
    assert (preview(document).get("height"), answered(document, "height")) == ("700", ["700"])


@pytest.mark.parametrize("height", ["200", "3000"])
def test_a_height_within_the_limits_is_taken(admin: Client, conference: ConferencePage, height: str) -> None:
    assert f'height="{height}"' in copies(asked(admin, conference, system="html", height=height))["html"]


# ---- what is not there


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("system", "myspace"),
        ("what", "session"),
        ("what", "kattbilder"),
        ("lang", "de"),
        ("lang", "sv'"),
        ("look", "pink"),
        ("heading", "0"),
        ("heading", "7"),
        ("height", "abc"),
        ("height", "199"),
        ("height", "3001"),
        ("height", "-700"),
        ("height", "700.5"),
        ("height", "9" * 5000),
        ("day", "2020-12-24"),
        ("day", "i morgon"),
        ("track", "nope"),
        ("track", "polit\0ik"),
        ("room", "<script>"),
        ("theme", "ingen"),
        ("place", "mars"),
        ("kind", "break"),
        ("language", "xx"),
    ],
)
def test_what_is_not_there_is_told_at_its_question_and_kept(
    admin: Client, conference: ConferencePage, name: str, value: str
) -> None:
    query = {"system": "html", "look": "dark", "day": "2020-12-08"} | {name: value}
    document = asked(admin, conference, **query)
    assert errors(document).keys() == {name, ""}
    assert copies(document) == {}
    assert document.cssselect("iframe") == []
    kept = {other: answer for other, answer in query.items() if other != name}
    assert {other: answered(document, other) for other in kept} == {other: [answer] for other, answer in kept.items()}
    if name == "height":
        assert answered(document, name) == [value]


@pytest.mark.parametrize(("name", "value"), [("tag", "nope"), ("limit", "0"), ("limit", "51"), ("limit", "fem")])
def test_so_it_is_of_news(admin: Client, news: ArticleIndexPage, name: str, value: str) -> None:
    document = asked(admin, news, system="html", **{name: value})
    assert errors(document).keys() == {name, ""}
    assert copies(document) == {}


def test_one_wrong_value_among_others_is_told(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference, system="html", track=["politik", "nope"])
    assert "nope" in errors(document)["track"]
    assert answered(document, "track") == ["politik"]


def test_help_and_errors_are_told_with_their_question(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference, system="x", what="y", lang="z", track="nope", height="abc", look="pink")
    for name in errors(document).keys() - {""}:
        [told] = document.cssselect(f"[aria-describedby~=id_{name}_error]")
        assert all(document.get_element_by_id(each) is not None for each in told.get("aria-describedby").split())
    [height] = document.cssselect("#id_height")
    assert height.get("aria-describedby") == "id_height_helptext id_height_error"


def test_a_number_that_cannot_be_is_told_which_can(
    admin: Client, conference: ConferencePage, news: ArticleIndexPage
) -> None:
    for height in ("abc", "3001", "1.5"):
        found = errors(asked(admin, conference, system="html", height=height))
        assert found["height"] == "Skriv ett heltal från 200 till 3000."
        assert found[""] == "Något behöver rättas. Vad det är står vid frågan här nedanför."
    assert errors(asked(admin, news, system="html", limit="51"))["limit"] == "Skriv ett heltal från 1 till 50."


def test_what_is_over_is_not_subscribed_to(
    admin: Client, conference: ConferencePage, session: SessionPage, settings: Any
) -> None:
    settings.DVB_WAGTAIL_NOW = "2020-12-09T23:59"
    assert list(offered(asked(admin, conference), "what")) == ["programme", "subscribe"]
    settings.DVB_WAGTAIL_NOW = "2020-12-10T00:00"
    assert offered(asked(admin, conference), "what") == {}
    assert "calendar" not in offered(asked(admin, conference), "system")
    assert copies(asked(admin, conference, system="html"))
    for query, name in (({"system": "html", "what": "subscribe"}, "what"), ({"system": "calendar"}, "system")):
        document = asked(admin, conference, **query)
        assert errors(document)[name].startswith("Det du delar är över")
        assert copies(document) == {}


def test_a_session_can_be_put_into_a_calendar_until_it_has_ended(
    admin: Client, session: SessionPage, settings: Any
) -> None:
    day = session.day.isoformat()
    settings.DVB_WAGTAIL_NOW = f"{day}T15:59"
    assert "calendar" in offered(asked(admin, session), "system")
    settings.DVB_WAGTAIL_NOW = f"{day}T16:00"
    assert "calendar" not in offered(asked(admin, session), "system")


def test_an_error_opens_what_it_stands_in(admin: Client, conference: ConferencePage) -> None:
    for query in ({"track": "nope"}, {"height": "abc"}):
        document = asked(admin, conference, system="html", **query)
        [opened] = document.cssselect("details[open]")
        assert opened.cssselect(".error-message")


def test_parameters_of_others_are_left_alone(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference, system="html", utm_source="mejl", speaker="anna")
    assert preview(document).get("src") == PROGRAMME


def test_more_than_an_address_can_hold_is_refused(admin: Client, conference: ConferencePage) -> None:
    tracks = [("track", {"name": f"Ett spår som har ett mycket långt namn, nummer {number}"}) for number in range(6)]
    conference.tracks = tracks
    conference.save_revision().publish()
    conference.refresh_from_db()
    codes = [str(track.value["code"]) for track in conference.tracks]
    for code in codes:
        make_session(conference, code, track=code)
    for system in ("html", "calendar", "municipio"):
        document = asked(admin, conference, system=system, track=codes)
        assert errors(document).keys() == {""}
        assert copies(document) == {}
        assert sorted(answered(document, "track")) == sorted(codes)
    assert copies(asked(admin, conference, system="html", track=codes[:1]))


def test_a_query_of_thousands_of_fields_is_a_bad_request(admin: Client, conference: ConferencePage) -> None:
    query = {"system": "html", "track": ["x"] * 2000}
    assert admin.get(reverse("dvb_embed", args=[conference.pk]), query).status_code == 400
