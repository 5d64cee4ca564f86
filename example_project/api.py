"""The site's content for programs: Wagtail's own APIs. A whole programme in one request is `programme.json`."""

from __future__ import annotations

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from dvb_wagtail.api.views import PublicPagesAPIViewSet
from dvb_wagtail.compat import HAS_API_V3

router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PublicPagesAPIViewSet)
router.register_endpoint("images", ImagesAPIViewSet)
router.register_endpoint("documents", DocumentsAPIViewSet)

urlpatterns = [path("v2/", router.urls)]

if HAS_API_V3:
    from wagtail.api.v3.urls import api

    from dvb_wagtail.api.preview import only_public

    only_public(api)
    urlpatterns.append(path("v3-preview/", api.urls))
