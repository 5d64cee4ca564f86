"""The site that the tests of the publication index change, each of them its own copy."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

pytest.register_assert_rewrite("tests.publication.watching")

from tests.publication import site as sample  # noqa: E402
from tests.publication.stored import Stored  # noqa: E402

_built: list[Stored] = []


@pytest.fixture
def site(transactional_db: None) -> None:
    """Put the small site in the database, as it was published. What a test does there is committed."""
    if not _built:
        sample.build()
        _built.append(Stored.now())
    _built[0].put_back()


@pytest.fixture
def editor(site: None, client: Client) -> Client:
    """Return a browser in which an editor with all permissions is logged in."""
    client.force_login(User.objects.create_superuser("redaktör"))
    return client
