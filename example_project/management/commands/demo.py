"""Makes the example site when it is not there, says where it is, and serves it, with another site that shows it."""

from __future__ import annotations

import errno
import shutil
import socket
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.servers.basehttp import WSGIServer, get_internal_wsgi_application, run
from django.db import connection, connections

from dvb_wagtail.conf import conf
from dvb_wagtail.core.frames import FrameOptions
from dvb_wagtail.delivery import addresses
from dvb_wagtail.formats.host_snippets import Embed
from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage
from example_project import gallery
from example_project.building import ACCOUNTS, build, is_built, point_site_at
from example_project.gallery.embeds import handed_out

HOST = "127.0.0.1"
OTHER_HOST = "localhost"
"""The same machine by another name: to a browser it is another site, whatever the port."""
LAST_PORT = 65535


class Server(WSGIServer):
    request_queue_size = 128
    """Clients that may knock at once; Django's own ten are few for calendars that all ask on the hour."""


class Command(BaseCommand):
    help = "Make the example site if it is not there, and serve it. What was edited is kept until --reset."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="where to serve (8000)")
        parser.add_argument("--reset", action="store_true", help="throw the site away first, with all that was edited")
        parser.add_argument("--no-serve", action="store_true", help="only make it, for another server to serve")

    def handle(self, *args: Any, **options: Any) -> None:
        port = options["port"]
        if not options["no_serve"]:
            refuse_taken(port)
        if options["reset"]:
            throw_away()
        Path(settings.MEDIA_ROOT).mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        point_site_at(HOST, port)
        if not is_built():
            self.stdout.write("Making the example site: half a minute, the first time.")
            build(conf.now())
        # What an earlier run was stopped in the middle of.
        call_command("dvb_publication", "flush", stdout=self.stdout)
        root = f"http://{HOST}:{port}"
        if options["no_serve"]:
            self.stdout.write(description(root))
            return
        point_admin_at(root)
        with other_site(port) as other:
            self.stdout.write(description(root, other))
            self.stdout.write("\nStop with Ctrl-C.")
            serve(port)


def point_admin_at(root: str) -> None:
    """Let the links of the admin that leave it, as in its letters, lead to where the site is served."""
    settings.WAGTAILADMIN_BASE_URL = root


def other_site(port: int) -> AbstractContextManager[str]:
    """Return a context with the address of the gallery, which shows the site of `port` on the next one that is free."""

    def embeds(options: FrameOptions) -> Sequence[Embed]:
        try:
            return handed_out((HOST, port), conf.now().date(), options)
        finally:
            # It is asked in a thread that ends with its request.
            connections.close_all()

    following = port + 1 if port < LAST_PORT else 0
    return gallery.serve(gallery.application(embeds), OTHER_HOST, following, tries=100)


def serve(port: int) -> None:
    """Serve until Ctrl-C, each request in a thread of its own."""
    application = get_internal_wsgi_application()
    with suppress(KeyboardInterrupt):
        run(HOST, port, StaticFilesHandler(application), threading=True, server_cls=Server)


def refuse_taken(port: int) -> None:
    """Say so before the site is made if nothing can be served on the port. Raises CommandError."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OverflowError as error:
            raise CommandError(f"{port} is no port: choose one between 1024 and 65535.") from error
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                free = "Stop what serves there, or choose another one: make demo PORT=8010"
                raise CommandError(f"Port {port} on {HOST} is taken. {free}") from error
            raise CommandError(f"Port {port} on {HOST} cannot be used: {error.strerror}.") from error


def throw_away() -> None:
    """Delete the example's own database file and media. Raises CommandError for a database that is not its own."""
    if connection.vendor != "sqlite":
        raise CommandError("Only the example's own SQLite file is thrown away: empty this database yourself.")
    connection.close()
    file = Path(connection.settings_dict["NAME"])
    for path in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
        path.unlink(missing_ok=True)
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


def description(root: str, other: str = "") -> str:
    """Return the addresses of site, admin and feeds, and how to log in, as lines for a terminal.

    `other` is the address of the site that shows this one, if it is served.
    """
    lines = [("site", f"{root}/ and, in English, {root}/en/"), ("admin", f"{root}/admin/")]
    if settings.DEBUG:
        lines.append(("log in as", " or ".join(f"{name} (password {word})" for name, word in ACCOUNTS.items())))
    own = {"locale__language_code": settings.LANGUAGE_CODE, "live": True}
    editions = ConferencePage.objects.filter(**own, programme_released=True).order_by("end_date")
    edition = editions.filter(end_date__gte=conf.now().date()).first() or editions.last()
    if edition:
        address = addresses.programme(edition.acronym, settings.LANGUAGE_CODE, root_url=root)
        lines.append(("programme", f"{address} ({edition.title})"))
    if channel := ArticleIndexPage.objects.filter(**own).first():
        for name in ("rss", "atom"):
            address = addresses.articles(channel.key, settings.LANGUAGE_CODE, name, root_url=root)
            lines.append((f"news, {name}", address))
    lines.append(("everything", addresses.index(root_url=root)))
    lines.append(("pages, api", f"{root}/api/v2/pages/"))
    if other:
        lines.append(("on another site", f"{other}/ (frames, as other web sites show them)"))
    if settings.DVB_WAGTAIL_NOW:
        lines.append(("clock", f"stands at {settings.DVB_WAGTAIL_NOW} (DVB_NOW)"))
    return "\n".join(["", "Digitala Västerbotten", *(f"  {name:<15} {text}" for name, text in lines)])
