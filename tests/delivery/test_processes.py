"""Bytes that do not depend on who makes them: other processes, other hash seeds, an hour later."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from django.core.management import call_command
from django.db import connection

from tests import pages_factory as make
from tests.delivery.editing import code_of
from tests.delivery.reading import NEWS, PROGRAMME

ROOT = Path(__file__).resolve().parent.parent.parent

LATER = '''
import datetime, time

class _Kind(type):
    def __instancecheck__(cls, value):
        return isinstance(value, datetime_of_python)

class Later(datetime.datetime, metaclass=_Kind):
    """The clock of a machine that is so many seconds ahead."""
    @classmethod
    def now(cls, tz=None):
        return datetime_of_python.now(tz) + datetime.timedelta(seconds=SECONDS)

datetime_of_python = datetime.datetime
if SECONDS:
    datetime.datetime = Later
    seconds, time.time = time.time, lambda: seconds() + SECONDS
'''

ASK = """
import base64, json, sys
import django
django.setup()
from django.test import Client
answers = {}
for address in json.loads(sys.argv[1]):
    for encoding in ("", "gzip"):
        response = Client().get(f"/dvb/v1/{address}", headers={"Accept-Encoding": encoding})
        body = base64.b64encode(response.content).decode()
        answers[f"{address} {encoding}"] = [response.status_code, dict(response.items()), body]
from django.utils import timezone
json.dump({"answers": answers, "hour": timezone.now().timestamp()}, sys.stdout)
"""


@pytest.fixture
def published(transactional_db):
    """What is published in a database that other processes can read."""
    home = make.make_site().root_page
    venue = {"name": "Kulturhuset", "rooms": [{"name": "Sal A"}]}
    conference = make.make_conference(home, venues=[("venue", venue)])
    session = make.make_session(conference, "Öppning", room="sal-a", themes=["b", "a"])
    make.make_appearance(session, name="Anna Andersson")
    make.make_article(make.make_news(home), tags=("Program", "AI", "Etik"), lead="Två dagar.")
    return [
        PROGRAMME,
        PROGRAMME.replace("/sv/", "/en/") + "?room=sal-a&kind=lecture&place=onsite",
        f"conferences/dv2020/sv/sessions/{code_of(session)}.ics",
        NEWS,
        NEWS.replace("rss", "atom"),
        f"{NEWS}?tag=ai",
        "conferences/none/sv/programme.ics",
    ]


@pytest.fixture
def database(published, tmp_path):
    """Settings of the same project for another process."""
    there = dict(connection.settings_dict)
    if connection.vendor == "sqlite":
        there["NAME"] = str(tmp_path / "copy.sqlite3")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [there["NAME"]])
    wanted = {name: there[name] for name in ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")}
    (tmp_path / "elsewhere.py").write_text(
        f"from tests.settings.default import *\nDATABASES = {{'default': {wanted!r}}}\n", encoding="utf-8"
    )
    return tmp_path


def ask_in_another_process(folder, addresses, *, hash_seed, seconds):
    script = f"SECONDS = {seconds}\n{LATER}\n{ASK}"
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)]),
        "PYTHONHASHSEED": hash_seed,
        "DJANGO_SETTINGS_MODULE": "elsewhere",
        "TZ": "Pacific/Auckland" if seconds else "UTC",
    }
    command = [sys.executable, "-c", script, json.dumps(addresses)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_two_processes_an_hour_apart_give_the_same_bytes(published, database):
    one = ask_in_another_process(database, published, hash_seed="1", seconds=0)
    other = ask_in_another_process(database, published, hash_seed="2", seconds=3600)
    assert other["hour"] - one["hour"] >= 3600
    assert [answer[0] for answer in one["answers"].values()] == [200] * 12 + [404] * 2
    assert other["answers"] == one["answers"]


def test_an_index_made_anew_from_the_same_pages_gives_the_same_bytes(published, client):
    before = [client.get(f"/dvb/v1/{address}") for address in published]
    call_command("dvb_publication", "rebuild", verbosity=0)
    after = [client.get(f"/dvb/v1/{address}") for address in published]
    assert [(each.content, dict(each.items())) for each in after] == [
        (each.content, dict(each.items())) for each in before
    ]


def test_over_a_real_server(published, live_server):
    address = f"{live_server.url}/dvb/v1/{PROGRAMME}"

    def ask(method="GET", **headers):
        request = Request(address, method=method, headers={"Host": "dvb.example", **headers})  # noqa: S310
        with urlopen(request) as response:  # noqa: S310
            return response.status, dict(response.headers), response.read()

    status, headers, body = ask()
    assert (status, body[:15], int(headers["Content-Length"])) == (200, b"BEGIN:VCALENDAR", len(body))
    status, asked, nothing = ask("HEAD")
    assert (status, nothing, asked["ETag"], asked["Content-Length"]) == (200, b"", headers["ETag"], str(len(body)))
    status, preflight, nothing = ask("OPTIONS")
    assert (status, nothing, preflight["Access-Control-Allow-Methods"]) == (204, b"", "GET, HEAD, OPTIONS")
