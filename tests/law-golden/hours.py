"""Hours, dates that are named, and clear days before an event: the parts of derive.py that count no days forward."""

from datetime import date, timedelta

import derive
from derive import DAY, NEEDS_OFFICE, Reading, earliest, is_closed, iso, months, open_days, readings, utc, wall, walk

HOUR = timedelta(hours=1)


def by_hours(card, given, zone, own):
    """Every hour that passes is counted, so a change of clocks moves the wall time."""
    day, time = derive.split(given['trigger'])
    start = earliest(day, time, own)
    step = 1 if card['way'] == 'after' else -1
    begin = start
    if card['method'] == 'EU1182_HOURS':  # Reg 1182/71 Art 3(1): the hour of the event is not counted
        local = start.astimezone(derive.ZoneInfo(zone))
        begin = start + HOUR - timedelta(minutes=local.minute, seconds=local.second)
    raw = begin + step * card['n'] * HOUR
    strict = start + step * card['n'] * HOUR
    ends = []
    trigger_day = wall(start, zone)[0]
    for one in readings(card, given, None, None):
        closed = is_closed(card, given, one)
        last, at = wall(raw, zone)
        if card['method'] == 'FRCP6_HOURS':
            last = walk(last, 1, closed)
            if last.isoformat() in given.get('inaccessible', []):
                last = walk(last, 1, lambda d: closed(d) or d.isoformat() in given['inaccessible'])
        if card['method'] == 'EU1182_HOURS' and one.two_days and card['n'] >= 48:
            last = max(last, open_days(trigger_day - DAY, 2, 1, closed))
        ends.append((last, at))
    due = ends[0]
    at = raw if due == wall(raw, zone) else utc(due[0], due[1], zone)
    text = lambda moment: f'{moment[0].isoformat()}T{moment[1]}'
    low = min([*ends, wall(strict, zone)]) if card['method'] == 'EU1182_HOURS' else min([*ends, wall(raw, zone)] if card['method'] == 'ELAPSED_HOURS' else ends)
    out = {'due': text(due), 'raw_last_day': wall(raw, zone)[0].isoformat(), 'latest': text(max(ends)), 'dueInstant': iso(at)}
    out['safe'] = text(low) if card['nature'] == 'our_act' else None
    if 'user_tz' in given:
        out['due_local_user'] = at.astimezone(derive.ZoneInfo(given['user_tz'])).strftime('%Y-%m-%dT%H:%M:%S')
    return out


def without_counting(card, given, start, time, zone, own):
    text = lambda day, at: day.isoformat() + (f'T{at}' if at else '')
    if card['method'] == 'IMMEDIATE':
        out = {'due': text(start, time), 'safe': text(start, time), 'latest': text(start, time), 'dueInstant': None}
        if time and own:
            out['dueInstant'] = iso(earliest(*derive.split(given['trigger']), own))
        if card['nature'] == 'their_act':
            out |= {'safe': None, 'follow_up': walk(start + DAY, 1, is_closed(card | {'calendar': 'us-federal'}, given, Reading())).isoformat()}
        return out
    if card['method'] == 'RETENTION_LATEST_OF':
        events = [date.fromisoformat(one) for one in given.get('events', [])] or [start]
        floor = months(max(events), 12 * card['n']).isoformat()
        return {'due': floor, 'safe': floor, 'latest': floor, 'retain_until': floor}
    if card['method'] == 'FIXED_DATE':
        day, at = derive.split(given.get('fixed_date') or f"{given['year']}-{card['n']}")
        safe = text(day, at)
        if card['act'] in NEEDS_OFFICE:
            back = walk(day, -1, is_closed(card | {'calendar': 'us-federal'}, given, Reading(arguable=True)))
            safe = safe if back == day else back.isoformat()
        return {'due': text(day, at), 'safe': safe, 'latest': text(day, at)}
    # CPR 2.8: n clear days before the event are skipped, closed ones too when there are five or fewer; the answer is the day before them.
    closed, event, n = is_closed(card, given, Reading()), date.fromisoformat(given['event']), card['n']
    day = (open_days(event, n, -1, closed) if n <= 5 else event - n * DAY) - DAY
    if given.get('limit') == 'not_more_than':
        return {'due': day.isoformat(), 'earliest_date': day.isoformat()}
    return {'due': day.isoformat(), 'safe': walk(day, -1, closed).isoformat()}
