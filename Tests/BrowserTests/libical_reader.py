"""Reads a calendar from standard input with libical, as GNOME and KDE do, and prints its events as
JSON. Runs in the system's Python, which has the bindings; status 1 where libical finds an error."""

import json
import sys

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402

calendar = ICalGLib.Component.new_from_string(sys.stdin.buffer.read().decode())
errors = calendar.count_errors()
# It checks what invitations may hold as well, and writes what it finds into the component.
ICalGLib.restriction_check(calendar)
complaints = [line for line in calendar.as_ical_string().replace("\r\n ", "").splitlines()
              if "X-LIC-ERROR" in line]
utc = ICalGLib.Timezone.get_utc_timezone()
events = []
event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
while event is not None:
    start, end = (moment.convert_to_zone(utc).as_timet() for moment in (
        event.get_dtstart(), event.get_dtend()))
    canceled = event.get_status() == ICalGLib.PropertyStatus.CANCELLED
    events.append([event.get_summary(), start, end, canceled, event.get_sequence()])
    event = calendar.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
print(json.dumps({"events": events, "complaints": complaints, "errors": errors}))
sys.exit(1 if errors or complaints else 0)
