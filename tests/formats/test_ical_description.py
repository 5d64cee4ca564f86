from __future__ import annotations

from dvb_wagtail.core.vocabulary import ConferenceStatus, Notice, Role
from dvb_wagtail.formats.ical_description import describe_conference, describe_session
from tests.formats.factories import MODERATOR, PANELLIST, SPEAKER, SWEDISH, cancelled_session, conference, session


def test_a_session_is_told_from_its_abstract_to_its_page():
    assert describe_session(session(), SWEDISH) == (
        "Vad krävs av den som leder?\n"
        "\n"
        "Ett samtal om mod, takt och tillit.\n"
        "\n"
        "Medverkande:\n"
        "Moderator: Eva Ek, sektionschef, Sveriges Kommuner och Regioner\n"
        "Paneldeltagare: Bo Berg (S), regionråd, Region Västerbotten, Inera, via länk\n"
        "Talare: Dalia Dahl\n"
        "\n"
        "Se sändningen: https://play.example/stora-salen\n"
        "\n"
        "Mer om programpunkten: https://dvb.example/sv/dv2020/program/politiskt-ledarskap/"
    )


def test_people_of_one_role_stand_together_and_keep_the_editors_order():
    people = (SPEAKER, MODERATOR, PANELLIST, *(one for one in [SPEAKER] if one.role is Role.SPEAKER))
    told = describe_session(session(abstract="", stream="", url="", appearances=people), SWEDISH)
    assert [line.split(":")[0] for line in told.splitlines()] == [
        "Medverkande", "Talare", "Talare", "Moderator", "Paneldeltagare",
    ]  # fmt: skip


def test_the_reason_comes_first_and_no_stream_is_promised():
    told = describe_session(cancelled_session(), SWEDISH).split("\n\n")
    assert told[0] == "Orsak: Talaren är sjuk."
    assert told[-1] == "Mer om programpunkten: https://dvb.example/sv/dv2020/program/politiskt-ledarskap/"
    assert not [paragraph for paragraph in told if "play.example" in paragraph]


def test_a_stream_for_the_registered_is_told_without_an_address():
    told = describe_session(session(stream="", stream_for_registered=True), SWEDISH).split("\n\n")
    assert told[-2] == "Länken till sändningen skickas till anmälda."


def test_a_cancelled_session_promises_no_link_to_the_registered():
    told = describe_session(cancelled_session(stream="", stream_for_registered=True), SWEDISH)
    assert "anmälda" not in told


def test_what_is_not_known_leaves_no_blank():
    assert describe_session(session(abstract="", appearances=(), stream="", url=""), SWEDISH) == ""


def test_an_edition_is_told_by_theme_lead_stream_and_page():
    assert describe_conference(conference(), SWEDISH) == (
        "Det hållbara samhället i en digital tid\n"
        "\n"
        "Lunch till lunch om digitaliseringens möjligheter.\n"
        "\n"
        "Se sändningen: https://play.example/dv2020\n"
        "\n"
        "Mer om programpunkten: https://dvb.example/sv/dv2020/"
    )


def test_an_edition_that_moves_or_is_put_off_says_why():
    moved = conference(status=ConferenceStatus.MOVED_ONLINE, reason="Snöstorm.")
    postponed = conference(status=ConferenceStatus.POSTPONED, notice=Notice.POSTPONED, reason="Snöstorm.")

    assert describe_conference(moved, SWEDISH).split("\n\n")[0] == "Orsak: Snöstorm."
    assert "play.example" in describe_conference(moved, SWEDISH)
    assert describe_conference(postponed, SWEDISH).split("\n\n")[0] == "Orsak: Snöstorm."
    assert "play.example" not in describe_conference(postponed, SWEDISH)
