"""A site in one language, with translation switched off in Django and in Wagtail."""

from __future__ import annotations

from tests.settings.default import *  # noqa: F403
from tests.settings.default import INSTALLED_APPS, MIDDLEWARE

ROOT_URLCONF = "tests.urls_one_language"
INSTALLED_APPS = [app for app in INSTALLED_APPS if app not in ("wagtail.contrib.simple_translation", "wagtail.locales")]
MIDDLEWARE = [name for name in MIDDLEWARE if name != "django.middleware.locale.LocaleMiddleware"]

# Where Django translates nothing, the package's own words are English; with another code here, W014 says so.
LANGUAGE_CODE = "en-us"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en-us", "English")]
USE_I18N = False
WAGTAIL_I18N_ENABLED = False
