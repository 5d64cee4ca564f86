"""The same site on MariaDB, found as MYSQL_HOST, MYSQL_TCP_PORT, MYSQL_USER and MYSQL_PWD say.

The driver is PyMySQL under the name that Django knows: unlike mysqlclient it needs no compiler.
"""

from __future__ import annotations

import os

import pymysql

from tests.settings.default import *  # noqa: F403

# Django asks for a version of mysqlclient, and PyMySQL names an older one than it is equal to.
pymysql.version_info = (2, 2, 7, "final", 0)
pymysql.install_as_MySQLdb()

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.mysql",
        "NAME": "dvb_wagtail",
        "HOST": os.environ.get("MYSQL_HOST", "127.0.0.1"),
        "PORT": os.environ.get("MYSQL_TCP_PORT", "3306"),
        "USER": os.environ.get("MYSQL_USER", "root"),
        "PASSWORD": os.environ.get("MYSQL_PWD", ""),
        "OPTIONS": {"charset": "utf8mb4"},
        "TEST": {"CHARSET": "utf8mb4"},
    },
}
# Of a model of Wagtail's: MariaDB has no unique constraints with conditions.
SILENCED_SYSTEM_CHECKS = ["models.W036"]
