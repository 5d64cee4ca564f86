"""What the machine says about database and cache, as addresses in environment variables."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def database(address: str, sqlite_file: Path) -> dict[str, Any]:
    """Return Django's settings for `postgresql://user:password@host:port/name`, or for a SQLite file without one.

    Raises ValueError for any other kind of address.
    """
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": sqlite_file,
            "OPTIONS": {
                # Takes the write lock at the start of a transaction: one that reads first cannot lose it to another.
                "transaction_mode": "IMMEDIATE",
                # Readers go on while somebody publishes.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
                "timeout": 20,
            },
        }
    parts = urlsplit(address)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError("DATABASE_URL must look like postgresql://user:password@host:5432/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


def cache(address: str) -> dict[str, Any]:
    """Return Django's settings for `redis://host:port/number`, or for the process's own memory without one."""
    if address:
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": address}
    return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
