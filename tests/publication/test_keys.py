"""Acronyms and keys: each belongs to one, for ever; an edition keeps answering to the ones it had."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage
from dvb_wagtail.publication import records
from dvb_wagtail.publication.tables import KeptOut, PermanentCode, PublishedConference
from tests.publication.site import page
from tests.publication.watching import agree, changes

pytestmark = pytest.mark.usefixtures("site")

HOST = ("dvb.example", 80)


def kept_out() -> list[tuple[str, str, str]]:
    return list(KeptOut.objects.values_list("title", "reason", "detail"))


def second(acronym: str) -> ConferencePage:
    """Return a second edition, published by a script: the form would have refused its acronym."""
    first = page("DV 2021", ConferencePage)
    edition = ConferencePage(title="Dubbel", acronym=acronym, start_date=first.start_date, end_date=first.end_date)
    page("Avdelning").add_child(instance=edition)
    return edition


def test_the_second_with_an_acronym_is_kept_out_until_it_has_one_of_its_own() -> None:
    with changes():
        edition = second("dv2021")
    assert kept_out() == [("Dubbel", "code_taken", "dv2021")]
    with changes(shows={"sv conference Dubbel"}):
        edition.acronym = "dubbel"
        edition.save_revision().publish()
    assert kept_out() == []


def test_an_acronym_is_never_given_to_another() -> None:
    second("dv2021")
    with changes(hides={"sv conference DV 2021"}):
        page("DV 2021", ConferencePage).delete()
    assert kept_out() == [("Dubbel", "code_taken", "dv2021")]


def test_what_is_kept_out_and_then_unpublished_leaves_the_report() -> None:
    edition = second("dv2021")
    edition.unpublish()
    agree()
    assert kept_out() == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"acronym": ""}, ("no_code", "")),
        ({"acronym": "dv-2022"}, ("no_code", "dv-2022")),
        ({"acronym": "DV2022"}, ("no_code", "DV2022")),
        ({"start_date": None}, ("no_dates", "")),
        ({"end_date": date(2000, 1, 1)}, ("no_dates", "")),
        ({"time_zone": "Europe/Umeå"}, ("unknown_zone", "Europe/Umeå")),
    ],
    ids=lambda value: ", ".join(map(str, value)),
)
def test_an_edition_that_is_not_whole_is_kept_out_with_the_reason(
    fields: dict[str, Any], told: tuple[str, str]
) -> None:
    """The form asks for all of it; an import may not."""
    edition = second("dv2022")
    ConferencePage.objects.filter(pk=edition.pk).update(**fields)
    PermanentCode.objects.filter(identity=edition.translation_key).delete()
    PublishedConference.objects.filter(identity=edition.translation_key).delete()
    ConferencePage.objects.get(pk=edition.pk).save(clean=False)
    assert kept_out() == [("Dubbel", *told)]
    assert not PublishedConference.objects.filter(identity=edition.translation_key).exists()
    edition.save()
    assert kept_out() == []
    agree()


def test_a_former_acronym_still_answers() -> None:
    with changes():
        edition = page("DV 2021", ConferencePage)
        edition.acronym = "dv2021ny"
        edition.save_revision().publish()
    new, former = records.conference("dv2021ny", HOST), records.conference("dv2021", HOST)
    assert new is not None
    assert former is not None
    assert (new.conference.acronym, former.conference.acronym, new.pk) == ("dv2021ny", "dv2021ny", former.pk)
    assert dict(PermanentCode.objects.filter(kind="acronym").values_list("code", "current")) == {
        "dv2020": True,
        "dv2021": False,
        "dv2021ny": True,
        "other2020": True,
    }


def test_an_edition_takes_its_former_acronym_back() -> None:
    edition = page("DV 2021", ConferencePage)
    for acronym in ("dv2021ny", "dv2021"):
        edition.acronym = acronym
        edition.save_revision().publish()
        agree()
    assert PermanentCode.objects.get(kind="acronym", code="dv2021").current
    assert not PermanentCode.objects.get(kind="acronym", code="dv2021ny").current


def test_an_edition_keeps_its_acronym_when_only_its_translation_is_left() -> None:
    """The translation's own is blank."""
    assert page("DV 2020 in English", ConferencePage, "en").acronym == ""
    page("DV 2020", ConferencePage).delete()
    agree()
    found = records.conference("dv2020", HOST)
    assert found is not None
    assert (found.languages, found.conference.main_language) == (("en",), "sv")


def test_a_news_channel_with_a_taken_key_is_kept_out_with_its_articles() -> None:
    channel = ArticleIndexPage(title="Dubbla nyheter", key="nyheter")
    with changes():
        page("Avdelning").add_child(instance=channel)
        page("En plats kvar").copy(to=channel)
    assert kept_out() == [
        ("Dubbla nyheter", "code_taken", "nyheter"),
        ("En plats kvar", "no_parent", ""),
    ]
    channel.key = "fler-nyheter"
    channel.save_revision().publish()
    agree()
    assert kept_out() == []
