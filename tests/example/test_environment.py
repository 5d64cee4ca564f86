from __future__ import annotations

from pathlib import Path

import pytest

from example_project.environment import cache, database

FILE = Path("demo.sqlite3")


def test_without_an_address_the_database_is_a_file_that_readers_and_writers_share():
    assert database("", FILE) == {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": FILE,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            "timeout": 20,
        },
    }


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgresql://anna:p%40ss@db.example:5433/dvb", ("dvb", "anna", "p@ss", "db.example", "5433")),
        ("postgres:///dvb", ("dvb", "", "", "", "")),
    ],
)
def test_an_address_names_a_postgresql_database(address, expected):
    settings = database(address, FILE)

    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert tuple(settings[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")) == expected


def test_another_kind_of_database_is_refused():
    with pytest.raises(ValueError, match="DATABASE_URL must look like postgresql://"):
        database("mysql://db.example/dvb", FILE)


def test_the_cache_is_the_process_or_redis():
    assert cache("") == {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    assert cache("redis://cache.example:6379/1") == {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "redis://cache.example:6379/1",
    }
