"""The example's content without pages of its own: Wagtail keeps it, and a client site shows it (`make demo-headless`).

Read from the environment, beside what `settings` reads: `DVB_CLIENT_URL`, the address of the client's front page, and
whom to ask when it is to be built anew, `DVB_REBUILD_URL` with `DVB_REBUILD_SECRET` (see `webhook`).
"""

from __future__ import annotations

import os

from example_project.environment import database
from example_project.settings import *  # noqa: F403
from example_project.settings import DATA, INSTALLED_APPS, MIDDLEWARE

ROOT_URLCONF = "example_project.urls_headless"
INSTALLED_APPS = [*INSTALLED_APPS, "wagtail_headless_preview"]
# No page is served, so that none can redirect.
MIDDLEWARE = [name for name in MIDDLEWARE if "redirects" not in name]

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), DATA / "headless.sqlite3")}
MEDIA_ROOT = DATA / "headless_media"
CLIENT_FOLDER = DATA / "headless_client"
"""Where the client is built."""

CLIENT_URL = os.environ.get("DVB_CLIENT_URL", "http://localhost:8001/").rstrip("/") + "/"
DVB_WAGTAIL_CLIENT_URLS = {"default": CLIENT_URL}
WAGTAIL_HEADLESS_PREVIEW = {
    "CLIENT_URLS": {"default": f"{CLIENT_URL}preview/"},
    "REDIRECT_ON_PREVIEW": True,
}

REBUILD_URL = os.environ.get("DVB_REBUILD_URL", "")
REBUILD_SECRET = os.environ.get("DVB_REBUILD_SECRET", "")
