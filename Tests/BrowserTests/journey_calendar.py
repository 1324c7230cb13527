"""Meetings in the calendars of others: what was planned is what each client shows, at its hour on
both sides of the change of clocks."""

import datetime
import zoneinfo

from playwright.sync_api import expect

import calendar_readers
from calendar_readers import UTC, Event
from own_council import CHIEF, MEMBER, OFFICE, Council, names_of

ZONE = zoneinfo.ZoneInfo("America/New_York")
FACULTY = "Faculty mentor"
NAME = "Calendar Council"
HARD_TITLE = "اجتماع 🩺; rooms, meals \\ parking: everything that was left over from the summer"
PRIVATE = "Private time"
# Longest line of a calendar in octets (RFC 5545, 3.1).
MOST_OCTETS = 75


def journey_clients_show_what_was_planned(visit):
    council = Council(visit, NAME)
    advise(visit, council)
    planned = plan_all(visit, council)
    feeds = {role: feed_of(visit, role) for role in (MEMBER, FACULTY, OFFICE)}
    check_transport(visit, feeds[MEMBER])
    client = calendar_readers.subscription(feeds[MEMBER], ZONE)
    try:
        compare(visit, feeds[MEMBER], planned, client, "at first")
        tag = fetch(visit, feeds[MEMBER]).headers["etag"]
        planned = change(visit, council, planned)
        again = fetch(visit, feeds[MEMBER], **{"If-None-Match": tag})
        visit.check(again.status == 200, f"after a change the feed answers {again.status}")
        compare(visit, feeds[MEMBER], planned, client, "after changes")
        check_readers(visit, feeds, planned)
        revoke(visit, feeds[MEMBER], client)
    finally:
        client.close()


def advise(visit, council):
    """An officer who is faculty: reads open meetings, and nothing that is for trainees alone."""
    [name] = names_of(visit, FACULTY)
    page = council.page_of(OFFICE)
    page.goto(visit.url + council.path + "/members")
    page.get_by_role("link", name="Ask an officer").click()
    page.get_by_label("Person").fill(name)
    page.get_by_label("Title").fill("Adviser")
    page.get_by_role("main").get_by_role("button").first.click()
    page.context.close()
    page = council.page_of(FACULTY)
    page.goto(visit.url + "/your-organizations")
    page.get_by_role("button", name="Accept").first.click()
    expect(page.get_by_role("main")).to_contain_text("Adviser")
    page.context.close()


def plan_all(visit, council):
    """A single one with a hard title, a closed one, and two series over the change of clocks."""
    page = council.page_of(CHIEF)
    turn = change_of_clocks()
    single = datetime.date.today() + datetime.timedelta(days=3)
    planned = plan(visit, page, council, HARD_TITLE, single, "07:05")
    planned += plan(visit, page, council, "Among ourselves", single, "18:00", closed=True)
    for title, clock in [("Weekly", "17:30"), ("Early", "01:30")]:
        planned += plan(visit, page, council, title, turn - datetime.timedelta(days=10), clock,
                        until=turn + datetime.timedelta(days=11))
    page.context.close()
    return planned


def change_of_clocks():
    """The next day on which the clocks change, far enough ahead for a series before it."""
    day = datetime.date.today() + datetime.timedelta(days=14)
    while offset(day) == offset(day + datetime.timedelta(days=1)):
        day += datetime.timedelta(days=1)
    return day


def offset(day):
    return datetime.datetime(day.year, day.month, day.day, tzinfo=ZONE).utcoffset()


def plan(visit, page, council, title, day, clock, *, until=None, closed=False):
    """Plans by the form; gives the events that a calendar has to show."""
    page.goto(visit.url + council.path + "/meetings/plan")
    page.get_by_label("Title").fill(title)
    page.get_by_label("Day", exact=True).fill(day.isoformat())
    page.get_by_label("Begins at").fill(clock)
    page.get_by_label("Minutes").fill("45")
    page.get_by_label("Place").fill("Lounge, third floor; ring twice")
    if until:
        page.get_by_label("How often").select_option(label="Every week")
        page.get_by_label("Last day of the series").fill(until.isoformat())
    if closed:
        page.get_by_label("Only trainees without a role find it").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("body")).to_contain_text("It is planned.")
    days = [day]
    while until and days[-1] + datetime.timedelta(days=7) <= until:
        days.append(days[-1] + datetime.timedelta(days=7))
    return [event(PRIVATE if closed else f"{NAME}: {title}", one, clock) for one in days]


def event(summary, day, clock, *, canceled=False, sequence=0):
    hour, minute = map(int, clock.split(":"))
    start = datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)
    begins = start.astimezone(UTC)
    return Event(summary, begins, begins + datetime.timedelta(minutes=45), canceled, sequence)


