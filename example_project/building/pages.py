"""Putting pages into the tree: live, with a first revision, as if an editor had just published them."""

from __future__ import annotations

from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from example_project.building.ground import Ground


def add(ground: Ground, parent: Page, page: Page, path: str, *, draft: bool = False) -> Page:
    """Put a Swedish page below another, as a draft or live, and remember it under its path."""
    ground.pages[path] = page
    return _put(ground, parent, page, draft=draft)


def translate(ground: Ground, page: Page, translation: Page) -> Page:
    """Put the English page of a Swedish one in its place. Without a slug it gets one from its title."""
    parent = page.get_parent()
    translation.locale, translation.translation_key = ground.english, page.translation_key
    translation.show_in_menus = page.show_in_menus
    if not translation.slug:
        slug = slugify(translation.title)
        siblings = parent.get_translation(ground.english).get_children()
        # Two coffee breaks: the second one is numbered by Wagtail.
        translation.slug = "" if siblings.filter(slug=slug).exists() else slug
    return _put(ground, parent if parent.is_root() else parent.get_translation(ground.english), translation)


def save(ground: Ground, page: Page) -> None:
    """Publish what was changed on a page."""
    page.save_revision(user=ground.editor).publish(user=ground.editor)


def _put(ground: Ground, parent: Page, page: Page, *, draft: bool = False) -> Page:
    """Store a new page with one save and a revision: publishing hundreds the long way takes a minute."""
    page.owner, page.live, page.has_unpublished_changes = ground.editor, not draft, draft
    if not draft:
        page.first_published_at = page.last_published_at = timezone.now()
    parent.add_child(instance=page)
    revision = page.save_revision(user=ground.editor, changed=False, clean=False)
    if not draft:
        Page.objects.filter(pk=page.pk).update(live_revision=revision)
        page.live_revision = revision
    return page
