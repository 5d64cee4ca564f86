"""What listeners are told: each channel whose documents changed, once, after the commit."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator
from datetime import time
from typing import Any

import pytest
from django.db import connection
from wagtail.models import PageViewRestriction, Site

from dvb_wagtail.publication import announcing
from dvb_wagtail.publication.reconcile import check, reconcile
from dvb_wagtail.publication.tables import ProgrammeChange, PublishedConference
from dvb_wagtail.signals import ChangedChannel, ChannelKind, public_content_changed
from tests.publication.site import page, session
from tests.publication.test_announcing import NOON, publish
from tests.publication.watching import at

pytestmark = pytest.mark.usefixtures("site")

EDITION, NEWS, OTHER_EDITION = ("conferences", "dv2020"), ("news", "nyheter"), ("conferences", "dv2021")


@pytest.fixture
def told(site: None) -> Generator[list[ChangedChannel]]:
    """What has been told since the test began."""
    heard: list[ChangedChannel] = []

    def listen(channel: ChangedChannel, **_kwargs: object) -> None:
        assert not connection.in_atomic_block
        heard.append(channel)

    public_content_changed.connect(listen, sender=ChangedChannel)
    yield heard
    public_content_changed.disconnect(listen, sender=ChangedChannel)


def keys(told: list[ChangedChannel]) -> list[tuple[str, str]]:
    return sorted((channel.kind, channel.key) for channel in told)


def move() -> None:
    panel = session("Panel")
    panel.start = time(12)
    panel.save_revision().publish()


@pytest.mark.parametrize(
    ("do", "channels"),
    [
        (move, [EDITION]),
        (lambda: session("Panel").unpublish(), [EDITION]),
        (lambda: session("Panel").delete(), [EDITION]),
        (lambda: PageViewRestriction.objects.create(page=session("Panel"), restriction_type="login"), [EDITION]),
        (lambda: page("Programmet är klart").unpublish(), [NEWS]),
    ],
    ids=["moved", "unpublished", "deleted", "private", "article"],
)
def test_a_channel_is_told_of_when_its_documents_change(
    told: list[ChangedChannel], do: Callable[[], Any], channels: list[tuple[str, str]]
) -> None:
    before = dict(PublishedConference.objects.values_list("key", "token"))
    do()

    assert keys(told) == channels
    renewed = {key for key, token in PublishedConference.objects.values_list("key", "token") if token != before[key]}
    assert renewed == {key for kind, key in channels if kind == "conferences"}


def test_what_is_told_of_a_channel(told: list[ChangedChannel]) -> None:
    move()
    row = PublishedConference.objects.get(key="dv2020")

    assert told == [
        ChangedChannel(
            ChannelKind.CONFERENCE, "dv2020", row.identity, "http://dvb.example", row.updated, is_public=True
        )
    ]


def test_nothing_is_told_of_what_changes_no_document(told: list[ChangedChannel]) -> None:
    panel = session("Panel")
    panel.title = "Bara ett utkast"
    panel.save_revision()
    session("Panel").save_revision().publish()
    reconcile()
    check()
    PublishedConference.objects.filter(key="dv2020").update(document={})
    check()

    assert told == []


def test_a_withdrawn_edition_is_no_longer_public(told: list[ChangedChannel]) -> None:
    page("DV 2020").unpublish()
    assert {channel.is_public for channel in told} == {True}  # in English, still
    page("DV 2020 in English", language="en").unpublish()

    assert told[-1].is_public is False


def test_another_address_is_told_of_every_channel_of_the_site(told: list[ChangedChannel]) -> None:
    site = Site.objects.get(is_default_site=True)
    site.hostname = "ny.example"
    site.save()

    assert {EDITION, OTHER_EDITION, NEWS} <= set(keys(told))
    assert len(set(keys(told))) == len(told)
    assert {channel.root_url for channel in told} == {"http://ny.example"}


def test_a_programme_change_that_an_editor_sends_is_told(told: list[ChangedChannel]) -> None:
    publish(session("Panel"), start=time(12))
    told.clear()
    with at(NOON):
        assert announcing.send(ProgrammeChange.objects.get().pk, NOON)

    assert keys(told) == [EDITION]


def test_a_listener_that_fails_stops_nobody(told: list[ChangedChannel], caplog: pytest.LogCaptureFixture) -> None:
    def fail(**_kwargs: object) -> None:
        raise ConnectionError("nobody answers")

    public_content_changed.connect(fail)
    try:
        with caplog.at_level(logging.ERROR, "django.dispatch"):
            move()
    finally:
        public_content_changed.disconnect(fail)

    assert keys(told) == [EDITION]
    assert "nobody answers" in caplog.text
