"""The site that the tests of the publication index change, each of them its own copy."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

pytest.register_assert_rewrite("tests.publication.watching")

from tests.publication import site as sample  # noqa: E402
from tests.stored import put_back_as_built  # noqa: E402


@pytest.fixture
def site(transactional_db: None) -> None:
    """Put the small site in the database, as it was published. What a test does there is committed."""
    put_back_as_built(sample.build)


@pytest.fixture
def editor(site: None, client: Client) -> Client:
    """Return a browser in which an editor with all permissions is logged in."""
    client.force_login(User.objects.create_superuser("redaktör"))
    return client
