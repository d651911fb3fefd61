"""The built site, served to a Chromium that has no network, and what is seen on each of its pages."""

import contextlib
import functools
import importlib.resources
import importlib.util
import os
import shutil
import threading
from collections.abc import Generator, Mapping, Sequence
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

SITE: Final = os.environ.get("COOPMODEL_SITE", "")
"""The folder that ``mkdocs build --site-dir`` wrote."""
CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

Scheme: TypeAlias = Literal["light", "dark"]
WIDTHS: Final[Mapping[str, int]] = {"desktop": 1280, "phone": 390}
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
SERIOUS: Final = ("serious", "critical")

_OPEN_SHADOWS: Final = """
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (how) { return attach.call(this, { ...how, mode: "open" }); };
"""
"""The theme draws a diagram where no script can look; this lets ours look, and changes nothing that is shown."""
_DRAWN: Final = """() => [...document.querySelectorAll("div.mermaid")].filter(({ shadowRoot }) => {
    const drawing = shadowRoot?.querySelector("svg");
    return drawing && drawing.ariaRoleDescription !== "error" && drawing.getBoundingClientRect().height > 20;
}).length"""
_FACTS: Final = """() => ({
    title: document.title.trim(),
    language: document.documentElement.lang,
    scheme: document.body.dataset.mdColorScheme ?? "",
    headings: [...document.querySelectorAll("h1")].map((heading) => heading.innerText.trim()),
    unnamed: [...document.images].filter((image) => !image.alt.trim()).map((image) => image.src),
    broken: [...document.images].filter((image) => image.complete && !image.naturalWidth).map((image) => image.src),
    overflow: document.documentElement.scrollWidth - window.innerWidth,
})"""
_LOOK_FOR_BARRIERS: Final = """async (serious) => (await axe.run({ resultTypes: ["violations"] })).violations
    .filter(({ impact }) => serious.includes(impact))
    .map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary}`)"""


class Visit(NamedTuple):
    """What was seen on a page, at one width and in one scheme."""

    path: str
    width: int
    asked: Scheme
    title: str
    language: str
    scheme: str
    headings: Sequence[str]
    unnamed: Sequence[str]
    broken: Sequence[str]
    overflow: int
    drawings: tuple[int, int]
    """How many diagrams there are in the page, and how many were drawn."""
    problems: Sequence[str]
    """Errors that the page reported, and requests that failed or went elsewhere."""
    barriers: Sequence[str]
    """What axe finds serious or critical, with the element that it is found in."""

    def __str__(self) -> str:
        """Return where it was."""
        return f"/{self.path} ({self.width} px, {self.asked})"


def missing() -> str | None:
    """Return why nothing can be looked at; ``None`` where everything is there."""
    if not SITE:
        return "COOPMODEL_SITE names no built site: see CONTRIBUTING.md"
    if CHROMIUM is None:
        return "there is no Chromium: install the package 'chromium' of your system"
    absent = [name for name in ("playwright", "axe_playwright_python") if importlib.util.find_spec(name) is None]
    return f"not installed: {', '.join(absent)}; install the extra 'browser'" if absent else None


def pages() -> list[str]:
    """Return the paths of all pages of the site: "" is the first one."""
    return sorted(str(path.parent.relative_to(SITE)).removeprefix(".") for path in Path(SITE).rglob("index.html"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name it has there
        """Say nothing: what fails is told by the visit."""


@contextlib.contextmanager
def served() -> Generator[str]:
    """Serve the site on this machine only, and give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=SITE)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextlib.contextmanager
def browser() -> Generator["Browser"]:
    """Start Chromium without a network: no name is resolved, only the address of this machine is there."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  the extra may be missing

    with sync_playwright() as playwright:
        rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=[rules, "--no-sandbox"])


class Reader:
    """Somebody with a window of one width, who has asked the system for one scheme; what goes wrong before their eyes is kept."""

    def __init__(self, chromium: "Browser", root: str, width: int, scheme: Scheme) -> None:
        """Open the window."""
        self.root: str = root
        self.width: int = width
        self.scheme: Scheme = scheme
        self.problems: list[str] = []
        context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
        context.set_default_timeout(15_000)
        context.add_init_script(_OPEN_SHADOWS)
        context.on("weberror", lambda error: self.problems.append(f"error: {error.error}"))
        context.on("console", lambda said: self.problems.append(f"{said.type}: {said.text}") if said.type in {"error", "warning"} else None)
        context.on(
            "request", lambda request: None if request.url.startswith(_here(root)) else self.problems.append(f"elsewhere: {request.url}")
        )
        context.on("requestfailed", self._failed)
        context.on("response", lambda answer: None if answer.status < 400 else self.problems.append(f"{answer.status}: {answer.url}"))
        self.page: Page = context.new_page()

    def _failed(self, request: "Request") -> None:
        if request.failure != "net::ERR_ABORTED":  # that is one which the page before had no more use for
            self.problems.append(f"failed: {request.url}: {request.failure}")

    def open(self, path: str) -> None:
        """Go to a page."""
        self.problems.clear()
        self.page.goto(address(self.root, path), wait_until="load")

    def visit(self, path: str) -> Visit:
        """Look at a page."""
        self.open(path)
        wanted = (Path(SITE) / path / "index.html").read_text("utf-8").count('<pre class="mermaid">')
        drawn = self._drawn(wanted)
        facts: dict[str, Any] = self.page.evaluate(_FACTS)
        self.page.evaluate(_axe())
        barriers: list[str] = self.page.evaluate(_LOOK_FOR_BARRIERS, SERIOUS)
        problems = tuple(self.problems)
        return Visit(path, self.width, self.scheme, **facts, drawings=(wanted, drawn), problems=problems, barriers=barriers)

    def _drawn(self, wanted: int) -> int:
        """Return how many diagrams are drawn: as soon as there are as many as wanted, else after ten seconds."""
        drawn = -1
        for _ in range(100):
            drawn = int(self.page.evaluate(_DRAWN))
            if drawn == wanted:
                break
            self.page.wait_for_timeout(100)
        return drawn


def address(root: str, path: str) -> str:
    """Return where a page of the site is."""
    return f"{root}{path}/" if path else root


def _here(root: str) -> tuple[str, ...]:
    return root, "data:", "blob:"


@functools.cache
def _axe() -> str:
    return importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
