"""Reads a calendar from stdin with python3-vobject and writes its events to stdout as JSON."""

import json
import sys
from datetime import datetime, time

import vobject


def read_alarm(event, alarm):
    midnight = datetime.combine(event.dtstart.value, time())
    return {'at': (midnight + alarm.trigger.value).isoformat(), 'text': alarm.description.value}


def read_event(event):
    return {
        'uid': event.uid.value,
        'sequence': int(event.sequence.value),
        'from': event.dtstart.value.isoformat(),
        'to': event.dtend.value.isoformat(),
        'summary': event.summary.value,
        'description': event.description.value,
        'categories': event.categories.value,
        'status': event.status.value,
        'alarms': [read_alarm(event, alarm) for alarm in event.contents.get('valarm', [])],
    }


calendar = vobject.readOne(sys.stdin.buffer.read().decode())
calendar.validate(raiseException=True)
json.dump([read_event(event) for event in calendar.contents.get('vevent', [])], sys.stdout)
