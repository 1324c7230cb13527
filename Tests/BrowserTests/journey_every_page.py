"""Every page that a role can reach by links, each kind of page once, from all sides."""

import collections
import html.parser
import re
import urllib.parse
import zlib

from page_checks import check_quickly

# The richest role first: what it has shown need not be shown again to the others.
ROLES = ["Administrator", "GME office", "Designated institutional official", "Program director",
         "Chief resident", "Resident"]
# Pages without a link to them: forms that follow a step, and those that a script would open.
UNLINKED = ["/design", "/search", "/search?q=a", "/who-sees-what", "/security/recovery-codes"]
STRANGER = ["/", "/sign-in", "/sign-in/link", "/sign-in/mailed", "/demonstration",
            "/who-sees-what"]
# Another role's view of a kind of page that was looked at already, often enough to differ.
SEEN_AGAIN = {"/", "/people", "/people/{}", "/programs/{}", "/security", "/notices"}
# Into how many journeys the pages fall, since journeys go on side by side.
SHARES = 3
# Navigation, people, programs, places, forms: fewer kinds mean that the crawl lost its way.
FEWEST_KINDS = 12
# Not pages.
SKIPPED = re.compile(r"^/(assets/|demonstration$)|(\.csv|/export)(\?|$)")
IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


def kind(path):
    """The path with a mark for each identifier, and the names that its query gives."""
    address = urllib.parse.urlsplit(path)
    names = sorted({name for name, _ in urllib.parse.parse_qsl(address.query)} & {"q", "past"})
    return IDENTIFIER.sub("{}", address.path) + ("?" + "&".join(names) if names else "")


def journey_strangers_pages(visit):
    for path in STRANGER:
        check_quickly(visit, path, "stranger" + path.replace("/", "-"), state=None)
    check_quickly(visit, "/sign-in/link/no-such-link", "stranger-spent-link", state=None,
                  status=410)


def journey_pages_of_all_roles_first_share(visit):
    look_at_share(visit, 0)
    check_quickly(visit, "/no-such-page", "absent", state=visit.state_as(ROLES[-1]), status=404)


def journey_pages_of_all_roles_second_share(visit):
    look_at_share(visit, 1)


def journey_pages_of_all_roles_third_share(visit):
    look_at_share(visit, 2)


def look_at_share(visit, share):
    """Looks at those of all pages that fall to a share.

    To find them takes few seconds, so each share finds them all. Which pages are its own follows
    from their kind alone: a page that another share did not find is not lost."""
    looked_at = set()
    for role in ROLES:
        state = visit.state_as(role)
        pages = pages_that_links_lead_to(visit, role, state, looked_at)
        visit.check(len(pages) >= FEWEST_KINDS or role != ROLES[0],
                    f"{role} reaches only {sorted(pages)}")
        for one, path in pages.items():
            if share_of(one) == share:
                name = f"{name_of(role)}{one}".replace("/", "-").replace("{}", "one")
                check_quickly(visit, path, name.replace("?", "-"), state=state)
        looked_at |= pages.keys() - SEEN_AGAIN
    own = sorted(one for one in looked_at if share_of(one) == share)
    print(f"{len(own)} of {len(looked_at)} kinds of pages: {' '.join(own)}", flush=True)


def share_of(kind):
    return zlib.crc32(kind.encode()) % SHARES


def pages_that_links_lead_to(visit, role, state, looked_at):
    """The first page of each kind, then those of the kinds to which they lead, by their kinds."""
    waiting = collections.deque(["/", *UNLINKED])
    pages = {}
    while waiting:
        path = waiting.popleft()
        one = kind(path)
        if one in pages or one in looked_at or SKIPPED.search(one):
            continue
        pages[one] = path
        answer = visit.looking_as(state).request.get(visit.url + path)
        # A link may lead to nothing, which is a fault; a guess often does.
        if answer.status == 404:
            del pages[one]
            visit.check(path in UNLINKED, f"{role} is led to {path}, which is not there")
            continue
        links = Links()
        links.feed(answer.text())
        waiting.extend(links.paths)
    return pages


class Links(html.parser.HTMLParser):
    """The paths of this site to which a page leads, as it comes from the server."""

    def __init__(self):
        super().__init__()
        self.paths = []

    def handle_starttag(self, tag, attributes):
        path = dict(attributes).get("href") or ""
        if tag == "a" and path.startswith("/"):
            self.paths.append(path.partition("#")[0])


def name_of(role):
    return role.lower().replace(" ", "-")
