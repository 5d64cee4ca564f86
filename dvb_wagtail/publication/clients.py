"""Client sites: what shows the pages of a Wagtail site where Wagtail only keeps them ("headless").

The public addresses are then the client's, in every document. Which client belongs to which site is said by the setting
`DVB_WAGTAIL_CLIENT_URLS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.coreutils import get_content_languages

from dvb_wagtail.conf import LANGUAGE, conf

DEFAULT = "default"
"""The key of the client of every site that has none by its name."""


@dataclass(frozen=True, slots=True)
class Client:
    """A client site. `said` is the address of its front page, or one for each language, as in the settings."""

    said: str | Mapping[str, str]

    @property
    def root_url(self) -> str:
        """Return the client's scheme and host, where documents and files are: `/dvb/` and `/media/` as on the CMS."""
        parts = urlsplit(self.front(_main_language()) or next(iter(self.fronts)))
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def fronts(self) -> tuple[str, ...]:
        """Return the addresses of the front pages in every language of the site."""
        found = [self.front(language) for language in dict.fromkeys([_main_language(), *get_content_languages()])]
        others = () if isinstance(self.said, str) else self.said.values()
        return tuple(dict.fromkeys([*filter(None, found), *others]))

    def front(self, language: str) -> str:
        """Return the address of the front page in a language, with a slash at its end; "" where it has none.

        Where one address is given for all, the site's main language is there and each other one below its code.
        """
        if not isinstance(self.said, str):
            found = self.said.get(language, "")
        elif LANGUAGE in self.said:
            found = self.said.replace(LANGUAGE, language)
        else:
            below = "" if language == _main_language() or not settings.USE_I18N else f"{language}/"
            return f"{self.said.rstrip('/')}/{below}"
        return f"{found.rstrip('/')}/" if found else ""


def client_of(site: Any) -> Client | None:
    """Return the client of a Wagtail site: by host name and port, by host name, or the default one; None without."""
    clients = conf.client_urls
    for name in (f"{site.hostname}:{site.port}", site.hostname, DEFAULT):
        if name in clients:
            return Client(clients[name])
    return None


def root_url(site: Any) -> str:
    """Return the scheme and host that the public knows a Wagtail site by: its client's, or its own."""
    client = client_of(site)
    return client.root_url if client else str(site.root_url)


def own_host(host: tuple[str, int]) -> tuple[str, int | None]:
    """Return the host name and port of the Wagtail site that a request is for: a client may hand it on as its own.

    It is found by host name and port, else by the name alone if that is one site's: a proxy that ends TLS hands a
    request on to another port. The port is None where the settings name only the host.
    """
    hosts = {
        name: {_host(front) for front in Client(said).fronts}
        for name, said in conf.client_urls.items()
        if name != DEFAULT
    }
    found = [name for name, known in hosts.items() if host in known]
    if not found and host[0] not in {_named(name)[0] for name in hosts}:
        found = [name for name, known in hosts.items() if host[0] in {hostname for hostname, _port in known}]
        found = found if len(found) == 1 else []
    return _named(found[0]) if found else host


def _named(name: str) -> tuple[str, int | None]:
    """Return the host name and port of a Wagtail site that a key of the settings names."""
    hostname, _colon, port = name.partition(":")
    return hostname, int(port) if port else None


def _host(address: str) -> tuple[str, int]:
    parts = urlsplit(address)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _main_language() -> str:
    return str(settings.LANGUAGE_CODE)
