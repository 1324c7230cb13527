"""What must hold on every page: no barrier that axe finds, light, quick, usable by keyboard, on a
phone, and without JavaScript. A journey calls `check_page` on each page that it shows."""

import contextlib
import re
import urllib.parse

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import CDPSession, Page

from harness import Visit

# A first load on the slow network of a ward.
MOST_BYTES = 60_000
MOST_REQUESTS = 10
MOST_LCP_MILLISECONDS = 2_500
MOST_LAYOUT_SHIFT = 0.1
MOST_NODES = 1_500
MOST_TAB_STOPS = 250
# A field for a date has a stop each for month, day, year and calendar.
MOST_STOPS_WITHIN = 5
# WCAG 1.4.10: this wide, a page scrolls in one direction only.
PHONE_WIDTH = 320
# A mark for a word of the institution that was sent as it stands in our texts.
UNFILLED = re.compile(r"\{(?:an? )?(?:office|program|trainee|department|site)s?\}", re.IGNORECASE)
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": PHONE_WIDTH, "height": 700}

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

# Of what passes only that there is something: its description is most of axe's work.
AXE_OPTIONS = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
# What can differ on a page that was checked already and is now dark.
AXE_COLORS = AXE_OPTIONS | {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
AXE = """options => window.axe && axe.run(document, options)
  .then(found => ({passes: found.passes.length, violations: found.violations}))"""

# Paint and shift are reported to observers only; those before the observer come from its buffer.
MEASURES = """async () => {
  const entries = {};
  for (const type of ['largest-contentful-paint', 'layout-shift']) {
    entries[type] = [];
    new PerformanceObserver(list => entries[type].push(...list.getEntries()))
      .observe({type, buffered: true});
  }
  const paints = entries['largest-contentful-paint'];
  // On a busy machine the news of a paint comes late; when it was painted does not change.
  const patience = performance.now() + 10000;
  do await new Promise(done => setTimeout(done, 300));
  while (!paints.length && performance.now() < patience);
  return {
    lcp: paints.length ? paints[paints.length - 1].startTime : null,
    shift: entries['layout-shift'].filter(entry => !entry.hadRecentInput)
      .reduce((sum, entry) => sum + entry.value, 0),
    nodes: document.getElementsByTagName('*').length,
  };
}"""

# Where the focus is, and whether a person can see that: by an outline or a shadow around an element
# that stands in the window.
FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  window.focusOrder ??= new Map();
  if (!focusOrder.has(element)) focusOrder.set(element, focusOrder.size);
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const words = element.innerText || element.getAttribute('aria-label') || element.name || '';
  return {
    number: focusOrder.get(element),
    name: element.tagName.toLowerCase() + ' "' + words.trim().slice(0, 40) + '"',
    marked: outlined || style.boxShadow !== 'none',
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
      && box.top < innerHeight && box.left < innerWidth,
  };
}"""


class Traffic:
    """What a page asks for and what comes over the wire, as with an empty cache."""

    def __init__(self, page: Page, host: str) -> None:
        self.bytes = 0
        self.requests: list[str] = []
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        self.page = page
        self.host = host
        self.wire: CDPSession = page.context.new_cdp_session(page)
        self.wire.send("Network.enable")
        self.wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.wire.on("Network.loadingFinished", self.count)
        self.listeners = {
            "request": self.note,
            "requestfailed": lambda request: self.complaints.append(f"failed: {request.url}"),
            "pageerror": lambda error: self.complaints.append(str(error)),
            "console": self.hear,
        }
        for event, listener in self.listeners.items():
            page.on(event, listener)

    def stop(self) -> None:
        """What the page does from now on counts no more."""
        self.wire.detach()
        for event, listener in self.listeners.items():
            self.page.remove_listener(event, listener)

    def count(self, event: dict) -> None:
        self.bytes += event["encodedDataLength"]

    def hear(self, message) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def note(self, request) -> None:
        address = urllib.parse.urlsplit(request.url)
        if address.scheme in ("data", "blob"):
            return
        self.requests.append(request.url)
        if address.netloc != self.host:
            self.foreign.append(request.url)


def check_page(visit: Visit, path: str, name: str) -> None:
    """Looks at a page from all sides, each time in a browser that has seen nothing."""
    for scheme in ("light", "dark"):
        wide = visit.context(scheme=scheme).new_page()
        check_wide(visit, wide, path, f"{name}-{scheme}")
        wide.context.close()
        check_narrow(visit, path, f"{name}-{scheme}-phone", scheme=scheme)
    scriptless = visit.context(javascript=False).new_page()
    check_without_script(visit, scriptless, path, name)
    scriptless.context.close()


def check_wide(visit: Visit, page: Page, path: str, name: str, *, status=200) -> None:
    """Loads what answers with a status as from an empty cache, and looks at it."""
    traffic = Traffic(page, urllib.parse.urlsplit(visit.url).netloc)
    answer = page.goto(visit.url + path, wait_until="load")
    measures = page.evaluate(MEASURES)
    traffic.stop()
    visit.shot(page, name)
    visit.keep_source(name, answer.body())
    # A page that is meant to be an error makes the browser say so.
    complaints = [text for text in traffic.complaints
                  if status < 400 or f"status of {status}" not in text]
    visit.check(answer.status == status, f"{name} answers {answer.status}, not {status}")
    visit.check(not complaints, f"{name} makes the browser complain: {complaints[:5]}")
    visit.check(not traffic.foreign, f"{name} asks strangers: {traffic.foreign[:5]}")
    within(visit, name, "bytes", traffic.bytes, MOST_BYTES)
    within(visit, name, "requests", len(traffic.requests), MOST_REQUESTS)
    visit.check(measures["lcp"] is not None, f"{name} paints nothing that counts")
    within(visit, name, "ms to its largest paint", measures["lcp"] or 0, MOST_LCP_MILLISECONDS)
    within(visit, name, "of layout shift", measures["shift"], MOST_LAYOUT_SHIFT)
    within(visit, name, "nodes", measures["nodes"], MOST_NODES)
    check_axe(visit, page, name)
    check_keyboard(visit, page, name)


def check_quickly(visit: Visit, path: str, name: str, *, state, status=200) -> None:
    """All that `check_page` looks at, in one browser for all pages with the cookies of `state`, and
    with two loads where it has five: dark and narrow are put on the page that stands there.
    """
    page = visit.looking_as(state)
    check_wide(visit, page, path, name, status=status)
    page.emulate_media(color_scheme="dark")
    check_axe(visit, page, f"{name}-dark", AXE_COLORS)
    visit.shot(page, f"{name}-dark")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)
    check_width(visit, page, f"{name}-phone")
    visit.shot(page, f"{name}-phone")
    page.set_viewport_size(WIDE)
    with without_script(page):
        check_without_script(visit, page, path, name)
    # Whatever it still does is not the next page's.
    page.goto("about:blank", wait_until="commit")


@contextlib.contextmanager
def without_script(page: Page):
    """Meanwhile no script runs on what the page loads."""
    browser = page.context.new_cdp_session(page)
    browser.send("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        yield
    finally:
        browser.send("Emulation.setScriptExecutionDisabled", {"value": False})
        browser.detach()


def within(visit: Visit, name: str, unit: str, value: float, most: float) -> None:
    visit.check(value <= most, f"{name} has {value:.6g} {unit}, more than {most:.6g}")


def check_axe(visit: Visit, page: Page, name: str, options=AXE_OPTIONS) -> None:
    """No violation of WCAG 2.2 A and AA that axe can find, in the page as it stands now."""
    found = page.evaluate(AXE, options)
    if not found:
        page.evaluate(AXE_SCRIPT)
        found = page.evaluate(AXE, options)
    visit.check(found["passes"] > 0, f"{name}: axe checked nothing")
    for violation in found["violations"]:
        places = [" ".join(map(str, node["target"])) for node in violation["nodes"][:5]]
        visit.check(False, f"{name}: axe {violation['id']}: {violation['help']} at {places}")
    visit.check(not found["violations"], f"{name} has barriers that axe finds")


def check_keyboard(visit: Visit, page: Page, name: str) -> None:
    """Tab reaches something, shows where it is at every stop, and comes to an end.

    It is held down, which moves the focus as often as pressing it does and takes half the time."""
    stops, ended = [], False
    while not ended and len(stops) <= MOST_TAB_STOPS:
        page.keyboard.down("Tab")
        stop = page.evaluate(FOCUS)
        # At the end the focus leaves the document, or begins again at the first stop.
        ended = stop is None or bool(stops) and stop["number"] == 0
        if not ended:
            if len(stops) >= MOST_STOPS_WITHIN and len(
                    {one["number"] for one in stops[-MOST_STOPS_WITHIN:]} | {stop["number"]}) == 1:
                break
            stops.append(stop)
    page.keyboard.up("Tab")
    unseen = [stop["name"] for stop in stops if not (stop["marked"] and stop["seen"])]
    visit.check(bool(stops), f"{name} has nothing that the keyboard reaches")
    visit.check(ended, f"{name} holds the keyboard at {stops[-1]['name'] if stops else 'nothing'}")
    visit.check(not unseen, f"{name} does not show the focus at {unseen[:5]}")


def check_narrow(visit: Visit, path: str, name: str, *, scheme="light") -> None:
    page = visit.open(path, **NARROW, scheme=scheme)
    visit.shot(page, name)
    check_width(visit, page, name)
    page.context.close()


def check_width(visit: Visit, page: Page, name: str) -> None:
    needed = page.evaluate("document.documentElement.scrollWidth")
    visit.check(needed <= PHONE_WIDTH, f"{name} scrolls sideways: it needs {needed} px")


def check_without_script(visit: Visit, page: Page, path: str, name: str) -> None:
    """Loads the path on a page that runs no script, and looks whether it says something."""
    page.goto(visit.url + path)
    headings = page.locator("h1").count()
    visit.check(headings == 1, f"{name} has {headings} h1 without JavaScript")
    words = page.locator("main").inner_text() if page.locator("main").count() == 1 else ""
    visit.check(bool(words.strip()), f"{name} says nothing in <main> without JavaScript")
    visit.check(not UNFILLED.search(words),
                f"{name} leaves a word of the institution out: {UNFILLED.findall(words)[:5]}")
