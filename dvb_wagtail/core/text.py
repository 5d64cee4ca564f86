"""Text from editors and files, made harmless once, where it enters the publication index.

After this no format can be broken by a title: no control character ends a line, closes a feed or turns the
reading direction round.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

import nh3

_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029\x0b\x0c]")
# C0 but tab and line feed, DEL, C1, surrogates, what XML 1.0 has no character for, BOM, and the bidi embeddings,
# overrides and isolates (Unicode TR 36: they let a title rearrange the text around it). The bidi marks U+200E and
# U+200F stay: they move nothing but the punctuation beside them, and Arabic and Yiddish need them.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_BLANK_LINES = re.compile(r"\n{3,}")
_SPACES = re.compile(r"[ \t]+")

# WHATWG URL: browsers drop these inside an address, so `java\nscript:` is one to them.
_INNER_BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[a-z0-9._-]+")
_IPV6 = re.compile(r"[0-9a-f]*:[0-9a-f:.]*")

SCHEMES = frozenset({"http", "https", "mailto", "tel", "webcal"})

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dl", "dt", "em", "figcaption",
    "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "small",
    "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "hreflang", "title"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "blockquote": {"cite"},
    "ol": {"start"},
}

_IMG = re.compile(r'<img(?: [a-z]+="[^"]*")*>')


def clean_text(text: str) -> str:
    """Return text of several lines: line ends as line feeds, no control or bidi characters, no surrogates."""
    cleaned = _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))
    return _BLANK_LINES.sub("\n\n", "\n".join(line.rstrip() for line in cleaned.split("\n"))).strip()


def clean_line(text: str) -> str:
    """Return text of one line, as for a title: as `clean_text`, with line ends and tabs as single spaces."""
    return _SPACES.sub(" ", clean_text(text).replace("\n", " ")).strip()


def clean_url(address: str, base: str = "") -> str:
    """Return an absolute address in ASCII (RFC 3986), or "" where it is none that a reader may be sent to.

    Only http, https, mailto, tel and webcal are let through, without a user name or password (they pass one host off
    as another); of a mailto only the receivers (RFC 6068's other headers write the reader's mail). `base` completes a
    relative address. What is percent-encoded stays as it is.
    """
    address = _INNER_BREAKS.sub("", _FORBIDDEN.sub("", address)).strip()
    try:
        parts = urlsplit(urljoin(base, address) if address else "")
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme == "mailto":
        return _mailto(parts.path)
    if parts.scheme == "tel":
        return _tel(parts.path)
    netloc = _host(parts)
    if parts.scheme not in SCHEMES or not netloc:
        return ""
    return urlunsplit(
        (
            parts.scheme,
            f"{netloc}:{port}" if port else netloc,
            _quoted(parts.path or "/", "/:@!$&'()*+,;="),
            _quoted(parts.query, "/:@!$&'()*+,;=?"),
            _quoted(parts.fragment, "/:@!$&'()*+,;=?"),
        )
    )


def _quoted(part: str, safe: str) -> str:
    """Percent-encode what may not stand in this part of an address, once."""
    return quote(_BARE_PERCENT.sub("%25", part), safe=safe + "%")


def _host(parts: SplitResult) -> str:
    """Return the host in ASCII as it stands in an address, or "" if it can be none."""
    host = parts.hostname or ""
    if "[" in parts.netloc:
        return f"[{host}]" if _IPV6.fullmatch(host) else ""
    try:
        name = host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return name if _HOST.fullmatch(name) else ""


def _mailto(receivers: str) -> str:
    decoded = unquote(receivers)
    return f"mailto:{_quoted(receivers, '@+,;=')}" if "@" in decoded and clean_line(decoded) == decoded else ""


def _tel(number: str) -> str:
    digits = "".join(number.split())
    return f"tel:{_quoted(digits, '+-.();=*')}" if any(map(str.isdigit, digits)) else ""


def clean_html(html: str, base: str, *, file_base: str = "", file_paths: tuple[str, ...] = ()) -> str:
    """Return HTML with a closed list of elements, every address absolute; what is not allowed is dropped.

    `base` is the absolute address of the page the HTML stands on. Files may be on another host than that: `file_base`
    is its address, and they are the pictures whose path begins at the root, and what a path below `file_paths` leads
    to. A picture whose address is not allowed goes with it.
    """

    def absolute(element: str, attribute: str, value: str) -> str | None:
        if attribute in ("href", "src", "cite"):
            is_file = value.strip().startswith("/" if element == "img" else file_paths)
            return clean_url(value, file_base if file_base and is_file else base) or None
        return value

    cleaned = nh3.clean(
        clean_text(html),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=absolute,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    # Once more, since an entity (&#x202E;) has become its character only now.
    return clean_text(_IMG.sub(lambda img: img[0] if ' src="' in img[0] else "", cleaned))


def excerpt(text: str, length: int) -> str:
    """Return at most `length` characters of one-line text, cut between words and ended by an ellipsis."""
    line = clean_line(text)
    if len(line) <= length:
        return line
    # One character more than fits, so that a word that ends just there is kept.
    words, space, _ = line[:length].rpartition(" ")
    return (words if space else line[: length - 1]).rstrip(" ,.;:\N{EN DASH}-") + "…"
