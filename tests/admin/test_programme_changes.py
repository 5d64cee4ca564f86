"""The list "Programme changes": what will be said, when, and what an editor can do about it at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser
import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html
from wagtail.models import GroupPagePermission, Page, PageViewRestriction

from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.publication.tables import ProgrammeChange
from dvb_wagtail.testing import publish
from tests.pages_factory import make_conference, make_session, make_site, make_translation
from tests.stored import put_back_as_built

pytestmark = pytest.mark.django_db

NOON = datetime(2020, 11, 2, 12, tzinfo=UTC)
QUIET = timedelta(minutes=10)
FEED = "/dvb/v1/conferences/dv2020/sv/changes.rss"


@pytest.fixture
def clock(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Set the time for those who publish and for those who read."""

    def at(moment: datetime) -> None:
        settings.DVB_WAGTAIL_NOW = moment.isoformat()
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return at


@pytest.fixture
def site(request: pytest.FixtureRequest, clock: Any, db: None) -> None:
    """Put in the database what the test asks for, and set the clock to noon of the day after."""
    parts = {"conference": build_conference, "session": build_session}
    if wanted := [build for name, build in parts.items() if name in request.fixturenames]:
        clock(NOON - timedelta(days=1))
        put_back_as_built(*wanted)
    clock(NOON)


def build_conference() -> None:
    venue = {"name": "Kulturhuset", "rooms": [{"name": "Sal A"}, {"name": "Sal B"}]}
    page = make_conference(make_site("testserver").root_page, title="Årets konferens", venues=[("venue", venue)])
    page.programme_released = True
    make_translation(publish(page), title="This year's conference")


def build_session() -> None:
    conference = ConferencePage.objects.get(title="Årets konferens")
    make_translation(make_session(conference, "Tillit", room="sal-a"), title="Trust")
    ProgrammeChange.objects.all().delete()


@pytest.fixture
def conference(site: None) -> ConferencePage:
    """A programme in two languages that was released the day before."""
    return ConferencePage.objects.get(title="Årets konferens")


@pytest.fixture
def session(conference: ConferencePage) -> SessionPage:
    return SessionPage.objects.get(title="Tillit")


@pytest.fixture
def admin(client: Client, site: None) -> Client:
    client.force_login(User.objects.create_superuser("chef"))
    return client


def move(session: SessionPage, **fields: Any) -> ProgrammeChange:
    """Move a session, to Sal B unless told otherwise, and return its newest change."""
    session = SessionPage.objects.get(pk=session.pk)
    for name, value in (fields or {"room": "sal-b"}).items():
        setattr(session, name, value)
    publish(session)
    return ProgrammeChange.objects.filter(identity=session.translation_key).latest("pk")


def versions(session: SessionPage) -> Any:
    """Return the pages of a session, in every language."""
    return Page.objects.filter(translation_key=session.translation_key)


def page_of(client: Client, address: str = "", **query: Any) -> html.HtmlElement:
    response = client.get(address or reverse("dvb_changes"), query)
    assert response.status_code == 200
    return html.fromstring(response.content)


def listed(client: Client, **query: Any) -> list[list[str]]:
    """Return the cells of the list, without its head."""
    rows = page_of(client, **query).cssselect(".listing tbody tr")
    return [[" ".join(cell.text_content().split()) for cell in row.findall("td")] for row in rows]


def act(client: Client, change: ProgrammeChange, action: str) -> Any:
    return client.post(reverse("dvb_change_action", args=[change.pk, action]), follow=True)


def told(client: Client) -> list[str]:
    return [entry.title for entry in feedparser.parse(client.get(FEED).content).entries]


# ---- what stands there


