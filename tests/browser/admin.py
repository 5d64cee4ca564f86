"""Wagtail's admin, as an editor works in it: what one clicks and types, by the names that stand on the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect
from wagtail.models import GroupPagePermission
from wagtail.models import Page as WagtailPage

NAME, PASSWORD = "redaktör", "hemligt"
CAN = ("add_page", "change_page", "publish_page")

expect.set_options(timeout=20_000)  # milliseconds: Playwright's own five seconds are few on a busy machine


def make_editor(user_model: Any) -> Any:
    """Return somebody who may write and publish every page, and nothing else."""
    editors = Group.objects.create(name="Redaktörer")
    editors.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in CAN:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=editors, page=WagtailPage.get_first_root_node(), permission=permission)
    editor = user_model.objects.create_user(NAME, password=PASSWORD)
    editor.groups.add(editors)
    return editor


@dataclass
class Admin:
    """The admin in a window. Every step leaves a picture in the folder, numbered."""

    window: Page
    root: str
    pictures: Path
    taken: list[str] = field(default_factory=list)

    def log_in(self) -> None:
        self.window.goto(self.root + reverse("wagtailadmin_login"))
        self.window.get_by_placeholder("Ange ditt användarnamn").fill(NAME)
        self.window.get_by_placeholder("Ange lösenord").fill(PASSWORD)
        self.window.get_by_role("button", name="Logga in").click()
        self.window.wait_for_url(self.root + reverse("wagtailadmin_home"))

    def edit(self, page: WagtailPage) -> None:
        self.window.goto(self.root + reverse("wagtailadmin_pages:edit", args=[page.pk]), wait_until="networkidle")

    def create(self, kind: str, parent: WagtailPage) -> None:
        """Begin a page of a type, by its name in the list of types; there is none where one type alone belongs."""
        choose = self.root + reverse("wagtailadmin_pages:add_subpage", args=[parent.pk])
        self.window.goto(choose, wait_until="networkidle")
        if self.window.url != choose:
            expect(self.window.get_by_role("heading", name=f"Ny: {kind}").first).to_be_attached()
            return
        with self.window.expect_navigation(wait_until="networkidle"):
            self.window.get_by_role("link", name=re.compile(f"^{kind} ")).click()

    def tell_of_watching(self) -> None:
        """From now on a form says on the page when Wagtail begins to watch it, to save by itself what is changed."""
        script = "document.addEventListener('w-unsaved:watch-edits', () => document.documentElement.id = 'watched')"
        self.window.add_init_script(script)

    def wait_until_watched(self) -> None:
        """Wait until what is changed is saved by itself: Wagtail takes what was filled in before for what was there."""
        expect(self.window.locator("html#watched")).to_have_count(1)

    def tab(self, name: str) -> None:
        self.window.get_by_role("tab", name=name).click()

    def fill(self, **values: str) -> None:
        """Write in fields by their names; `themes__0__name` is the name in the first block of `themes`."""
        for name, value in values.items():
            at = self.at(name)
            if at.evaluate("field => field.tagName") == "SELECT":
                at.select_option(label=value)
            else:
                at.fill(value)
                at.press("Tab")

    def at(self, name: str) -> Locator:
        first, *rest = name.split("__")
        path = [first, *(f"{part}-value" if part.isdigit() else part for part in rest)]
        return self.window.locator(f"[name='{'-'.join(path)}']")

    def choices(self, name: str) -> list[str]:
        """Return what a field offers: the options of a list, the labels of boxes to tick."""
        offered = self.window.locator(f"select[name='{name}'] option, #id_{name} label")
        return [text.strip() for text in offered.all_inner_texts()]

    def add_block(self, path: str) -> None:
        """Add a block to the end of a list of blocks by its name, such as `venues` or `venues-0-value-rooms`."""
        blocks = self.window.locator(f"[name='{path}-count'] ~ div").first
        blocks.locator("> button.c-sf-add-button, > div > button.c-sf-add-button").last.click()

    def publish(self) -> None:
        """Publish; the page was accepted."""
        self.try_to_publish()
        expect(self.window.locator(".messages .success")).to_contain_text("publicerad")

    def try_to_publish(self) -> None:
        self.picture("before publishing")
        self.window.get_by_role("button", name="Fler åtgärder").last.click()
        with self.window.expect_navigation(wait_until="networkidle"):
            self.window.get_by_role("button", name="Publicera", exact=True).last.click()
        self.picture("after publishing")

    def complaints(self) -> dict[str, str]:
        """Return what is said to be wrong, by the names of the fields that are marked."""
        marked = self.window.locator("[aria-invalid=true]").all()
        fields = {field.get_attribute("name") or "": field for field in marked}
        path = "xpath=ancestor::*[@data-field-wrapper]//*[@data-field-errors]//*[contains(@class, 'error-message')]"
        return {name: field.locator(path).first.inner_text().strip() for name, field in fields.items()}

    def save_draft(self) -> None:
        self.picture("before saving")
        with self.window.expect_navigation(wait_until="networkidle"):
            self.window.get_by_role("button", name="Spara utkast").click()
        expect(self.window.locator(".messages .success")).to_be_visible()
        self.picture("after saving")

    def make_private(self) -> None:
        """Let only those who are logged in see the page."""
        self.window.get_by_role("button", name="Växla status").click()
        self.window.get_by_role("button", name="Ändra sekretess").first.click()
        self.window.get_by_label("inloggade").check()
        self.picture("privacy")
        self.window.get_by_role("button", name="Spara", exact=True).click()
        expect(self.window.get_by_text("Ej publikt synlig")).to_be_visible()
        self.picture("private")

    def picture(self, name: str) -> None:
        self.taken.append(name)
        self.window.screenshot(path=self.pictures / f"{len(self.taken):02} {name}.png")
