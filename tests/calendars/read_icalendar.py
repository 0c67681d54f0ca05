"""Reads calendars, one after the other, from stdin with python3-icalendar and writes their events to stdout as JSON."""

import json
import sys
from datetime import datetime, time

from icalendar import Calendar


def read_alarm(event, alarm):
    midnight = datetime.combine(event['DTSTART'].dt, time())
    return {'at': (midnight + alarm['TRIGGER'].dt).isoformat(), 'text': str(alarm['DESCRIPTION'])}


def read_event(event):
    return {
        'uid': str(event['UID']),
        'sequence': int(event['SEQUENCE']),
        'from': event['DTSTART'].dt.isoformat(),
        'to': event['DTEND'].dt.isoformat(),
        'summary': str(event['SUMMARY']),
        'description': str(event['DESCRIPTION']),
        'categories': [str(one) for one in event['CATEGORIES'].cats],
        'status': str(event['STATUS']),
        'alarms': [read_alarm(event, alarm) for alarm in event.walk('VALARM')],
    }


calendars = Calendar.from_ical(sys.stdin.buffer.read(), multiple=True)
json.dump([read_event(event) for calendar in calendars for event in calendar.walk('VEVENT')], sys.stdout)
