"""The example's webhook: one signed request for what is published together, and no secret in any log."""

from __future__ import annotations

import hmac
import json
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from http import HTTPStatus
from itertools import product
from queue import Empty, Queue
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from dvb_wagtail.signals import ChangedChannel, public_content_changed
from example_project import gallery, webhook
from tests.publication.site import document, image, secret, session

SECRET = "not to be told"
HOOK = "hooks-4711"
"""The path of the address to ask, which is a secret as well."""

pytestmark = pytest.mark.usefixtures("site")

Received = tuple[bytes, str]


class Builder:
    """Stands where a client is built. `answers` are its next statuses; after them it takes everything."""

    def __init__(self) -> None:
        self.received: Queue[Received] = Queue()
        self.answers: list[HTTPStatus] = []

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"] or 0))
        self.received.put((body, environ.get("HTTP_X_SIGNATURE_SHA256", "")))
        status = self.answers.pop(0) if self.answers else HTTPStatus.ACCEPTED
        start_response(f"{status.value} {status.phrase}", [("Content-Length", "0"), ("Location", "/elsewhere")])
        return [b""]

    def asked(self) -> list[Received]:
        """Wait for the first request, and for as long again as any other could come after it."""
        found = [self.received.get(timeout=10)]
        time.sleep(3 * webhook.DELAY)
        while True:
            try:
                found.append(self.received.get_nowait())
            except Empty:
                return found


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Builder]:
    monkeypatch.setattr(webhook, "DELAY", 0.2)
    monkeypatch.setattr(webhook, "PAUSES", (0.0, 0.05))
    monkeypatch.setattr(webhook, "rebuild", webhook.Rebuild())
    stand_in = Builder()
    with (
        gallery.serve(stand_in, "127.0.0.1") as address,
        override_settings(REBUILD_URL=f"{address}/{HOOK}", REBUILD_SECRET=SECRET),
    ):
        webhook.connect()
        yield stand_in
        for signal in (public_content_changed, page_published, page_unpublished, post_page_move):
            signal.disconnect(dispatch_uid="rebuild")
        models = (PageViewRestriction, CollectionViewRestriction, Collection, get_image_model(), get_document_model())
        for signal, model in product((webhook.post_save, webhook.post_delete), models):
            assert signal.disconnect(dispatch_uid="rebuild", sender=model)
        hooks._hooks["after_bulk_action"].remove((webhook.rebuild.ask, 0))


def open_collection() -> Collection:
    return Collection.objects.get(name="Öppet")


def move_below_a_private_one(collection: Collection) -> None:
    collection.save()  # as Wagtail's admin does, in the transaction of the move
    collection.move(secret(), "sorted-child")


def put_into_a_private_one(file: Any) -> None:
    file.collection = secret()
    file.save()


def tell() -> None:
    public_content_changed.send(ChangedChannel, channel=None)


def test_what_changes_within_a_moment_is_one_signed_request(builder: Builder) -> None:
    for _change in range(20):
        tell()
    ((body, signature),) = builder.asked()

    assert hmac.compare_digest(signature, hmac.new(SECRET.encode(), body, "sha256").hexdigest())
    assert json.loads(body).keys() == {"event", "time"}
    assert abs(json.loads(body)["time"] - time.time()) < 60
    assert SECRET not in body.decode()


def test_what_changes_later_is_another_request(builder: Builder) -> None:
    tell()
    assert len(builder.asked()) == 1
    tell()
    assert len(builder.asked()) == 1


def test_the_editor_does_not_wait(builder: Builder) -> None:
    start = time.monotonic()
    tell()
    assert time.monotonic() - start < webhook.DELAY
    assert len(builder.asked()) == 1


@pytest.mark.parametrize(
    "do",
    [
        lambda: session("Panel").save_revision().publish(),
        lambda: session("Panel").unpublish(),
        lambda: PageViewRestriction.objects.create(page=session("Panel"), restriction_type="login"),
        lambda: CollectionViewRestriction.objects.create(collection=open_collection(), restriction_type="login"),
        lambda: CollectionViewRestriction.objects.get(collection=secret()).delete(),
        lambda: move_below_a_private_one(open_collection()),
        lambda: put_into_a_private_one(image("Anna")),
        lambda: put_into_a_private_one(document("Bilder")),
        lambda: image("Anna").delete(),
        lambda: document("Bilder").delete(),
    ],
    ids=[
        *("published", "unpublished", "private"),
        *("collection private", "collection public", "collection moved", "image moved", "document moved"),
        *("image deleted", "document deleted"),
    ],
)
def test_what_wagtail_tells_is_asked_for_too(builder: Builder, do: Callable[[], Any]) -> None:
    public_content_changed.disconnect(dispatch_uid="rebuild")
    with transaction.atomic():  # All of it is told in one moment, however long a busy machine takes over it.
        do()
    assert len(builder.asked()) == 1


def test_files_that_are_moved_many_at_once_are_asked_for_too(builder: Builder, editor: Client) -> None:
    public_content_changed.disconnect(dispatch_uid="rebuild")
    address = reverse("wagtail_bulk_action", args=["wagtailimages", "image", "add_to_collection"])
    answer = editor.post(f"{address}?id={image('Anna').pk}", {"collection": secret().pk})

    assert (answer.status_code, image("Anna").collection) == (302, secret())
    assert len(builder.asked()) == 1


def test_what_is_rolled_back_is_not_asked_for(builder: Builder) -> None:
    with transaction.atomic():
        tell()
        transaction.set_rollback(True)
    time.sleep(2 * webhook.DELAY)
    assert builder.received.empty()


@pytest.mark.parametrize("status", [HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.FOUND])
def test_it_is_asked_again_where_it_is_not_taken_and_no_secret_is_logged(
    builder: Builder, caplog: pytest.LogCaptureFixture, status: HTTPStatus
) -> None:
    builder.answers = [status]
    with caplog.at_level(logging.DEBUG):
        tell()
        requests = builder.asked()

    assert len(requests) == 2
    assert [record.getMessage() for record in caplog.records if record.name == webhook.__name__] == [
        "The client could not be asked to build: HTTPError"
    ]
    assert HOOK not in caplog.text
    assert SECRET not in caplog.text


def test_a_site_that_would_sign_without_a_key_does_not_start(settings):
    settings.REBUILD_URL, settings.REBUILD_SECRET = "https://build.example/", ""
    with pytest.raises(ImproperlyConfigured, match="REBUILD_SECRET"):
        webhook.connect()
