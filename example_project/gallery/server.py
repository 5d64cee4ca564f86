"""Serves an application in threads of its own, beside whatever else the process does."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer
from wsgiref.types import WSGIApplication


class Handler(WSGIRequestHandler):
    timeout = 2
    """Seconds until a connection is closed that says nothing: browsers open some in advance."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal belongs to somebody else."""


class Server(ThreadingMixIn, WSGIServer):
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that went away in the middle."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


@contextmanager
def serve(application: WSGIApplication, host: str = "localhost", port: int = 0, tries: int = 1) -> Iterator[str]:
    """Serve on the first free port from `port` on, of `tries` many, or on any one if that is 0; yield the address.

    It has no slash at its end. Afterwards all threads have ended. Raises OSError where no port is free.
    """
    server = _bind(host, port, tries)
    server.set_app(application)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="gallery")
    thread.start()
    try:
        yield f"http://{host}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _bind(host: str, port: int, tries: int) -> Server:
    last = min(port + tries - 1, 65535)
    for number in range(port, last + 1):
        try:
            return Server((host, number), Handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or number == last:
                raise
    raise ValueError(f"{port} is no port, or {tries} no number of tries")
