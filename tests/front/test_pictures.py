"""What a picture shows, for those who do not see it: in an editor's words, else in the picture's own."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from dvb_wagtail.pages.models import ConferencePage, SeriesPage
from dvb_wagtail.testing import publish
from tests.front.reading import only, read
from tests.front.whole_site import make_image
from tests.pages_factory import make_article, make_news, make_speaker, make_speaker_index

OWN = "Granar på ett snöfält"


@pytest.fixture(params=["", OWN], ids=["a picture that says nothing", "a picture with a description"])
def image(request: pytest.FixtureRequest, db: None) -> Any:
    picture = make_image("IMG_2041")
    picture.description = request.param
    picture.save()
    return picture


@pytest.mark.parametrize("written", ["", "Skymning vid tjärnen"])
def test_an_editors_words_go_before_those_of_the_picture_and_its_title_is_never_said(
    client: Client, series: SeriesPage, conference: ConferencePage, image: Any, written: str
) -> None:
    body = [("image", {"image": image, "alt": written, "caption": "", "credit": ""})]
    for page in (SeriesPage.objects.get(pk=series.pk), ConferencePage.objects.get(pk=conference.pk)):
        page.image, page.image_alt = image, written
        publish(page)
    series = SeriesPage.objects.get(pk=series.pk)
    speaker = make_speaker(make_speaker_index(series), portrait=image, portrait_alt=written)
    article = make_article(make_news(series), image=image, image_alt=written, body=body)
    shown = {
        only(read(client, page.url), selector).get("alt")
        for page, selector in (
            (series, ".dvb-hero-picture img"),
            (conference, ".dvb-hero-picture img"),
            (speaker, ".dvb-speaker-portrait img"),
            (article, "article > .dvb-figure img"),
            (article, ".dvb-prose img"),
        )
    }

    assert shown == {written or image.description}
