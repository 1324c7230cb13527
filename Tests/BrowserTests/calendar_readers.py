"""What calendar programs make of a feed: six libraries that real ones are built on, and vdirsyncer
with khal, which subscribe to it over HTTP like a person's own calendar.

Each reader gives what it found as a sorted list of `Event`, so that all can be compared with what
was planned. Not every one of them tells everything; what it does not tell is None."""

import collections
import datetime
import json
import os
import pathlib
import subprocess
import tempfile
import zoneinfo

import ical.calendar_stream
import icalendar
import ics
import recurring_ical_events
import vobject

UTC = datetime.timezone.utc
HERE = pathlib.Path(__file__).resolve().parent
# The one with Debian's bindings of libical.
SYSTEM_PYTHON = "/usr/bin/python3"

Event = collections.namedtuple("Event", "summary start end canceled sequence")


def by_icalendar(raw):
    """Plone, Nextcloud's tools."""
    calendar = icalendar.Calendar.from_ical(raw)
    faults = [part.errors for part in calendar.walk() if getattr(part, "errors", None)]
    assert not faults, faults
    return ordered(Event(
        str(one["SUMMARY"]), one["DTSTART"].dt.astimezone(UTC), one["DTEND"].dt.astimezone(UTC),
        one["STATUS"] == "CANCELLED", one["SEQUENCE"]) for one in calendar.events)


def by_recurring_events(raw):
    """What stands on the days of the next thirteen months, repetitions unfolded."""
    calendar = icalendar.Calendar.from_ical(raw)
    today = datetime.date.today()
    found = recurring_ical_events.of(calendar).between(
        today - datetime.timedelta(2), today + datetime.timedelta(400))
    return ordered(Event(
        str(one["SUMMARY"]), one["DTSTART"].dt.astimezone(UTC), one["DTEND"].dt.astimezone(UTC),
        one["STATUS"] == "CANCELLED", one["SEQUENCE"]) for one in found)


def by_ical(raw):
    """Home Assistant; refuses zones that are not described."""
    calendar = ical.calendar_stream.IcsCalendarStream.calendar_from_ics(raw.decode())
    return ordered(Event(
        one.summary, one.dtstart.astimezone(UTC), one.dtend.astimezone(UTC),
        one.status == "CANCELLED", one.sequence) for one in calendar.events)


def by_ics(raw):
    """A widespread library that is strict about the state of an event."""
    return ordered(Event(
        one.name, one.begin.datetime.astimezone(UTC), one.end.datetime.astimezone(UTC),
        one.status == "CANCELLED", None) for one in ics.Calendar(raw.decode()).events)


def by_vobject(raw):
    """Radicale; misses nothing that the standard asks for."""
    calendar = vobject.readOne(raw.decode())
    calendar.validate(raiseException=True)
    return ordered(Event(
        one.summary.value, one.dtstart.value.astimezone(UTC), one.dtend.value.astimezone(UTC),
        one.status.value == "CANCELLED", int(one.sequence.value)) for one in calendar.vevent_list)


def by_libical(raw):
    """GNOME, KDE, Cyrus."""
    done = subprocess.run([SYSTEM_PYTHON, HERE / "libical_reader.py"], input=raw,
                          capture_output=True)
    assert done.returncode == 0, done.stdout.decode()[-500:] + done.stderr.decode()[-500:]
    return ordered(Event(
        summary, moment(start), moment(end), canceled, sequence)
        for summary, start, end, canceled, sequence in json.loads(done.stdout)["events"])


LIBRARIES = [by_icalendar, by_recurring_events, by_ical, by_ics, by_vobject, by_libical]


class Subscription:
    """A folder into which vdirsyncer brings the feed, and in which khal looks."""

    def __init__(self, folder: str, url: str, zone: zoneinfo.ZoneInfo) -> None:
        self.folder, self.zone = pathlib.Path(folder), zone
        (self.folder / "vdirsyncer").write_text(f"""[general]
status_path = "{folder}/status"
[pair feed]
a = "local"
b = "remote"
collections = null
conflict_resolution = "b wins"
[storage local]
type = "filesystem"
path = "{folder}/calendar"
fileext = ".ics"
[storage remote]
type = "http"
url = "{url}"
""")
        (self.folder / "khal").write_text(f"""[calendars]
[[meetings]]
path = {folder}/calendar
readonly = True
[locale]
local_timezone = {zone.key}
default_timezone = {zone.key}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
""")
        self.environment = os.environ | {
            "VDIRSYNCER_CONFIG": f"{folder}/vdirsyncer", "LC_ALL": "C.UTF-8"}
        self.run("vdirsyncer", "discover")

    def run(self, *command: str, may_fail=False) -> subprocess.CompletedProcess:
        done = subprocess.run(command, env=self.environment, input="y\n" * 9, text=True,
                              capture_output=True)
        assert may_fail or done.returncode == 0, f"{command}: {done.stderr[-500:]}"
        return done

    def sync(self) -> bool:
        """Whether the feed could be read."""
        return self.run("vdirsyncer", "sync", may_fail=True).returncode == 0

    def events(self):
        """The agenda as khal prints it: by the clock of the hospital."""
        said = self.run(
            "khal", "-c", str(self.folder / "khal"), "list", "--once", "--day-format", "",
            "--format", "{start-date} {start-time}|{end-date} {end-time}|{status}|{title}",
            "yesterday", "402d").stdout
        return ordered(self.event(line) for line in said.splitlines() if line.strip())

    def event(self, line: str) -> Event:
        start, end, status, title = line.split("|", 3)
        start, end = (datetime.datetime.strptime(one, "%Y-%m-%d %H:%M").replace(
            tzinfo=self.zone).astimezone(UTC) for one in (start, end))
        return Event(title, start, end, status.strip() == "CANCELLED", None)


def subscription(url, zone):
    """A subscription in a folder of its own; close it to remove the folder."""
    folder = tempfile.TemporaryDirectory()
    made = Subscription(folder.name, url, zone)
    made.close = folder.cleanup
    return made


def moment(seconds: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(seconds, UTC)


def ordered(events):
    return sorted(events, key=lambda one: (one.start, one.summary))
