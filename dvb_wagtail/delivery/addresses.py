"""The addresses of documents: made here and nowhere else, so that equal selections always get the same one."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlencode

from django.urls import reverse

from dvb_wagtail.core.channel import Option
from dvb_wagtail.core.codes import ALPHABET, LENGTH
from dvb_wagtail.core.frames import FrameOptions
from dvb_wagtail.core.scope import MAX_ADDRESS, Scope


class AddressTooLong(ValueError):
    """An address that Google Calendar would silently refuse. `address` is what it would have been."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"The address has {len(address)} characters and may have {MAX_ADDRESS}: choose fewer filters. {address}"
        )
        self.address = address


def programme(
    acronym: str,
    language: str,
    scope: Scope = Scope(),  # noqa: B008
    extension: str = "ics",
    *,
    options: Collection[Option] = (),
    root_url: str = "",
    name: str = "programme",
    any_length: bool = False,
) -> str:
    """Return the address of an edition's programme, or of the selection of it that `scope` makes.

    It is a path, or absolute after `root_url` (as `https://example.org`). `name` and `extension` are those of a
    format, whose `options` are asked for. Raises AddressTooLong, and NoReverseMatch if a part of it is none that
    `urls` answers to. `any_length` is for an address that somebody has already: it is answered, though it would not
    be handed out.
    """
    asked = [option.value for option in Option if option in options]
    query = _joined(scope.query(), *asked)
    path = _path("programme", acronym=acronym, language=language, name=name, extension=extension)
    return _address(path, query, root_url, any_length=any_length)


def session(acronym: str, language: str, code: str, *, root_url: str = "") -> str:
    """Return the address of the calendar file of one session. As for `programme`."""
    return _address(_path("session", acronym=acronym, language=language, code=code), "", root_url)


def sessions(acronym: str, language: str, *, root_url: str = "") -> str:
    """Return the address of the calendar file of any session of an edition, with `{code}` for the session's code."""
    some = ALPHABET[0] * LENGTH
    before, _, after = _path("session", acronym=acronym, language=language, code=some).rpartition(some)
    return f"{root_url.rstrip('/')}{before}{{code}}{after}"


def series(
    key: str,
    language: str,
    *,
    options: Collection[Option] = (),
    root_url: str = "",
    name: str = "conferences",
    extension: str = "ics",
    any_length: bool = False,
) -> str:
    """Return the address of a document of all editions of a series. As for `programme`."""
    query = "&".join(option.value for option in Option if option in options)
    path = _path("series", key=key, language=language, name=name, extension=extension)
    return _address(path, query, root_url, any_length=any_length)


def articles(
    key: str,
    language: str,
    extension: str = "rss",
    tag: str = "",
    *,
    root_url: str = "",
    name: str = "articles",
    any_length: bool = False,
) -> str:
    """Return the address of a news channel's feed, or of those of its articles that have a tag. As for `programme`."""
    query = urlencode({"tag": tag}) if tag else ""
    path = _path("articles", key=key, language=language, name=name, extension=extension)
    return _address(path, query, root_url, any_length=any_length)


def programme_frame(
    acronym: str,
    language: str,
    scope: Scope = Scope(),  # noqa: B008
    options: FrameOptions = FrameOptions(),  # noqa: B008
    *,
    root_url: str = "",
    any_length: bool = False,
) -> str:
    """Return the address of a programme, or of a selection of it, to be shown in a frame. As for `programme`."""
    path = _path("programme_frame", acronym=acronym, language=language)
    return _address(path, _joined(scope.query(), options.query()), root_url, any_length=any_length)


def session_frame(
    acronym: str,
    language: str,
    code: str,
    options: FrameOptions = FrameOptions(),  # noqa: B008
    *,
    root_url: str = "",
    any_length: bool = False,
) -> str:
    """Return the address of one session to be shown in a frame. As for `programme`."""
    path = _path("session_frame", acronym=acronym, language=language, code=code)
    return _address(path, options.query(), root_url, any_length=any_length)


def subscribe_frame(
    acronym: str,
    language: str,
    scope: Scope = Scope(),  # noqa: B008
    options: FrameOptions = FrameOptions(),  # noqa: B008
    *,
    root_url: str = "",
    any_length: bool = False,
) -> str:
    """Return the address of the ways to subscribe to a programme, to be shown in a frame. As for `programme`."""
    path = _path("subscribe_frame", acronym=acronym, language=language)
    return _address(path, _joined(scope.query(), options.query()), root_url, any_length=any_length)


def news_frame(
    key: str,
    language: str,
    tag: str = "",
    options: FrameOptions = FrameOptions(),  # noqa: B008
    *,
    root_url: str = "",
    any_length: bool = False,
) -> str:
    """Return the address of a news channel, or of those of its articles that have a tag, to be shown in a frame."""
    path = _path("news_frame", key=key, language=language)
    query = _joined(urlencode({"tag": tag}) if tag else "", options.query())
    return _address(path, query, root_url, any_length=any_length)


def oembed(url: str = "", form: str = "", *, root_url: str = "") -> str:
    """Return the address that oEmbed consumers ask, of the page at `url` and in the form (`json` or `xml`) if given."""
    query = urlencode({name: value for name, value in (("url", url), ("format", form)) if value})
    return _address(_path("oembed"), query, root_url, any_length=True)


def host_page(language: str = "", *, root_url: str = "") -> str:
    """Return the address of the page that tells web teams of other sites what is loaded; without a language, of all."""
    path = _path("host_page_in", language=language) if language else _path("host_page")
    return _address(path, "", root_url, any_length=True)


def index(*, root_url: str = "") -> str:
    """Return the address of the catalogue of a site."""
    return _address(_path("index"), "", root_url, any_length=True)


def api_info(*, root_url: str = "") -> str:
    """Return the address that says what these addresses are together."""
    return _address(_path("api_info"), "", root_url, any_length=True)


def openapi(*, root_url: str = "") -> str:
    """Return the address of the description of all addresses."""
    return _address(_path("openapi"), "", root_url, any_length=True)


def schema(name: str, extension: str, *, root_url: str = "") -> str:
    """Return the address of the JSON Schema of the documents whose addresses end so."""
    return _address(_path("schema", name=name, extension=extension), "", root_url, any_length=True)


def _path(view: str, **parts: str) -> str:
    return reverse(f"dvb_wagtail:{view}", kwargs=parts)


def _joined(*queries: str) -> str:
    return "&".join(query for query in queries if query)


def _address(path: str, query: str, root_url: str, *, any_length: bool = False) -> str:
    address = root_url.rstrip("/") + path + (f"?{query}" if query else "")
    if len(address) > MAX_ADDRESS and not any_length:
        raise AddressTooLong(address)
    return address