def change(visit, council, planned):
    """Moves the first of a series by an hour, and cancels the last of it."""
    series = [one for one in planned if one.summary == f"{NAME}: Weekly"]
    first, last = series[0], series[-1]
    page = council.page_of(CHIEF)
    open_meeting(visit, page, council, first)
    page.get_by_role("link", name="Edit", exact=True).click()
    page.get_by_label("Begins at").fill("18:30")
    page.get_by_role("button", name="Save").click()
    open_meeting(visit, page, council, last)
    page.get_by_role("link", name="Cancel it").click()
    page.get_by_role("button", name="Cancel it").click()
    expect(page.locator("body")).to_contain_text("This meeting was canceled.")
    page.context.close()
    hour = datetime.timedelta(hours=1)
    moved = first._replace(start=first.start + hour, end=first.end + hour, sequence=1)
    canceled = last._replace(canceled=True, sequence=1)
    return [{first: moved, last: canceled}.get(one, one) for one in planned]


def open_meeting(visit, page, council, wanted):
    page.goto(visit.url + council.path + "/meetings")
    day = wanted.start.astimezone(ZONE).date().isoformat()
    row = page.get_by_role("listitem").filter(has=page.locator(f"time[datetime='{day}']"))
    row.get_by_role("link", name="Weekly").click()


def feed_of(visit, role):
    page = visit.sign_in_as(visit.context().new_page(), role)
    page.goto(visit.url + "/calendar")
    page.get_by_role("main").get_by_role("button", name="Make").click()
    address = page.locator("#address li").inner_text()
    page.context.close()
    # The demonstration does not know at which port it is; the path is what counts.
    return visit.url + "/" + address.split("/", 3)[3]


def fetch(visit, url, method="GET", **headers):
    """What a client without any cookie gets."""
    client = visit.context().request
    return client.fetch(url, method=method, headers=headers)


def check_transport(visit, url):
    """How it comes over HTTP: typed, private, asked again for nothing, in lines of 75 octets."""
    answer = fetch(visit, url)
    visit.check(answer.headers["content-type"] == "text/calendar; charset=utf-8", "its type")
    visit.check("private" in answer.headers["cache-control"], "a proxy may keep it")
    tag = answer.headers["etag"]
    known = fetch(visit, url, **{"If-None-Match": tag})
    visit.check(known.status == 304 and not known.body(), f"unchanged it answers {known.status}")
    listed = fetch(visit, url, **{"If-None-Match": f'"other", W/{tag}'})
    visit.check(listed.status == 304, f"a list of tags is answered with {listed.status}")
    head = fetch(visit, url, method="HEAD")
    visit.check(head.status == 200 and head.headers["etag"] == tag, "HEAD does not work")
    raw = answer.body()
    lines = raw.split(b"\r\n")
    visit.check(raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b""), "its line ends")
    visit.check(max(map(len, lines)) <= MOST_OCTETS, "a line is too long")
    visit.check(any(line.startswith(b" ") for line in lines), "no line was folded")
    for line in lines:
        line.decode()
    visit.check("Among ourselves" not in raw.decode(), "the feed names a closed session")


def own(events):
    """The events of this journey's council: the person's other meetings are not its business."""
    return [one for one in events if one.summary == PRIVATE or one.summary.startswith(NAME)]


def compare(visit, url, planned, client, when):
    raw = fetch(visit, url).body()
    wanted = calendar_readers.ordered(planned)
    for reader in calendar_readers.LIBRARIES:
        found = own(reader(raw))
        told = [one._replace(sequence=None) for one in wanted] if (
            found and found[0].sequence is None) else wanted
        visit.check(found == told, f"{reader.__name__} {when}: {difference(found, told)}")
    visit.check(client.sync(), f"vdirsyncer does not read the feed {when}")
    told = [one._replace(sequence=None) for one in wanted]
    found = own(client.events())
    visit.check(found == told, f"khal {when}: {difference(found, told)}")


def difference(found, wanted):
    return {"too many": [one for one in found if one not in wanted],
            "missing": [one for one in wanted if one not in found]}


def check_readers(visit, feeds, planned):
    """What is for trainees alone is in the feed of those alone who find it."""
    summaries = {role: [one.summary for one in own(calendar_readers.by_icalendar(
        fetch(visit, url).body()))] for role, url in feeds.items()}
    open_ones = [one.summary for one in calendar_readers.ordered(planned) if one.summary != PRIVATE]
    visit.check(PRIVATE in summaries[MEMBER], "the member's feed lacks the closed session")
    visit.check(summaries[FACULTY] == open_ones, f"the adviser's feed has {summaries[FACULTY]}")
    visit.check(PRIVATE not in summaries[OFFICE], "the office's feed has a closed session")


def revoke(visit, url, client):
    page = visit.sign_in_as(visit.context().new_page(), MEMBER)
    page.goto(visit.url + "/calendar")
    page.get_by_role("button", name="Let it stop").click()
    expect(page.locator("body")).to_contain_text("The address has stopped.")
    visit.check(fetch(visit, url).status == 404, "a revoked address still answers")
    visit.check(not client.sync(), "vdirsyncer still reads a revoked address")
