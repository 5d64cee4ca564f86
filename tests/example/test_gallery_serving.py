"""The gallery on a port of its own, beside the site that it shows."""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from wagtail.admin.utils import get_admin_base_url

from dvb_wagtail.formats.host_snippets import iframe
from example_project.gallery import application, serve
from example_project.management.commands.demo import other_site, point_admin_at
from tests.example.host_site import EMBEDS


def test_it_is_served_until_it_is_left_and_leaves_no_thread():
    before = set(threading.enumerate())
    with serve(application(lambda _options: EMBEDS)) as address:
        where = urlsplit(address)
        # Browsers open connections in advance, and say nothing on them.
        silent = socket.create_connection(("127.0.0.1", where.port))
        status, body = _fetch(address, "/policy/frame-src/")
        assert (status, iframe(EMBEDS[0]).encode() in body) == (200, True)

    with silent, pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", where.port)).close()
    assert where.hostname == "localhost"
    assert set(threading.enumerate()) <= before


def test_a_client_that_goes_away_is_not_reported(capfd):
    with serve(application(lambda _options: EMBEDS)) as address:
        client = socket.create_connection(("127.0.0.1", urlsplit(address).port))
        client.sendall(b"GET / HT")
        # No goodbye: the connection is reset.
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.close()
        assert _fetch(address, "/")[0] == 200

    assert capfd.readouterr().err == ""


def test_the_demonstration_serves_it_on_the_next_free_port_as_another_site():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1] - 1
        with other_site(port) as address:
            where = urlsplit(address)
            assert _fetch(address, "/")[0] == 200

    assert port + 1 < where.port <= port + 100
    assert (where.scheme, where.hostname) == ("http", "localhost")


def test_the_last_port_has_another_one_beside_it():
    with other_site(65535) as address:
        assert _fetch(address, "/")[0] == 200


def test_a_port_that_is_taken_or_none_is_refused_where_no_other_may_be_tried():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        for port, error in ((taken.getsockname()[1], OSError), (70_000, ValueError)):
            with pytest.raises(error), serve(application(lambda _options: EMBEDS), port=port):
                pass


def test_the_admin_is_pointed_at_where_the_site_is_served(settings):
    settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"

    point_admin_at("http://127.0.0.1:8123")

    assert get_admin_base_url() == "http://127.0.0.1:8123"


def _fetch(address: str, path: str) -> tuple[int, bytes]:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=20)
    with closing(connection):
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
