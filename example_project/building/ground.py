"""What everything else is built on: languages, accounts, media, and where the pages made so far are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page
from wagtail.users.models import UserProfile

from example_project.building.bodies import Library
from example_project.documents import pdf
from example_project.pictures.landscape import landscape
from example_project.reading import Content

ACCOUNTS = {"admin": "admin", "editor": "editor"}
"""Name and password; only where DEBUG is on, elsewhere nobody can log in until passwords are set."""


@dataclass
class Ground:
    """`pages` holds the Swedish pages by path: `2019`, `2019/middag`, `talare/siri-norrsken`; `next` for its year."""

    content: Content
    editor: Any
    english: Locale
    images: dict[str, Any] = field(default_factory=dict)
    documents: dict[str, Any] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)

    def page(self, path: str) -> Page:
        """Return the Swedish page at a path. Raises KeyError."""
        first, *rest = path.split("/")
        return self.pages["/".join([str(self.content.year) if first == "next" else first, *rest])]

    def english_page(self, path: str) -> Page:
        """Return the English page of the same identity, or the Swedish one where there is none."""
        page = self.page(path)
        return page.get_translation_or_none(self.english) or page

    @property
    def swedish_library(self) -> Library:
        return Library(self.images, self.documents, self.page)

    @property
    def english_library(self) -> Library:
        return Library(self.images, self.documents, self.english_page)


def prepare(content: Content) -> Ground:
    """Return the ground with accounts, languages, pictures and documents, and without pages."""
    ground = Ground(content, _accounts()["editor"], _english())
    for key, picture in content.table("pictures.toml").items():
        file = ContentFile(landscape(key, picture["season"], picture["front"]), name=f"{key}.jpg")
        ground.images[key] = image(picture["title"], picture["description"], file)
    for key, document in content.table("documents.toml").items():
        file = ContentFile(pdf(document["title"], document["lines"]), name=f"{key}.pdf")
        ground.documents[key] = get_document_model().objects.create(title=document["title"], file=file)
    return ground


def recall(content: Content) -> Ground:
    """Return the ground of a site that has its pages, without knowing what was made."""
    return Ground(content, _accounts()["editor"], _english())


def image(title: str, description: str, file: ContentFile) -> Any:
    """Return a stored image."""
    return get_image_model().objects.create(title=title, description=description, file=file)


def _english() -> Locale:
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    return Locale.objects.get_or_create(language_code="en")[0]


def _accounts() -> dict[str, Any]:
    """Return an account that may do everything, and one of an editor who may publish, with a Swedish admin."""
    user_model = get_user_model()
    accounts = {}
    for name, password in ACCOUNTS.items():
        account, made = user_model.objects.get_or_create(
            username=name,
            defaults={
                "email": f"{name}@dvb.example",
                "is_superuser": name == "admin",
                "is_staff": name == "admin",
            },
        )
        if made:
            account.set_password(password if settings.DEBUG else None)
            account.save()
        accounts[name] = account
    groups = Group.objects.filter(name__in=["Editors", "Moderators"])
    accounts["editor"].groups.set(groups)
    # Nobody but administrators may translate a page until a group is given the right.
    may_translate = Permission.objects.get(content_type__app_label="simple_translation", codename="submit_translation")
    for group in groups:
        group.permissions.add(may_translate)
    UserProfile.objects.update_or_create(user=accounts["editor"], defaults={"preferred_language": "sv"})
    return accounts
