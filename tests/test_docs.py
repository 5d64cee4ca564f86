"""What the documents say, held against the code: both ways where a document is to be complete."""

from __future__ import annotations

import gettext
import importlib
import inspect
import re
import tomllib
from pathlib import Path
from urllib.parse import unquote

import django
import pytest
import wagtail
from django.template.base import Node
from django.template.loader import get_template
from django.template.loader_tags import BlockNode
from django.urls import resolve
from PIL import Image

import dvb_wagtail
from dvb_wagtail import api, checks, client_checks, conf, language_checks
from dvb_wagtail.core.scope import IGNORED, Facet
from dvb_wagtail.core.vocabulary import Attendance, Kind, SpokenLanguage
from dvb_wagtail.delivery import contracts
from dvb_wagtail.delivery.offered import register_formats
from dvb_wagtail.delivery.openapi_addresses import PAGES
from dvb_wagtail.formats.registry import Subject, formats_for
from dvb_wagtail.management.commands import dvb_publication
from dvb_wagtail.pages import apps as pages_app
from dvb_wagtail.publication.erasing.plan import Verb
from dvb_wagtail.templatetags.dvb_wagtail import register as tag_library
from dvb_wagtail.urls import urlpatterns

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path(dvb_wagtail.__file__).parent
"""Not always in ROOT: the tests also run beside an installed wheel."""

DOCUMENTS = {
    path: path.read_text(encoding="utf-8") for path in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
}
IMAGES = sorted(ROOT.glob("docs/images/*"))
LARGEST = {"programme.png": 400_000}
LARGEST_OTHER = 150_000

ADDRESSES, CHECKS, PYTHON, SETTINGS, TEMPLATES = (
    DOCUMENTS[ROOT / "docs/reference" / f"{name}.md"]
    for name in ("addresses", "checks", "python", "settings", "templates")
)
GUIDE = DOCUMENTS[ROOT / "docs/how-to/redaktor.md"]

EXAMPLE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def prose(text: str) -> str:
    """Return a document without its examples."""
    return EXAMPLE.sub("", text)


def code(text: str) -> list[str]:
    """Return everything that is set as code within lines."""
    return re.findall(r"`([^`\n]+)`", text)