def test_what_will_be_said_in_every_language_and_when(admin: Client, session: SessionPage) -> None:
    move(session)
    [[said, conference, state, actions]] = listed(admin)
    assert said == (
        "Ny plats: Tillit Flyttat från Sal A till Sal B. "
        "När och var: tisdag 8 december 2020 kl. 13.00–14.00, Sal B, Kulturhuset. "  # noqa: RUF001
        "Another place: Trust Moved from Sal A to Sal B. "
        "When and where: Tuesday 8 December 2020 at 13:00–14:00, Sal B, Kulturhuset. "  # noqa: RUF001
        "Redigera ”Tillit”"
    )
    assert (conference, state) == ("Årets konferens", "Väntar Skickas ut 2020-11-02 13:10")
    assert actions == "Håll inne Skicka ut nu Skriv ett tillägg"
    languages = [each.get("lang") for each in page_of(admin).cssselect(".listing div[lang]")]
    assert languages == ["sv", "en"]


def test_what_was_sent_says_when_and_can_only_be_annotated(admin: Client, clock: Any, session: SessionPage) -> None:
    move(session)
    clock(NOON + QUIET)
    [[*_said, state, actions]] = listed(admin)
    assert (state, actions) == ("Utskickad 2020-11-02 13:10", "Skriv ett tillägg")


def test_of_what_is_private_nothing_will_be_said(admin: Client, session: SessionPage) -> None:
    move(session)
    for version in versions(session):
        PageViewRestriction.objects.create(page=version, restriction_type="login")
    flush()
    assert listed(admin) == [
        ["Ingenting. Redigera ”Tillit”", "Årets konferens", "Privat: ingenting sägs", ""],
    ]


def test_what_was_withdrawn_has_its_title_for_editors_alone(admin: Client, session: SessionPage) -> None:
    for version in versions(session):
        version.specific.unpublish()
    flush()
    [[said, *_rest, actions]] = listed(admin)
    assert said.startswith("Utgår: en programpunkt tisdag 8 december kl. 13.00 ")
    assert said.endswith("Redigera ”Tillit”")
    assert actions == "Håll inne Skicka ut nu"


def test_a_session_that_was_deleted_has_no_page(admin: Client, session: SessionPage) -> None:
    versions(session).delete()
    flush()
    [[said, *_rest]] = listed(admin)
    assert "Redigera" not in said


def test_the_whole_edition_is_listed_too(admin: Client, conference: ConferencePage) -> None:
    conference.status = "moved_online"
    publish(conference)
    [[said, *_rest, actions]] = listed(admin)
    assert said.startswith("Flyttat till nätet: Årets konferens Konferensen hålls bara på nätet.")
    assert said.endswith("Redigera ”Årets konferens”")
    assert "Skriv ett tillägg" in actions


def test_one_that_cannot_be_read_is_listed_without_words(admin: Client, session: SessionPage) -> None:
    ProgrammeChange.objects.filter(pk=move(session).pk).update(after={"day": "x"})
    [[said, *_rest]] = listed(admin)
    assert said == "Ingenting. Redigera ”Tillit”"


def test_the_order_and_the_filters(admin: Client, clock: Any, conference: ConferencePage, session: SessionPage) -> None:
    other = make_session(conference, "Mod")
    coming = make_conference(conference.get_parent(), "dv2021", title="Nästa")
    third = make_session(coming, "Tålamod")
    coming.programme_released = True
    publish(coming)
    ProgrammeChange.objects.all().delete()  # that one of them is new
    clock(NOON + QUIET)
    move(session)
    held = move(other, status="cancelled")
    act(admin, held, "hold")
    clock(NOON + 2 * QUIET)
    move(third)

    def titles(**query: Any) -> list[str]:
        return [str(each.text) for each in page_of(admin, **query).cssselect(".listing div[lang=sv] p:first-child")]

    assert titles() == ["Inställt: Mod", "Ny plats: Tålamod", "Ny plats: Tillit"]
    assert titles(state="held") == ["Inställt: Mod"]
    assert titles(state="waiting") == ["Ny plats: Tålamod"]
    assert titles(state="told") == ["Ny plats: Tillit"]
    assert titles(conference=str(conference.translation_key)) == ["Inställt: Mod", "Ny plats: Tillit"]
    assert titles(conference=str(coming.translation_key), state="waiting") == ["Ny plats: Tålamod"]
    empty = page_of(admin, conference=str(coming.translation_key), state="held")
    assert "Inga programändringar stämmer med filtren." in empty.text_content()


