"""People and organisations that an edition, a series or a speaker lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from dvb_wagtail.models.blocks.choosers import SpeakerChooserBlock
from dvb_wagtail.models.blocks.facts import FactBlock
from dvb_wagtail.models.blocks.rules import RuledBlock
from dvb_wagtail.models.choices import host_roles


class HostBlock(RuledBlock):
    """Hosts and moderators of the whole edition."""

    speaker = SpeakerChooserBlock(
        label=_("Speaker page"), required=False, help_text=_("A person keeps one page over the years.")
    )
    name = blocks.CharBlock(
        label=_("Name"),
        required=False,
        default="",
        max_length=120,
        help_text=_("For somebody without a page; it also stands in while the page is not public."),
    )
    role = blocks.ChoiceBlock(
        label=_("Role"), choices=host_roles, default="host", help_text=_("As readers are to see it.")
    )
    title = blocks.CharBlock(
        label=_("Title and organisation"),
        required=False,
        default="",
        max_length=200,
        help_text=_("As they were that day."),
    )

    class Meta:
        icon = "user"
        label = _("Host or moderator")
        description = _("Leads the whole edition; those of a single session stand on its page")
        preview_template = "dvb_wagtail/previews/host.html"
        preview_value = {"name": _("Name of the host"), "role": "host", "title": _("Journalist")}

    def broken_rules(self, value: Mapping[str, Any]) -> dict[str, Any]:
        if value.get("speaker") or value.get("name"):
            return {}
        return {"name": _("Choose a speaker's page or write a name.")}


class ContactBlock(blocks.StructBlock):
    name = blocks.CharBlock(
        label=_("Name"), max_length=120, help_text=_("A person, or a function such as “The conference office”.")
    )
    role = blocks.CharBlock(
        label=_("Role"),
        required=False,
        default="",
        max_length=120,
        help_text=_("Such as project manager, communications."),
    )
    email = blocks.EmailBlock(
        label=_("E-mail"), required=False, help_text=_("A shared one, if there is: everybody can read it.")
    )
    phone = FactBlock(
        label=_("Telephone"), required=False, max_length=40, help_text=_("With country code, such as +46 90 12 34 56.")
    )

    class Meta:
        icon = "mail"
        label = _("Contact")
        description = _("Whom to ask; everybody can read it")
        preview_template = "dvb_wagtail/previews/contact.html"
        preview_value = {
            "name": _("The conference office"),
            "role": _("Registration"),
            "email": "office@example.com",
        }


class PartnerBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"), max_length=120, help_text=_("As readers are to see it."))
    logo = ImageChooserBlock(label=_("Logo"), required=False, help_text=_("The name is read aloud in its place."))
    address = blocks.URLBlock(
        label=_("Web address"), required=False, help_text=_("Where one reads more about the partner.")
    )
    text = blocks.TextBlock(
        label=_("Text"), required=False, default="", help_text=_("What the partner does for the conference.")
    )

    class Meta:
        icon = "dvb-partner"
        label = _("Partner")
        description = _("An organisation that makes the conference possible")
        preview_template = "dvb_wagtail/previews/partner.html"
        preview_value = {
            "name": _("The Example Region"),
            "address": "https://region.example/",
            "text": _("Organises the conference together with the municipalities."),
        }


class LinkBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Text"), max_length=120, help_text=_("Says where the link leads."))
    address = blocks.URLBlock(label=_("Address"), help_text=_("With https:// before it."))

    class Meta:
        icon = "link"
        label = _("Link")
        description = _("A page elsewhere about the person")
        preview_template = "dvb_wagtail/previews/link.html"
        preview_value = {"text": _("The municipality's page"), "address": "https://municipality.example/"}