def rows(text: str) -> list[list[str]]:
    """Return the rows of all tables, the heads too, each as its cells."""
    lines = [line for line in text.splitlines() if line.startswith("|") and not set(line) <= set("|- ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def in_package(path: Path) -> Path:
    """Return where a file of the package is, which a document seeks beside itself."""
    inside = path.is_relative_to(ROOT / "dvb_wagtail")
    return PACKAGE / path.relative_to(ROOT / "dvb_wagtail") if inside else path


every_document = pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)


# ---- links, names, pictures


def anchors(text: str) -> set[str]:
    """Return what the headings of a document can be linked by, as GitHub makes it of them."""
    headings = re.findall(r"^#+ (.+)$", prose(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@every_document
def test_links_lead_somewhere(path):
    lost = []
    for link in LINK.findall(prose(DOCUMENTS[path])):
        file, _, anchor = unquote(link).partition("#")
        target = (path.parent / file).resolve() if file else path
        if "://" not in link and (
            not in_package(target).exists() or (anchor and anchor not in anchors(DOCUMENTS[target]))
        ):
            lost.append(link)
    assert lost == []


@every_document
def test_files_that_are_named_exist(path):
    names = [name for name in code(prose(DOCUMENTS[path])) if re.match(r"(dvb_wagtail|tests|docs|\.ci)/[\w./]+$", name)]
    folders = (ROOT, PACKAGE.parent, PACKAGE / "templates", PACKAGE / "static")
    assert [name for name in names if not any((folder / name).exists() for folder in folders)] == []


@every_document
def test_python_names_exist(path):
    lost = []
    for name in code(prose(DOCUMENTS[path])):
        if not re.fullmatch(r"dvb_wagtail(\.[A-Za-z_]\w*)+", name) or re.search(r"\.[EW]\d+$", name):
            continue
        module, _, attribute = name.rpartition(".")
        try:
            importlib.import_module(name)
        except ModuleNotFoundError:
            if not hasattr(importlib.import_module(module), attribute):
                lost.append(name)
    assert lost == []


@every_document
def test_no_folder_of_a_machine_is_named(path):
    assert re.findall(r"(?<![\w.])/(?:home|root|tmp|usr|work|Users)/\S*", DOCUMENTS[path]) == []


def test_every_picture_is_shown_and_can_be_made_anew():
    shown = {(path.parent / link).resolve() for path, text in DOCUMENTS.items() for link in LINK.findall(text)}
    script = (ROOT / "docs/screenshots/pictures.py").read_text(encoding="utf-8")
    made = {f"{name}.png" for name in re.findall(r"^@picture\ndef (\w+)", script, re.MULTILINE)}
    assert {path.name for path in IMAGES if path in shown} == {path.name for path in IMAGES} == made


@pytest.mark.parametrize("path", IMAGES, ids=name_of)
def test_a_picture_is_small(path):
    with Image.open(path) as image:
        assert (image.format, image.mode) == ("PNG", "P")
    assert path.stat().st_size <= LARGEST.get(path.name, LARGEST_OTHER)


# ---- settings, checks, commands, versions


def settings_with_defaults() -> dict[str, str]:
    """Return the default of each setting as it stands in the code."""
    source = inspect.getsource(conf)
    known = re.findall(r'_setting\("(\w+)", (None|True|False|\d+|"[^"]*"|\["[^"]*"\]|\{\})\)', source)
    assert len(known) == source.count('_setting("')
    return {f"{conf.PREFIX}{name}": default for name, default in known}


def test_every_setting_is_documented_with_its_default():
    documented = [[code(cell)[0] for cell in row[:2]] for row in rows(SETTINGS) if conf.PREFIX in row[0]]
    assert dict(documented) == settings_with_defaults()


@every_document
def test_no_other_setting_is_named(path):
    assert set(re.findall(rf"{conf.PREFIX}\w+", DOCUMENTS[path])) - settings_with_defaults().keys() == set()


def test_every_check_is_documented():
    documented = [code(row[0])[0] for row in rows(CHECKS) if "`" in row[0]]
    source = "".join(map(inspect.getsource, (checks, client_checks, language_checks, pages_app)))
    known = re.findall(r'_error\("(E\d+)"|_warning\("(W\d+)"|id="dvb_wagtail\.([EW]\d+)"', source)
    assert sorted(documented) == sorted({f"dvb_wagtail.{''.join(found)}" for found in known})


def test_every_command_is_documented():
    documented = [code(row[0])[0] for row in rows(PYTHON) if "manage.py" in row[0]]
    parser = dvb_publication.Command().create_parser("manage.py", "dvb_publication")
    (action,) = (action for action in parser._actions if action.dest == "action")
    assert documented == [f"manage.py dvb_publication {choice}" for choice in action.choices]


def test_every_argument_of_erasing_and_every_word_of_its_answer_is_documented():
    table = PYTHON[PYTHON.index("What `erase` is given") :]
    documented = [code(row[0])[0] for row in rows(table.partition("\n## ")[0]) if code(row[0])]
    parser = dvb_publication.Command().create_parser("manage.py", "dvb_publication")
    known = {action.dest: [*action.option_strings, action.dest][0] for action in parser._actions}
    assert documented == [known[name] for name in dvb_publication.ERASING]
    words = [code(row[0])[0] for row in rows(DOCUMENTS[ROOT / "docs/how-to/erase-a-person.md"]) if code(row[0])]
    assert words == list(Verb)


def test_supported_versions_are_those_that_the_package_says_it_has():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    documented = {row[0]: re.findall(r"\d+\.\d+", row[-1]) for row in rows(DOCUMENTS[ROOT / "README.md"])}

    def classified(name: str) -> list[str]:
        last = [each.split(" :: ")[-1] for each in project["classifiers"] if f"{name} :: " in each]
        return [version for version in last if re.fullmatch(r"[\d.]+", version)]

    assert documented["Django"] == classified("Django")
    assert documented["Python"] == [version for version in classified("Python") if "." in version]
    assert [version.split(".")[0] for version in documented["Wagtail"]] == classified("Wagtail")


def test_every_folder_of_the_package_has_its_place():
    architecture = DOCUMENTS[ROOT / "docs/explanation/architecture.md"]
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name[0] not in "._"}
    assert {folder for folder in folders - {"migrations"} if f"`{folder}/`" not in architecture} == set()


# ---- addresses


def test_every_address_is_documented_with_its_media_type():
    register_formats()
    documented = {}
    for row in rows(ADDRESSES):
        if "`/dvb/" in row[0]:
            match = resolve(code(row[0])[0].format(c="dv2020", s="digitala", n="nyheter", lang="sv", code="234567"))
            documented[match.url_name, match.kwargs.get("name"), match.kwargs.get("extension")] = code(row[-1])[0]
    views = {
        Subject.PROGRAMME: "programme",
        Subject.CHANGES: "programme",
        Subject.RECORDINGS: "programme",
        Subject.SERIES: "series",
        Subject.NEWS: "articles",
    }
    known = {
        (view, each.name, each.extension): each.media_type.partition(";")[0]
        for subject, view in views.items()
        for each in formats_for(subject)
    }
    of_the_site = {(name, None, None): "application/json" for name in ("index", "api_info", "openapi")}
    served = {("schema", *name.split(".", 1)): contracts.MEDIA_TYPE for name in contracts.schemas()}
    seen = {(name, None, None): "text/html" for name in PAGES}
    single = {("session", None, None): "text/calendar", ("oembed", None, None): "application/json"}
    assert documented == known | of_the_site | served | seen | single
    assert {key[0] for key in documented} == {pattern.name for pattern in urlpatterns if pattern.name}


def test_every_name_of_an_address_is_documented():
    documented = {code(row[0])[0]: set(code(row[1])) for row in rows(PYTHON) if row[0].startswith("`dvb_wagtail:")}
    known = {f"dvb_wagtail:{each.name}": set(each.pattern.converters) for each in urlpatterns if each.name}
    assert documented.keys() == known.keys()
    assert {name for name, arguments in known.items() if not arguments <= documented[name]} == set()


def test_the_grammar_of_selections_is_documented():
    documented = {name: code(row[1]) for row in rows(ADDRESSES) for name in code(row[0]) if "/" not in name}
    assert documented.keys() == set(Facet)
    assert documented["kind"] == list(Kind)
    assert documented["language"] == list(SpokenLanguage)
    assert documented["place"] == [Attendance.ONSITE, Attendance.ONLINE]
    (ignored,) = (line for line in ADDRESSES.splitlines() if "are ignored" in line)
    assert set(code(ignored)) == {"utm_*", *IGNORED}


# ---- templates and styles


def blocks(name: str) -> list[str]:
    """Return the names of a template's own blocks, in their order."""
    template = get_template(name).template
    found: list[Node] = template.nodelist.get_nodes_by_type(BlockNode)
    return [block.name for block in found]


def test_every_block_of_every_page_is_documented():
    documented = {code(row[0])[0]: code(row[1]) for row in rows(TEMPLATES) if "_page.html" in row[0]}
    known = {
        path.name: [block for block in blocks(f"dvb_wagtail/{path.name}") if block != "dvb_content"]
        for path in PACKAGE.glob("templates/dvb_wagtail/*_page.html")
    }
    assert documented == known


def test_every_block_of_the_base_template_is_documented():
    paragraph = TEMPLATES[TEMPLATES.index("Without the setting it is") :].partition("\n\n")[0]
    assert code(paragraph) == ["dvb_wagtail/base.html", *blocks("dvb_wagtail/base.html")]


def test_every_template_tag_is_documented():
    written = [code(row[0])[0] for row in rows(TEMPLATES) if row[0].startswith(("`{% dvb_", "`dvb_"))]
    documented = {name.removeprefix("{% ").split()[0] for name in written}
    assert documented == tag_library.tags.keys() | tag_library.filters.keys()


def test_every_property_of_the_styles_is_documented():
    documented = {code(row[0])[0] for row in rows(TEMPLATES) if row[0].startswith("`--")}
    styles = (PACKAGE / "static/dvb_wagtail/dvb.css").read_text(encoding="utf-8")
    assert documented == set(re.findall(r"var\((--dvb-[\w-]+)", styles))


# ---- Python


def test_every_set_up_is_documented_and_tested():
    named = re.findall(r"`tests/settings/(\w+)[.]py`", DOCUMENTS[ROOT / "docs/how-to/set-ups.md"])
    modules = {path.stem for path in (ROOT / "tests/settings").glob("[!_]*.py")}
    [run] = re.findall(r"^setups=\((.*?)\)", (ROOT / ".ci/setups").read_text(encoding="utf-8"), re.M | re.S)
    whole = ["default", "postgres"]
    assert sorted(named) == sorted([*whole, *run.split()])
    assert set(named) <= modules


def test_page_types_of_ones_own_are_made_as_in_the_tests():
    document = DOCUMENTS[ROOT / "docs/how-to/own-page-types.md"]
    tested = "".join(
        (ROOT / f"tests/apps/{app}/models.py").read_text(encoding="utf-8") for app in ("own_pages", "joined")
    )
    classes = [text for kind, text in EXAMPLE.findall(document) if kind == "python" and text.startswith("class ")]
    assert len(classes) == 5
    assert [text for text in classes if text not in tested] == []


def test_mixins_have_the_panels_and_search_fields_that_are_documented():
    documented = [(code(row[0])[0], code(" ".join(row[1:]))) for row in rows(PYTHON) if "`dvb_wagtail.models" in row[0]]
    lost = []
    for path, names in documented:
        module, _, mixin = path.rpartition(".")
        own = vars(getattr(importlib.import_module(module), mixin))
        given = [name for name in own if name.endswith(("panels", "search_fields"))]
        lost += [(mixin, names, given)] if set(names) != set(given) else []
    assert lost == []
    assert len(documented) == 8


def test_every_list_of_api_fields_is_documented_with_its_mixin():
    documented = {code(row[0])[0]: code(row[1]) for row in rows(PYTHON) if "_api_fields`" in row[0]}
    assert documented.keys() == set(api.__all__)
    assert documented.pop("page_api_fields") == []
    for name, mixins in documented.items():
        words = name.removesuffix("_api_fields").split("_")
        assert mixins == ["".join(word.capitalize() for word in words) + "Mixin"]


# ---- the editor's guide


def labels() -> set[str]:
    """Return every text that the admin can show in Swedish: the package's, Wagtail's and Django's."""
    found = set()
    for root in (PACKAGE, Path(wagtail.__file__).parent, Path(django.__file__).parent):
        for path in root.rglob("locale/sv/LC_MESSAGES/django.mo"):
            with path.open("rb") as file:
                found.update(gettext.GNUTranslations(file)._catalog.values())  # type: ignore[attr-defined]
    return {label[:1].upper() + label[1:] for label in found}


def test_the_guide_names_what_stands_on_the_screen():
    named = {" ".join(label.split()) for label in re.findall(r"\*\*([^*]+)\*\*", GUIDE)}
    assert named - labels() == {"fetstil"}