def test_an_empty_list_says_why(admin: Client, conference: ConferencePage) -> None:
    assert "Inget har ändrats sedan programmet släpptes" in page_of(admin).text_content()


def test_it_costs_the_same_however_much_is_listed(
    admin: Client, conference: ConferencePage, session: SessionPage
) -> None:
    def count() -> int:
        listed(admin)
        with CaptureQueriesContext(connection) as queries:
            listed(admin)
        return len(queries)

    move(session)
    few = count()
    for number in range(3):
        make_session(conference, f"Nr {number}")
    assert len(listed(admin)) == 4
    assert count() == few


# ---- what can be done


def test_a_change_is_held_and_released(admin: Client, clock: Any, session: SessionPage) -> None:
    change = move(session)
    page = html.fromstring(act(admin, change, "hold").content)
    assert "Hålls inne" in page.cssselect(".messages")[0].text_content()
    [[*_said, state, actions]] = listed(admin)
    assert (state, actions) == ("Hålls inne", "Släpp Skicka ut nu Skriv ett tillägg")
    clock(NOON + QUIET)
    assert told(admin) == []
    act(admin, change, "release")
    assert told(admin) == ["Ny plats: Tillit"]


def test_a_change_is_sent_and_the_feed_follows_at_once(admin: Client, session: SessionPage) -> None:
    change = move(session)
    assert told(admin) == []
    act(admin, change, "send")
    assert told(admin) == ["Ny plats: Tillit"]
    assert listed(admin)[0][2].startswith("Utskickad")


@pytest.mark.parametrize("action", ["hold", "send", "release"])
def test_who_comes_too_late_is_told(admin: Client, clock: Any, session: SessionPage, action: str) -> None:
    change = move(session)
    clock(NOON + QUIET)
    page = html.fromstring(act(admin, change, action).content)
    assert page.cssselect(".messages .warning")
    assert told(admin) == ["Ny plats: Tillit"]


def test_the_buttons_go_back_to_the_same_list(admin: Client, conference: ConferencePage, session: SessionPage) -> None:
    move(session)
    query = {"conference": str(conference.translation_key), "state": "waiting"}
    form = page_of(admin, **query).cssselect(".listing form")[0]
    fields = {each.get("name"): each.get("value") for each in form.iter("input")}
    response = admin.post(str(form.get("action")), fields)
    assert response.url == f"{reverse('dvb_changes')}?conference={conference.translation_key}&state=waiting"
    assert fields["csrfmiddlewaretoken"]


def test_buttons_are_pressed_and_nothing_else_is_known(admin: Client, session: SessionPage) -> None:
    change = move(session)
    assert admin.get(reverse("dvb_change_action", args=[change.pk, "send"])).status_code == 405
    assert act(admin, change, "forget").status_code == 404
    assert admin.post(reverse("dvb_change_action", args=[change.pk + 1, "send"])).status_code == 404


def test_a_forged_press_is_refused(session: SessionPage) -> None:
    change = move(session)
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_superuser("chef"))
    assert client.post(reverse("dvb_change_action", args=[change.pk, "send"])).status_code == 403


# ---- notes


