"""Pages of plain HTML, whose editor pasted our snippet by hand."""

from __future__ import annotations

from dvb_wagtail.core.frames import FrameOptions, Look
from example_project.gallery.page import Page

LISTENER = "listener.js"
"""Our own listener, as it is handed out: it names the origin of the frames, so it is no file."""

PAGES = (
    Page(
        path="plain/dark/",
        title="Mörk sida med smal spalt",
        imitates="Härmar en webbplats i mörka färger, där koden klistrades in för hand i en smal spalt.",
        expected="Ramarna är mörka som sidan och ryms i spalten utan att rullas i sidled.",
        english="Plain HTML, dark, in a narrow column: the frames are dark too and fit without scrolling sideways.",
        look="dark narrow",
        options=FrameOptions(look=Look.DARK, heading=3),
    ),
    Page(
        path="plain/listener/",
        title="Vanlig sida som lyssnar efter höjden",
        imitates="Härmar en webbplats utan eget stöd för ramar, vars webbteam har lagt till våra rader skript.",
        expected="Varje ram blir så hög som det den visar och behöver ingen rullningslist, också när något fälls ut.",
        english="Plain HTML with our own few lines of script: each frame becomes as high as what it shows.",
        scripts=(LISTENER,),
    ),
)
