"""Makes the example's content, serves the CMS that keeps it, and builds and serves a client site that shows it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from pathlib import Path
from threading import Event, Thread
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler, get_internal_wsgi_application

from dvb_wagtail.conf import conf
from dvb_wagtail.delivery import addresses
from dvb_wagtail.publication.tables import PublishedConference
from example_project import gallery, webhook
from example_project.building import ACCOUNTS, build, is_built, point_site_at
from example_project.headless.builder import Builder, BuildError, install
from example_project.headless.server import application
from example_project.management.commands.demo import HOST, point_admin_at, refuse_taken, throw_away


class Server(ThreadedWSGIServer):
    request_queue_size = 128


class Command(BaseCommand):
    help = "Serve the example as a CMS without pages, and beside it a client site that is built from it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="where the CMS is served (8000)")
        parser.add_argument("--client-port", type=int, help="where the client is served (8001)")
        parser.add_argument("--reset", action="store_true", help="throw the site away first, with all that was edited")

    def handle(self, *args: Any, **options: Any) -> None:
        if not hasattr(settings, "CLIENT_FOLDER"):
            raise CommandError("Say --settings example_project.settings_headless, or use make demo-headless.")
        cms = f"http://{HOST}:{options['port']}"
        refuse_taken(options["port"])
        point_client_at(options["client_port"])
        try:
            install()
            self.make(options["port"], reset=options["reset"])
            self.serve(cms)
        except BuildError as error:
            raise CommandError(str(error)) from error

    def make(self, port: int, *, reset: bool) -> None:
        """Make the content where it is not there, with the addresses of the client."""
        if reset:
            throw_away()
        Path(settings.MEDIA_ROOT).mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        point_site_at(HOST, port)
        if not is_built():
            self.stdout.write("Making the example's content: half a minute, the first time.")
            build(conf.now())
        call_command("dvb_publication", "flush", stdout=self.stdout)
        client = settings.CLIENT_URL.rstrip("/")
        if PublishedConference.objects.exclude(root_url=client).exists():
            call_command("dvb_publication", "rebuild", stdout=StringIO())

    def serve(self, cms: str) -> None:
        """Serve the CMS and the client until Ctrl-C, and build the client anew whenever the webhook is called."""
        client = urlsplit(settings.CLIENT_URL)
        settings.REBUILD_URL = settings.REBUILD_URL or f"{settings.CLIENT_URL}rebuild"
        settings.REBUILD_SECRET = settings.REBUILD_SECRET or secrets.token_hex()
        point_admin_at(cms)
        stop = Event()
        builder = Builder(cms, Path(settings.CLIENT_FOLDER))
        site = application(builder.folder, cms, settings.REBUILD_SECRET, builder.ask)
        with suppress(KeyboardInterrupt), serving_cms(urlsplit(cms).port or 80), builder:
            built = builder.build()
            with gallery.serve(site, str(client.hostname), client.port or 80):
                webhook.connect()
                self.stdout.write(description(cms, built))
                self.stdout.write("\nStop with Ctrl-C.")
                self.stdout.flush()
                # Looks up each second: a Ctrl-C that another thread was given would not wake this one.
                while not stop.wait(1):
                    pass


def point_client_at(port: int | None) -> None:
    """Let the client be served on another port than the settings say."""
    if port is not None:
        settings.CLIENT_URL = f"http://localhost:{port}/"
        settings.DVB_WAGTAIL_CLIENT_URLS = {"default": settings.CLIENT_URL}
        preview = {"CLIENT_URLS": {"default": f"{settings.CLIENT_URL}preview/"}}
        settings.WAGTAIL_HEADLESS_PREVIEW = settings.WAGTAIL_HEADLESS_PREVIEW | preview
    refuse_taken(urlsplit(settings.CLIENT_URL).port or 80)


@contextmanager
def serving_cms(port: int) -> Iterator[None]:
    server = Server((HOST, port), WSGIRequestHandler)
    server.set_app(StaticFilesHandler(get_internal_wsgi_application()))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="cms")
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def description(cms: str, built: str) -> str:
    """Return the addresses of both, and how to log in, as lines for a terminal."""
    lines = [
        ("client", f"{settings.CLIENT_URL} ({built}; built anew after each publish)"),
        ("admin", f"{cms}/admin/"),
    ]
    if settings.DEBUG:
        lines.append(("log in as", " or ".join(f"{name} (password {word})" for name, word in ACCOUNTS.items())))
    lines += [
        ("documents", addresses.index(root_url=cms)),
        ("API", f"{cms}/api/v2/pages/?fields=*"),
        ("built in", str(settings.CLIENT_FOLDER)),
    ]
    return "\n".join(["", "Digitala Västerbotten, headless", *(f"  {name:<10} {text}" for name, text in lines)])
