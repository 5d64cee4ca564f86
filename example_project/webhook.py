"""Asks for the client site to be built anew when what it shows has changed.

`connect()` in the `ready()` of an app; the settings `REBUILD_URL` and `REBUILD_SECRET` say whom to ask.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import time
from http.client import HTTPException
from threading import Lock, Timer
from typing import Any
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from dvb_wagtail.signals import public_content_changed

DELAY = 1.0
"""Seconds in which everything that is published is one build."""
TIMEOUT = 10.0
PAUSES = (0.0, 5.0, 30.0)
"""Seconds before each attempt."""
SIGNATURE = "X-Signature-SHA256"

logger = logging.getLogger(__name__)


class NoRedirect(HTTPRedirectHandler):
    """A hook is at its address or nowhere: what is signed goes to nobody else."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


class Rebuild:
    """Asks once for whatever changes within `DELAY`, from a thread of its own: editors wait for nobody."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waits = False

    def ask(self, *_args: Any, **_kwargs: Any) -> None:
        """Ask soon. A receiver of any signal or hook; what is rolled back is not asked for."""
        transaction.on_commit(self._begin)

    def _begin(self) -> None:
        with self._lock:
            if self._waits:
                return
            self._waits = True
        # No daemon: a command that publishes ends when this has ended.
        Timer(DELAY, self._send).start()

    def _send(self) -> None:
        with self._lock:
            # What changes from here on is asked for by the next one.
            self._waits = False
        for pause in PAUSES:
            time.sleep(pause)
            try:
                return post(settings.REBUILD_URL, settings.REBUILD_SECRET)
            except (OSError, HTTPException, ValueError) as error:
                # Neither the address nor the error's own words, which may have it: it often is the secret itself.
                logger.warning("The client could not be asked to build: %s", type(error).__name__)


def post(address: str, secret: str) -> None:
    """Send a signed request. Raises OSError, HTTPException or ValueError where it is not taken."""
    body = json.dumps({"event": "public_content_changed", "time": int(time.time())}).encode()
    headers = {"Content-Type": "application/json", SIGNATURE: signature(body, secret)}
    request = Request(address, body, headers, method="POST")  # noqa: S310
    with build_opener(NoRedirect).open(request, timeout=TIMEOUT):
        pass


def signature(body: bytes, secret: str) -> str:
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


rebuild = Rebuild()


def connect() -> None:
    if not settings.REBUILD_SECRET:
        raise ImproperlyConfigured("REBUILD_URL is set, so REBUILD_SECRET must be: anyone could sign without a key.")
    public_content_changed.connect(rebuild.ask, dispatch_uid="rebuild")
    # What no document shows: the body of a session's page, a speaker in no session.
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(rebuild.ask, dispatch_uid="rebuild")
    # Who may see those, and the pictures and files in them.
    for model in (PageViewRestriction, CollectionViewRestriction, Collection, get_image_model(), get_document_model()):
        for signal in (post_save, post_delete):
            signal.connect(rebuild.ask, sender=model, dispatch_uid="rebuild")
    # Files that are put into a collection many at once: Wagtail saves none of them by itself.
    hooks.register("after_bulk_action", rebuild.ask)
