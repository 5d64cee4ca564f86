"""What can be wrong with a project's set-up, told when it starts. Ids are stable, so that a project can silence one.

Those that read the database run with `manage.py check --database default` and before `migrate`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.http.request import validate_host
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.base import Node, TokenType
from django.template.context import Context
from django.template.loader import get_template
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode
from django.urls import NoReverseMatch, Resolver404, resolve
from django.utils import translation
from wagtail.coreutils import get_content_languages

from dvb_wagtail.conf import conf

INCLUDE = 'path("dvb/", include("dvb_wagtail.urls"))'
BLOCKS = ("title", "content")
HEAD = "dvb_head"
MESSAGES = "dvb_wagtail"


# ---- addresses


@register(Tags.urls)
def check_urls(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Tell whether the package's addresses are there, found before Wagtail's, and the same in every language."""
    if not getattr(settings, "ROOT_URLCONF", None):
        return []
    from dvb_wagtail.delivery import addresses

    try:
        address = addresses.programme("abcd", "en")
    except NoReverseMatch:
        return [_error("E001", "The package's URLs are not included.", f"Add {INCLUDE} before Wagtail's own URLs.")]
    problems: list[CheckMessage] = []
    if not all(_is_ours(path) for path in (address, address[: address.index("v1/") + 3])):
        hint = f"Move {INCLUDE} up, before Wagtail's own URLs and whatever else takes every address."
        problems.append(_error("E002", "The package's URLs are included after some that take every address.", hint))
    for language in get_content_languages():
        try:
            with translation.override(language):
                fixed = addresses.programme("abcd", "en") == address
            addresses.programme("abcd", language)
        except NoReverseMatch:
            hint = "Use a code such as sv, en-gb or zh-hans in LANGUAGES and WAGTAIL_CONTENT_LANGUAGES."
            problems.append(_error("E010", f"The language code {language!r} cannot stand in an address.", hint))
            continue
        if not fixed:
            hint = f"Move {INCLUDE} out of i18n_patterns: the language is in the addresses already."
            return [*problems, _error("E009", "The package's addresses change with the visitor's language.", hint)]
    return problems


def _is_ours(path: str) -> bool:
    try:
        return "dvb_wagtail" in resolve(path).app_names
    except Resolver404:
        return False


# ---- templates


