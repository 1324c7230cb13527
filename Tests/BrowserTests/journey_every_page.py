"""Every page that a role can reach by links, each kind of page once, from all sides."""

import collections
import re
import urllib.parse

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


def journey_pages_of_all_roles(visit):
    looked_at = set()
    for role in ROLES:
        state = visit.state_as(role)
        kinds = crawl(visit, role, state, looked_at)
        visit.check(len(kinds) >= FEWEST_KINDS or role != ROLES[0],
                    f"{role} reaches only {sorted(kinds)}")
        looked_at |= kinds - SEEN_AGAIN
    check_quickly(visit, "/no-such-page", "absent", state=state, status=404)
    print(f"{len(looked_at)} kinds of pages: {' '.join(sorted(looked_at))}", flush=True)


def crawl(visit, role, state, looked_at):
    """Opens the first page of each kind, then the kinds that those lead to; gives them all."""
    waiting = collections.deque(["/", *UNLINKED])
    met = set()
    while waiting:
        path = waiting.popleft()
        if kind(path) in met or kind(path) in looked_at or SKIPPED.search(kind(path)):
            continue
        met.add(kind(path))
        if not exists(visit, state, path):
            visit.check(path in UNLINKED, f"{role} is led to {path}, which is not there")
            continue
        name = f"{name_of(role)}{kind(path)}".replace("/", "-").replace("{}", "one")
        waiting.extend(link.split("#")[0] for link in check_quickly(
            visit, path, name.replace("?", "-"), state=state))
    return met


def exists(visit, state, path):
    """Whether the page is there for this role: a link may lead to nothing, a guess often does."""
    return visit.looking_as(state).request.get(visit.url + path).status != 404


def name_of(role):
    return role.lower().replace(" ", "-")
