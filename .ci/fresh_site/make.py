"""Put an existing Wagtail site on the air by the README's five steps, and look at what it then serves.

The site is what `wagtail start` makes, with a base template, an ArticlePage and an article of its own, on PostgreSQL.
Each step is read from the README: what stands there in a block of code is what is done here.

    make.py WHEEL CONSTRAINTS
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import readme
from icalendar import Calendar

HERE = Path(__file__).resolve().parent
DATABASE = f"dvb_fresh_site_{os.getpid()}"
WHEEL, CONSTRAINTS = (Path(argument).resolve() for argument in sys.argv[1:])


class Site:
    """A Wagtail project in `folder`, with a virtual environment of its own beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "site"
        self.python = folder / "venv" / "bin" / "python"
        self.environment = os.environ | {"SITE_DATABASE": DATABASE, "DJANGO_SETTINGS_MODULE": "region.settings.dev"}
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        self.folder.mkdir()

    def run(self, *arguments: object) -> str:
        """Run Python in the site; return what it printed, or stop with it."""
        done = subprocess.run(
            [self.python, *map(str, arguments)],
            cwd=self.folder,
            env=self.environment | {"PYTHONPATH": str(self.folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            sys.exit(f"{' '.join(map(str, arguments))} failed:\n{done.stdout}")
        return done.stdout

    def manage(self, *arguments: str) -> str:
        return self.run("manage.py", *arguments)

    def migrations(self) -> list[str]:
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("migrations/*.py"))

    @contextmanager
    def served(self) -> Iterator[str]:
        """Serve the site on a free port; give its address, end the server afterwards."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [self.python, "manage.py", "runserver", "--noreload", str(port)],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            address = f"http://localhost:{port}"
            for _ in range(120):
                try:
                    urlopen(address).close()
                    break
                except URLError:
                    time.sleep(0.25)
            else:
                sys.exit("runserver did not answer within 30 seconds")
            yield address
        finally:
            server.terminate()
            server.wait()


def fetch(address: str) -> str:
    with urlopen(address) as response:
        return str(response.read().decode())


def existing(folder: Path) -> Site:
    """Return a site as it is before the package comes."""
    site = Site(folder)
    site.run("-m", "pip", "install", "-qq", "--constraint", CONSTRAINTS, "wagtail", "psycopg[binary]")
    site.run("-c", "from wagtail.bin.wagtail import main; main()", "start", "region", ".")
    shutil.copytree(HERE / "overlay", site.folder, dirs_exist_ok=True)
    site.manage("makemigrations", "news")
    site.manage("migrate")
    site.run(HERE / "content_before.py")
    return site


def look(address: str) -> None:
    """Compare what the site serves with what was written in it."""
    own = fetch(f"{address}/ny-cykelvag/")
    assert "Den går längs älven." in own, "the site's own article is gone"

    page = fetch(f"{address}/digitala-dagar/2030/")
    assert 'class="region-header"' in page, "the conference does not stand in the site's own template"
    assert "Digitala dagar 2030" in page
    assert "Prenumerera" in page, "the words are not in the site's language"
    assert "/dvb/v1/conferences/dd2030/sv/programme.ics" in page, "the page does not link its calendar"

    calendar = Calendar.from_ical(fetch(f"{address}/dvb/v1/conferences/dd2030/sv/programme.ics"))
    events = [(str(event["SUMMARY"]), event["DTSTART"].dt.isoformat()) for event in calendar.walk("VEVENT")]
    assert sorted(events) == [("Digitala dagar 2030", "2030-12-03"), ("Öppning", "2030-12-03T13:00:00+01:00")], events

    assert "Anmälan är öppen" in fetch(f"{address}/dvb/v1/news/nyheter/sv/articles.rss")
    print("on the air: own pages, own template, programme.ics, articles.rss")


def main() -> None:
    folder = Path(tempfile.mkdtemp())
    subprocess.run(["createdb", DATABASE], check=True)
    try:
        site = existing(folder)
        before = site.migrations()
        readme.follow(site, WHEEL, CONSTRAINTS)
        site.manage("check", "--fail-level", "WARNING")
        site.manage("makemigrations", "--check")
        assert site.migrations() == before, "the site needed a migration of its own"
        site.run(HERE / "content_after.py")
        print(site.manage("dvb_publication", "check").strip())
        with site.served() as address:
            look(address)
    finally:
        subprocess.run(["dropdb", "--if-exists", "--force", DATABASE], check=True)
        shutil.rmtree(folder)


main()
