"""What a body text is written of, and an article's byline."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Heading"), max_length=200, help_text=_("A few words on what follows."))
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Heading")), ("3", _("Subheading"))],
        default="2",
        help_text=_("A subheading belongs to the heading above it."),
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "dvb_wagtail/blocks/heading.html"
        description = _("Divides a long text, so that readers find their way")
        preview_template = "dvb_wagtail/previews/body.html"
        preview_value = {"text": _("What we take with us"), "level": "2"}


class QuoteBlock(blocks.StructBlock):
    quote = blocks.TextBlock(label=_("Quote"), help_text=_("Without quotation marks: the page sets them."))
    source = blocks.CharBlock(
        label=_("Who said it"),
        required=False,
        default="",
        max_length=200,
        help_text=_("Name and title, or where it stands."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "dvb_wagtail/blocks/quote.html"
        description = _("Something that somebody said, set apart from the text")
        preview_template = "dvb_wagtail/previews/body.html"
        preview_value = {
            "quote": _("We get further when we share what we learn."),
            "source": _("A participant"),
        }


class FigureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Image"), help_text=_("From your own images."))
    alt = blocks.CharBlock(
        label=_("What the image shows"),
        required=False,
        default="",
        max_length=300,
        help_text=_("Read aloud to those who cannot see it. Where it is empty, the image's own description is."),
    )
    caption = blocks.CharBlock(
        label=_("Caption"), required=False, default="", max_length=300, help_text=_("Stands under the image.")
    )
    credit = blocks.CharBlock(
        label=_("Photo"), required=False, default="", max_length=120, help_text=_("Who took the picture.")
    )

    class Meta:
        icon = "image"
        label = _("Image")
        template = "dvb_wagtail/blocks/figure.html"
        description = _("A picture with a caption and the photographer's name")
        preview_template = "dvb_wagtail/previews/figure.html"
        preview_value = {"caption": _("Full house at the opening"), "credit": _("Name of the photographer")}


class VideoBlock(blocks.StructBlock):
    """A picture from the site's own media and a plain link: no player or frame of a third party."""

    title = blocks.CharBlock(label=_("Title"), max_length=200, help_text=_("What one will see."))
    address = blocks.URLBlock(
        label=_("Address"),
        help_text=_("Where the video is. Nothing is fetched from there until somebody follows the link."),
    )
    service = blocks.CharBlock(
        label=_("Service"), max_length=60, help_text=_("Told before one follows the link, such as YouTube.")
    )
    picture = ImageChooserBlock(
        label=_("Picture"), required=False, help_text=_("From your own images; it stands for the video.")
    )

    class Meta:
        icon = "media"
        label = _("Video")
        template = "dvb_wagtail/blocks/video.html"
        description = _("A picture and a plain link to a video elsewhere; nothing is loaded from there")
        preview_template = "dvb_wagtail/previews/body.html"
        preview_value = {
            "title": _("The whole seminar"),
            "address": "https://video.example/seminar",
            "service": "Video.example",
        }


class AttachmentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"), help_text=_("From your own documents."))
    text = blocks.CharBlock(
        label=_("Text"),
        required=False,
        default="",
        max_length=200,
        help_text=_("Leave empty to use the document's own title."),
    )

    class Meta:
        icon = "doc-full-inverse"
        label = _("Document")
        template = "dvb_wagtail/blocks/document.html"
        description = _("A file to download")
        preview_template = "dvb_wagtail/previews/attachment.html"
        preview_value = {"text": _("The slides of the lecture")}


class BodyBlock(blocks.StreamBlock):
    """The body of any page type."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(
        label=_("Text"),
        features=RICH_TEXT,
        icon="pilcrow",
        description=_("One or several paragraphs, lists and links"),
        preview_template="dvb_wagtail/previews/body.html",
        preview_value="<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit. <b>Sed do eiusmod</b> tempor.</p>",
    )
    quote = QuoteBlock()
    image = FigureBlock()
    video = VideoBlock()
    document = AttachmentBlock()


class BylineBlock(blocks.StreamBlock):
    """Who wrote the text and who took the pictures."""

    writer = blocks.CharBlock(
        label=_("Text by"),
        icon="edit",
        max_length=120,
        description=_("One who wrote the text; add one for each"),
        preview_template="dvb_wagtail/previews/writer.html",
        preview_value=_("Name of the writer"),
    )
    photographer = blocks.CharBlock(
        label=_("Photo by"),
        icon="image",
        max_length=120,
        description=_("One who took pictures; add one for each"),
        preview_template="dvb_wagtail/previews/photographer.html",
        preview_value=_("Name of the photographer"),
    )
