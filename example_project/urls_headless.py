"""The addresses of a site whose pages a client shows: the admin, the package's documents, Wagtail's API, and files."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from wagtail.admin import urls as admin_urls
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents import urls as documents_urls

from dvb_wagtail.api.views import PublicPagesAPIViewSet
from dvb_wagtail.headless import DraftsAPIViewSet

router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PublicPagesAPIViewSet)
router.register_endpoint("drafts", DraftsAPIViewSet)

urlpatterns = [
    path("admin/", include(admin_urls)),
    path("api/v2/", router.urls),
    path("documents/", include(documents_urls)),
    path("dvb/", include("dvb_wagtail.urls")),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]
