"""What is published at an address that programs can reach, and a home of their own for the programs that read it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from django.test.testcases import QuietWSGIRequestHandler
from wagtail.models import Page

from dvb_wagtail.core.vocabulary import Attendance, Kind, SessionStatus
from dvb_wagtail.pages.models import ConferencePage
from tests import pages_factory as make

SECONDS = 60
"""No program may take longer; each takes a few seconds on a busy machine."""

FIRST_DAY, LAST_DAY = make.FIRST_DAY, make.LAST_DAY


@dataclass(frozen=True)
class Desk:
    """A computer of somebody who reads what we publish: an empty home, and the clock of a zone."""

    home: Path

    def run(self, *command: str, zone: str = "Europe/Stockholm") -> str:
        """Run a program to its end and return what it printed; skip the test where the program is not installed."""
        program = shutil.which(command[0])
        if program is None:
            pytest.skip(f"{command[0]} is not installed")
        done = subprocess.run(
            [program, *command[1:]],
            env={"HOME": str(self.home), "PATH": os.environ["PATH"], "TZ": zone, "LANG": "C.UTF-8", "TERM": "xterm"},
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    def write(self, name: str, text: str) -> Path:
        """Write a file under the home and return where it is."""
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[int]]:
    """Return a function that waits for so many lines in the live server's log; it gives the statuses of the answers."""
    log: Queue[int] = Queue()

    def keep(_handler: Any, _form: str, _request: str, status: str, _size: str) -> None:
        log.put(int(status))

    monkeypatch.setattr(QuietWSGIRequestHandler, "log_message", keep)
    return lambda count: [log.get(timeout=SECONDS) for _line in range(count)]


@pytest.fixture
def home(transactional_db: None, live_server: Any) -> Page:
    """The front page of the site that the live server serves."""
    return make.make_site(live_server.thread.host, live_server.thread.port).root_page


@pytest.fixture
def conference(home: Page) -> ConferencePage:
    """The edition of 2020, lunch to lunch: parallel seminars, one past midnight, one cancelled, one without times."""
    venue = {"name": "Kulturhuset", "address": "Storgatan 1", "rooms": [{"name": "Sal A"}, {"name": "Sal B"}]}
    edition = make.make_conference(
        home,
        title="Digitala Västerbotten 2020",
        start_time=time(12),
        end_time=time(13),
        attendance=Attendance.MIXED,
        tracks=[("track", {"name": "Politiskt ledarskap i transformation"})],
        venues=[("venue", venue)],
    )
    track = "politiskt-ledarskap-i-transformation"
    sessions: list[tuple[str, date, time | None, time | None, dict[str, Any]]] = [
        ("Registrering och lunch", FIRST_DAY, time(12), time(13), {"kind": Kind.LUNCH}),
        ("Öppning: vår framgång", FIRST_DAY, time(13), time(13, 20), {"kind": Kind.OPENING}),
        ("Mingel; musik, dans", FIRST_DAY, time(22, 30), time(0, 30), {"kind": Kind.MINGLE}),
        ("Leda politiskt", LAST_DAY, time(8, 30), time(10), {"kind": Kind.SEMINAR, "room": "sal-a", "track": track}),
        ("AI och etik", LAST_DAY, time(8, 30), time(9, 45), {"kind": Kind.SEMINAR, "room": "sal-b"}),
        (
            "Panel om framtiden",
            LAST_DAY,
            time(10, 30),
            time(11, 30),
            {"kind": Kind.PANEL, "status": SessionStatus.CANCELLED, "status_reason": "Moderatorn är sjuk"},
        ),
        ("Visning av kulturhuset", LAST_DAY, None, None, {"kind": Kind.OTHER}),
    ]
    for title, day, start, end, more in sessions:
        make.make_session(edition, title, day=day, start=start, end=end, **more)
    return edition


@pytest.fixture
def programme(conference: ConferencePage, live_server: Any) -> str:
    """The address of the calendar."""
    return f"{live_server.url}/dvb/v1/conferences/{conference.acronym}/sv/programme.ics"
