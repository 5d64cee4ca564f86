from __future__ import annotations

import re

import pytest

from dvb_wagtail.core import changes, clashes, vocabulary

# Public addresses and stored records hold these values: one may be added, none renamed or taken away.
PUBLISHED = {
    vocabulary.Kind: "opening keynote lecture panel seminar workshop mingle break lunch dinner entertainment "
    "registration closing other",
    vocabulary.SessionStatus: "confirmed tentative cancelled",
    vocabulary.ConferenceStatus: "scheduled cancelled postponed moved_online",
    vocabulary.Attendance: "onsite online mixed",
    vocabulary.Role: "speaker moderator panellist host performer",
    vocabulary.StreamAccess: "public registered",
    vocabulary.RecordingStatus: "promised published",
    vocabulary.SpokenLanguage: "sv en se smj sju sma fi fit rom yi swl no da de fr es ar so uk",
    changes.ChangeKind: "new moved other_room moved_online moved_onsite speaker_replaced speaker_added "
    "speaker_removed cancelled postponed restored withdrawn",
    clashes.ClashKind: "equal_times room speaker outside_days too_long same_start",
}


@pytest.mark.parametrize("words", PUBLISHED, ids=lambda words: words.__name__)
def test_no_published_word_is_gone(words):
    assert set(PUBLISHED[words].split()) <= {word.value for word in words}


@pytest.mark.parametrize("words", PUBLISHED, ids=lambda words: words.__name__)
def test_a_word_stands_in_an_address_as_it_is(words):
    assert [word for word in words if not re.fullmatch("[a-z_]+", word)] == []
