"""Start the site, show its page with an address pasted into it, and say as JSON what a visitor and the database got."""

from __future__ import annotations

import json
import sys

import django
from django.core.management import call_command
from django.test import Client

if __name__ == "__main__":
    django.setup()
    call_command("migrate", verbosity=0)
    from wagtail.embeds.models import Embed

    shown = Client().get("/", {"pasted": sys.argv[1]}).content.decode()
    kept = list(Embed.objects.values("url", "type", "title", "provider_name", "width", "height"))
    ours = sorted(name for name in sys.modules if name.partition(".")[0] == "dvb_wagtail")
    print(json.dumps({"page": shown, "kept": kept, "ours": ours}))