@register(Tags.templates)
def check_templates(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Tell whether the package's templates are found, and the base template is there with what they fill in."""
    try:
        get_template("dvb_wagtail/conference_page.html")
    except TemplateDoesNotExist:
        hint = "Set APP_DIRS to True in TEMPLATES, or add django.template.loaders.app_directories.Loader."
        return [_error("E011", "The package's templates are not found.", hint)]
    except TemplateSyntaxError as error:
        return [_error("E011", f"The package's templates cannot be read: {error}", "Install dvb_wagtail again.")]
    try:
        name = conf.base_template
    except ImproperlyConfigured:
        return []  # E005
    hint = "Set DVB_WAGTAIL_BASE_TEMPLATE to the template that the site's own pages extend."
    try:
        nodes = list(_nodes(get_template(name)))
    except TemplateDoesNotExist as error:
        return [_error("E004", f"The base template {name} is missing: there is no {error}.", hint)]
    except TemplateSyntaxError as error:
        return [_error("E004", f"The base template {name} cannot be read: {error}", hint)]
    blocks = {node.name for node in nodes if isinstance(node, BlockNode)}
    problems: list[CheckMessage] = [
        _error("E004", f"The base template {name} has no block {block}.", f"Add {{% block {block} %}}{{% endblock %}}.")
        for block in BLOCKS
        if nodes and block not in blocks
    ]
    if nodes and not any(_tag(node) == HEAD for node in nodes):
        hint = f"Load dvb_wagtail and add {{% {HEAD} %}} to its head: it links the stylesheet and the feeds."
        problems.append(_warning("W016", f"The base template {name} does not call {{% {HEAD} %}}.", hint))
    return problems


def _nodes(template: Any) -> Iterator[Node]:
    """Yield the nodes of a template and of those that it extends and includes by name; none if it is no Django one."""
    waiting, seen = [getattr(template, "template", None)], set()
    while waiting:
        current = waiting.pop()
        if current is None or not hasattr(current, "nodelist") or current.name in seen:
            continue
        seen.add(current.name)
        for node in current.nodelist.get_nodes_by_type(Node):
            yield node
            if isinstance(node, ExtendsNode | IncludeNode):
                other: Any = node.parent_name if isinstance(node, ExtendsNode) else node.template
                named = other.resolve(Context(), ignore_failures=True)
                if isinstance(named, str):
                    waiting.append(current.engine.get_template(named))


def _tag(node: Node) -> str:
    """Return the name of the tag that made the node, or "" if none did."""
    token = getattr(node, "token", None)
    return token.split_contents()[0] if token and token.token_type is TokenType.BLOCK else ""


# ---- settings


@register(MESSAGES)
def check_settings(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Tell which settings have the wrong type, and which of Django's the package cannot work with."""
    problems: list[CheckMessage] = []
    for read in (
        lambda: conf.base_template,
        lambda: conf.max_age,
        lambda: conf.gzip_ics,
        lambda: conf.frame_ancestors,
        lambda: conf.client_urls,
        conf.now,
    ):
        try:
            read()
        except ImproperlyConfigured as error:
            problems.append(_error("E005", str(error), "Correct it in the settings, or leave it out."))
    if not settings.USE_TZ:
        hint = "Set USE_TZ = True: the times of sessions are kept as moments."
        problems.append(_error("E013", "USE_TZ is off.", hint))
    if settings.TIME_ZONE and not _is_zone(settings.TIME_ZONE):
        hint = "Use an IANA name such as Europe/Stockholm, and install tzdata where the system has no time zones."
        problems.append(_error("E007", f"The time zone {settings.TIME_ZONE!r} in TIME_ZONE is unknown.", hint))
    if settings.TIME_ZONE == "UTC":
        hint = "Set TIME_ZONE to where your conferences take place, such as Europe/Stockholm."
        problems.append(_warning("W017", "A new conference begins with TIME_ZONE, and that is UTC.", hint))
    if not settings.USE_I18N and not settings.LANGUAGE_CODE.startswith("en"):
        hint = "Set USE_I18N = True: else Django translates nothing, and the package's words are in English."
        problems.append(_warning("W014", "USE_I18N is off and LANGUAGE_CODE is not English.", hint))
    return problems


@register(MESSAGES)
def check_static_files(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Tell whether frames on other sites load something from a third party: their web teams are told that none does."""
    from dvb_wagtail.embed.headers import static_source

    try:
        source = static_source()
    except ValueError:
        return []  # Nothing is collected yet, as before the first collectstatic.
    if source == "'self'":
        return []
    hint = "Serve static files from the site itself, or tell who shows its frames that this server is yours, too."
    return [_warning("W018", f"Frames on other sites load their style sheet and script from {source}.", hint)]


@register(MESSAGES)
def check_transactions(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Tell whether SQLite takes its write lock at the start of a transaction."""
    connection = connections["default"]
    options = connection.settings_dict.get("OPTIONS", {})
    if connection.vendor != "sqlite" or str(options.get("transaction_mode", "")).upper() == "IMMEDIATE":
        return []
    hint = 'Add "OPTIONS": {"transaction_mode": "IMMEDIATE"} to DATABASES["default"].'
    return [_warning("W006", "SQLite may refuse one of two editors who publish at the same time.", hint)]


@register(MESSAGES)
def check_formats(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Tell whether the formats that the site adds can be used."""
    from dvb_wagtail.delivery.offered import HOOK, register_formats

    try:
        register_formats()
    except (AttributeError, TypeError, ValueError) as error:
        hint = "Let the hook return a list of dvb_wagtail.formats.registry.Format, each with an address of its own."
        return [_error("E012", f"The hook {HOOK} returned a format that cannot be used: {error}", hint)]
    return []


# ---- content


@register(Tags.database)
def check_sites(app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Tell whether there is a site, under a host name that the project answers to: addresses are made from it.

    Those of a site with a client are made from the client's.
    """
    from wagtail.models import Site

    if not has_table(Site, databases):
        return []
    sites = list(Site.objects.order_by("pk"))
    if not sites:
        hint = "Make one under Settings, Sites in the admin: without it nothing is published."
        return [_warning("W003", "There is no site.", hint)]
    from dvb_wagtail.publication.clients import client_of

    try:
        linked = [site for site in sites if client_of(site) is None]
    except ImproperlyConfigured:
        linked = sites  # E005
    allowed = settings.ALLOWED_HOSTS or ([".localhost", "127.0.0.1", "[::1]"] if settings.DEBUG else [])
    hint = "Correct the host name under Settings, Sites in the admin, or add it to ALLOWED_HOSTS."
    return [
        _warning("W015", f"Documents link to {site.hostname}, which this project does not answer to.", hint)
        for site in linked
        if not validate_host(site.hostname, allowed)
    ]


@register(Tags.database)
def check_zones(app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Tell which time zones of editions are unknown, here and now: their calendars cannot be made."""
    from dvb_wagtail.publication.tables import KeptOut, PublishedConference

    if not has_table(PublishedConference, databases) or not has_table(KeptOut, databases):
        return []
    published = PublishedConference.objects.filter(gone_at=None).values_list("key", "document__time_zone")
    kept_out = KeptOut.objects.filter(reason=KeptOut.Reason.UNKNOWN_ZONE).values_list("title", "detail")
    hint = "Choose another one on the conference's page, or install a newer tzdata."
    return [
        _warning("W007", f"The time zone {zone!r} of the conference {name} is unknown.", hint)
        for name, zone in sorted({*published, *kept_out})
        if not _is_zone(zone)
    ]


def has_table(model: Any, databases: Sequence[str] | None) -> bool:
    """Tell whether the model's database is among those to be checked and has its table: not before `migrate`."""
    database = model.objects.db
    return database in (databases or ()) and model._meta.db_table in connections[database].introspection.table_names()


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return False
    return True


def _error(number: str, message: str, hint: str) -> CheckMessage:
    return Error(message, hint=hint, id=f"dvb_wagtail.{number}")


def _warning(number: str, message: str, hint: str) -> CheckMessage:
    return Warning(message, hint=hint, id=f"dvb_wagtail.{number}")
