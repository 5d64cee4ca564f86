"""A Swedish and English Wagtail site on SQLite with both apps installed: what most tests run on."""

from __future__ import annotations

import os
from tempfile import gettempdir
from typing import Any

from dvb_wagtail.compat import HAS_API_V3

SECRET_KEY = "only for tests"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "tests.urls"

INSTALLED_APPS = [
    "dvb_wagtail",
    "dvb_wagtail.pages",
    "tests.apps.joined",
    "wagtail.contrib.redirects",
    "wagtail.contrib.simple_translation",
    "wagtail.locales",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.embeds",
    "wagtail.search",
    "wagtail.api.v2",
    *(["wagtail.api.v3"] if HAS_API_V3 else []),
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ":memory:",
        "OPTIONS": {
            # A transaction that first reads and then writes must not lose its turn to another one in between.
            "transaction_mode": "IMMEDIATE",
            # What is written need not survive a power cut.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF",
            "timeout": 30,
        },
        # A file: threads of a live server would share one connection to a database in memory, and SQLite then answers
        # one thread's query with another's parameters, one time in some thousand.
        "TEST": {"NAME": os.path.join(gettempdir(), f"dvb-wagtail-{os.getpid()}.sqlite3")},
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "sv"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("en", "English")]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"

STATIC_URL = "/static/"
MEDIA_URL = "/media/"
STORAGES = {
    # Pictures and documents of a test are gone with it, and no folder is left behind.
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # A cached rendition would outlive its test, and be taken for that of the next one's image.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
# Tests log in often; a slow hash would protect nothing here.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

WAGTAIL_SITE_NAME = "Testplatsen"
WAGTAILADMIN_BASE_URL = "http://localhost"

# Host name and port of each site that `tests/setups` builds; the first one is the default site.
TEST_SITES = [("dvb.example", 80)]