def test_a_note_is_written_in_each_language(admin: Client, session: SessionPage) -> None:
    change = move(session)
    address = reverse("dvb_change_note", args=[change.pk])
    page = page_of(admin, address)
    labels = [" ".join(each.text_content().split()) for each in page.cssselect("label.w-field__label")]
    assert labels == ["Svenska", "Engelska"]
    response = admin.post(address, {"sv": "Kaffe väntar.", "en": "Coffee is served."}, follow=True)
    assert "Tillägget sparades." in response.content.decode()
    change.refresh_from_db()
    assert change.note == {"sv": "Kaffe väntar.", "en": "Coffee is served."}
    [[said, *_rest, actions]] = listed(admin)
    assert "Kaffe väntar." in said
    assert "Coffee is served." in said
    assert "Ändra tillägget" in actions
    assert "Kaffe väntar." in page_of(admin, address).cssselect("textarea[name=sv]")[0].text


def test_a_note_has_its_limit(admin: Client, session: SessionPage) -> None:
    change = move(session)
    response = admin.post(reverse("dvb_change_note", args=[change.pk]), {"sv": "x" * 501})
    assert response.status_code == 200
    change.refresh_from_db()
    assert change.note == {}


def test_no_note_is_kept_of_what_is_not_public(admin: Client, session: SessionPage) -> None:
    for version in versions(session):
        version.specific.unpublish()
    flush()
    change = ProgrammeChange.objects.get()
    address = reverse("dvb_change_note", args=[change.pk])
    assert "kan inget tillägg sparas" in page_of(admin, address).text_content()
    response = admin.post(address, {"sv": "Anna är sjuk"}, follow=True)
    assert "Inget sparades" in response.content.decode()
    change.refresh_from_db()
    assert change.note == {}


# ---- who, and from where


def editor_of(*pages: Page, may: str = "change_page") -> User:
    """Return somebody who may edit these pages, or do something else with them, and log in to the admin."""
    user, group = User.objects.create_user("redaktör"), Group.objects.create(name="En konferens")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    for page in pages:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=may)
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    return user


def test_editors_see_the_editions_that_they_may_edit(
    client: Client, conference: ConferencePage, session: SessionPage
) -> None:
    mine = make_conference(conference.get_parent(), "dv2021", title="Min")
    change = move(session)
    client.force_login(editor_of(mine))
    assert listed(client) == []
    assert "Årets konferens" not in page_of(client).text_content()
    for address in ("dvb_change_action", "dvb_change_note"):
        arguments = [change.pk, "send"] if address == "dvb_change_action" else [change.pk]
        assert client.post(reverse(address, args=arguments), {"sv": "Hej"}).status_code == 302
    change.refresh_from_db()
    assert (change.visible_at, change.note) == (NOON + QUIET, {})


def test_who_may_edit_one_language_of_it_may_too(
    client: Client, conference: ConferencePage, session: SessionPage
) -> None:
    move(session)
    client.force_login(editor_of(ConferencePage.objects.get(title="This year's conference")))
    assert len(listed(client)) == 1


def test_who_may_edit_no_page_does_not_see_it(client: Client) -> None:
    client.force_login(editor_of())
    assert client.get(reverse("dvb_changes")).status_code == 302


def test_the_page_of_the_conference_leads_to_its_changes(
    admin: Client, conference: ConferencePage, session: SessionPage
) -> None:
    address = f"{reverse('dvb_changes')}?conference={conference.translation_key}"

    def leads_there(page: Page, view: str) -> bool:
        found = page_of(admin, reverse(view, args=[page.pk]))
        return any(link.get("href") == address for link in found.iter("a"))

    assert leads_there(conference, "wagtailadmin_pages:edit")
    assert leads_there(conference, "wagtailadmin_explore")
    assert not leads_there(session, "wagtailadmin_pages:edit")
    assert reverse("dvb_changes") in admin.get(reverse("wagtailadmin_home")).content.decode()


def test_who_may_not_edit_the_conference_is_not_led_there(client: Client, conference: ConferencePage) -> None:
    client.force_login(editor_of(conference, may="lock_page"))
    found = page_of(client, reverse("wagtailadmin_explore", args=[conference.pk]))
    assert not any("dvb-changes/?conference" in (link.get("href") or "") for link in found.iter("a"))
