"""Prints what another program (PyPI's icalendar) reads in a calendar: python3 read-calendar.py FILE.ics

It fails where the reader finds an error, where a line is longer than 75 octets, or where one does not end with CR and LF.
"""

import sys

import icalendar

data = open(sys.argv[1], "rb").read()
assert data.endswith(b"\r\n") and data.count(b"\n") == data.count(b"\r\n"), "line ends"
for line in data.split(b"\r\n"):
    assert len(line) <= 75, line
    line.decode()  # No character is cut in two.
calendar = icalendar.Calendar.from_ical(data)
assert calendar.errors == [], calendar.errors
print(calendar["X-WR-CALNAME"])
seen = set()
for event in calendar.walk("VEVENT"):
    assert event.errors == [], event.errors
    assert event["UID"] not in seen, event["UID"]
    seen.add(event["UID"])
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    assert (end - start).days == 1
    print(start, event["SUMMARY"], event["UID"], event["DTSTAMP"].dt.isoformat())
    for line in event["DESCRIPTION"].split("\n"):
        print("   ", line)
    for alarm in event.walk("VALARM"):
        assert alarm.errors == [], alarm.errors
        print("    alarm", alarm["TRIGGER"].dt.isoformat())
