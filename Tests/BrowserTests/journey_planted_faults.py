"""The checks of pages are checked themselves: each planted fault is found, a sound page has none.

The pages come from a small server of this file, not from Housestaff.
"""

import contextlib
import http.server
import threading

import page_checks
from harness import Tally, Visit

SOUND = """<!doctype html><html lang="en"><head><title>Sound</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>:root { color-scheme: light dark } a { color: CanvasText }
a:focus { outline: 2px solid CanvasText }</style></head>
<body><main><h1>Sound</h1><p>Some words. <a href="/">A link</a>%s</p></main></body></html>"""

# What is planted into the sound page, and words of the failure that must follow.
FAULTS = {
    "/without-words": ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "axe image-alt"),
    "/heavy": ("<!-- " + "x" * page_checks.MOST_BYTES + " -->", "bytes, more than"),
    "/chatty": ("".join(f'<link rel="stylesheet" href="/{n}.css">' for n in range(10)),
                "requests, more than"),
    "/crowded": ("<br>" * page_checks.MOST_NODES, "nodes, more than"),
    "/strange": ('<script src="http://127.0.0.2:9/a.js"></script>', "asks strangers"),
    "/broken": ("<script>nothing()</script>", "makes the browser complain"),
    "/jumpy": ('<script>addEventListener("load", () => setTimeout(() => document.body.prepend('
               'Object.assign(document.createElement("div"), {style: "height: 500px"})), 100))'
               "</script>", "of layout shift, more than"),
    "/unseen": ('<a href="/b" style="outline: none">Another</a>', "does not show the focus"),
    "/trap": ("<input aria-label='a' onkeydown='event.preventDefault()' "
              "style='outline: 1px solid'>", "holds the keyboard"),
    "/missing": ("", "answers 404"),
}
NARROW_FAULTS = {
    "/wide": ('<span style="display: block; width: 400px">wide</span>', "scrolls sideways"),
}
SCRIPTLESS_FAULTS = {
    "/two-headed": ("<h1>Two</h1>", "2 h1 without JavaScript"),
}
# Pages that lack what the sound page has.
BARE_FAULTS = {
    "/unreachable": ("<title>a</title><main><h1>Words</h1>", "nothing that the keyboard reaches"),
    "/empty": ("<title>a</title>", "paints nothing"),
}
BARE_SCRIPTLESS_FAULTS = {
    "/silent": ("<title>a</title><h1>Words</h1><a href=/>b</a>", "says nothing in <main>"),
}


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        bare = (BARE_FAULTS | BARE_SCRIPTLESS_FAULTS).get(self.path)
        planted = (FAULTS | NARROW_FAULTS | SCRIPTLESS_FAULTS).get(self.path, ("",))
        text = bare[0] if bare else SOUND % planted[0]
        is_sheet = self.path.endswith(".css")
        body = b"" if is_sheet else text.encode()
        self.send_response(404 if self.path == "/missing" else 200)
        self.send_header("Content-Type", "text/css" if is_sheet else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def planted_pages():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class Listener(Tally):
    """Keeps the failures instead of printing them."""

    def __init__(self):
        super().__init__()
        self.failures = []

    def check(self, holds, what):
        if not holds:
            self.failures.append(what)
        return holds


class Unpictured(Visit):
    """Leaves no pictures among those of the real pages."""

    def shot(self, *_):
        pass

    def keep_source(self, *_):
        pass


def journey_faults_are_found(visit):
    """One after the other in one browser, where none may hide or blame the next."""
    planted = FAULTS | BARE_FAULTS | NARROW_FAULTS | SCRIPTLESS_FAULTS | BARE_SCRIPTLESS_FAULTS
    with planted_pages() as url:
        looking = Unpictured("planted", visit.browser, url, Listener())
        for path, (_, words) in planted.items():
            found = failures(looking, path)
            visit.check(any(words in what for what in found), f"{path} is not found: {found}")
            found = failures(looking, "/")
            visit.check(not found, f"behind {path} a sound page is blamed: {found}")
        looking.close(failed=False)


def failures(looking, path):
    looking.tally.failures.clear()
    page_checks.check_quickly(looking, path, "planted", state=None)
    return list(looking.tally.failures)


def journey_faults_are_found_by_a_phone(visit):
    with planted_pages() as url:
        looking = Unpictured("planted", visit.browser, url, Listener())
        for path in ["/", *NARROW_FAULTS]:
            page_checks.check_narrow(looking, path, path)
        looking.close(failed=False)
        visit.check(len(looking.tally.failures) == len(NARROW_FAULTS)
                    and "scrolls sideways" in looking.tally.failures[0],
                    f"a phone finds {looking.tally.failures}")
