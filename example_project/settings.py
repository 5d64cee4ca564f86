"""The example site's settings: SQLite and one process, until the environment names more.

Read from the environment, all optional: `DVB_NOW` (the time that the site shall believe it is, such as
2020-12-08T13:30), `DVB_DATA` (the folder for database and media, this one otherwise), `DATABASE_URL` (PostgreSQL),
`REDIS_URL`, and `DJANGO_DEBUG=0` with `DJANGO_SECRET_KEY` and `DJANGO_ALLOWED_HOSTS` (with commas) for anything but a
demonstration: static files and media are then the web server's, after `collectstatic`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import django

from dvb_wagtail.compat import HAS_API_V3
from example_project.environment import cache, database

DATA = Path(os.environ.get("DVB_DATA") or Path(__file__).resolve().parent)

DEBUG = os.environ.get("DJANGO_DEBUG", "1") != "0"
SECRET_KEY = "for demonstrations only" if DEBUG else os.environ["DJANGO_SECRET_KEY"]
ALLOWED_HOSTS = [host for host in os.environ.get("DJANGO_ALLOWED_HOSTS", "127.0.0.1,localhost").split(",") if host]
ROOT_URLCONF = "example_project.urls"
WSGI_APPLICATION = "example_project.wsgi.application"

INSTALLED_APPS = [
    "example_project",
    "dvb_wagtail",
    "dvb_wagtail.pages",
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
    "example_project.security.ContentPolicyMiddleware",
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

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), DATA / "demo.sqlite3")}
CACHES = {"default": cache(os.environ.get("REDIS_URL", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "sv"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("en", "English")]
WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static_root"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "media"

LOGIN_URL = "wagtailadmin_login"
# Letters are printed where the site runs. Django 6.1 gave the setting a new name.
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
if django.VERSION < (6, 1):
    EMAIL_BACKEND = MAILERS["default"]["BACKEND"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = []

WAGTAIL_SITE_NAME = "Digitala Västerbotten"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("sv", "Svenska"), ("en", "English")]
# Nothing is asked of other sites, in the admin neither.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # addresses that can be read aloud: `talare/inga-lill-isvag`
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx", "ods", "csv"]

DVB_WAGTAIL_BASE_TEMPLATE = "example/base.html"
DVB_WAGTAIL_NOW = os.environ.get("DVB_NOW", "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # Not one line for each request: what stands in the terminal is worth reading.
    "loggers": {"django.server": {"level": "ERROR"}},
}
