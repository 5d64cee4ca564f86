"""Page choosers that offer the pages of a kind, whichever class a project has made of it."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.widgets import AdminPageChooser
from wagtail.blocks import PageChooserBlock

from dvb_wagtail.models.page_types import page_models_with


class SpeakerChooser(AdminPageChooser):
    """Opens at the list of speakers (see `admin.choosers`)."""

    chooser_modal_url_name = "dvb_choose_speaker"


class SpeakerChooserBlock(PageChooserBlock):
    """Offers speakers."""

    @cached_property
    def widget(self) -> SpeakerChooser:
        return SpeakerChooser(target_models=self.target_models, can_choose_root=self.can_choose_root)

    @cached_property
    def target_models(self) -> list[Any]:
        from dvb_wagtail.models.speaker import SpeakerMixin  # the speaker's own lists are made of blocks

        return page_models_with(SpeakerMixin)


class SessionChooserBlock(PageChooserBlock):
    """Offers sessions."""

    @cached_property
    def target_models(self) -> list[Any]:
        from dvb_wagtail.models.session import SessionMixin  # the session's own lists are made of blocks

        return page_models_with(SessionMixin)
