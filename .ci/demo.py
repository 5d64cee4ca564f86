"""Start `make demo` twice, as somebody does who tries the package, and look at what it serves, on both its sites.

The second start must find the site made.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

from icalendar import Calendar
from lxml import etree


@contextmanager
def demo() -> Iterator[str]:
    """Run `make demo` on a free port; give what it printed when it serves, end it afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        ["make", "demo", f"PORT={port}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert server.stdout
    try:
        printed = ""
        while "Ctrl-C" not in printed:
            line = server.stdout.readline()
            if not line:
                sys.exit(f"make demo stopped before it served:\n{printed}")
            printed += line
        yield printed
    finally:
        # make and what it started are a process group of their own.
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def fetch(address: str) -> bytes:
    for _ in range(40):
        try:
            with urlopen(address) as response:
                return bytes(response.read())
        except URLError:  # between what it prints and the first answer
            time.sleep(0.25)
    sys.exit(f"{address} does not answer")


with demo() as printed:
    site, calendar, rss = (
        re.search(pattern, printed)[0]  # type: ignore[index]
        for pattern in (r"http://\S+?/(?= )", r"http://\S+/programme\.ics", r"http://\S+\.rss")
    )
    assert b"Digitala V\xc3\xa4sterbotten" in fetch(site)
    sessions = len(Calendar.from_ical(fetch(calendar)).walk("VEVENT")) - 1
    articles = len(etree.fromstring(fetch(rss)).findall("channel/item"))
    assert sessions >= 20, f"{sessions} sessions in {calendar}"
    assert articles >= 6, f"{articles} articles in {rss}"
    other = re.search(r"on another site +(http://localhost:\d+)/", printed)[1]  # type: ignore[index]
    pages = re.findall(r'<li><a href="(/[^"]+)"', fetch(f"{other}/").decode())
    frame = f'<iframe src="{site}dvb/v1/embed/conferences/'
    shown = [page for page in pages if frame in fetch(other + page).decode()]
    assert "/policy/frame-src/" in shown, f"no frames of {site} in {other}: {pages}"
    print(f"make demo serves {sessions} sessions and {articles} articles, and {len(shown)} pages of another site")

start = time.monotonic()
with demo() as printed:
    assert "Making" not in printed, "the second start made the site anew"
print(f"and again after {time.monotonic() - start:.1f} s")
