"""Works out tests/law-golden/golden.jsonl: what the golden dates are expected to be.

Only Python's own calendar (datetime, calendar, zoneinfo over the IANA data) and the cards of what the texts say: no line of shared/ or of tests/law-second.
Days are walked one by one, as on a wall calendar. Run `python derive.py` to print the file; a date that changes here is a changed reading of a text.
"""

import calendar
import itertools
from datetime import date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from cards import RULES

DAY = timedelta(days=1)
NY = 'America/New_York'


# ── Holidays ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

def nth(year, month, weekday, n):
    """The n-th weekday (Monday 0) of a month; the last for n = -1."""
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return date(year, month, days[n - 1 if n > 0 else n])


@cache
def federal(year):
    """5 USC 6103(a). Gives {day: 'own' | 'monday' | 'friday'}."""
    own = [date(year, 1, 1), nth(year, 1, 0, 3), nth(year, 2, 0, 3), nth(year, 5, 0, -1), date(year, 7, 4), nth(year, 9, 0, 1),
           nth(year, 10, 0, 2), date(year, 11, 11), nth(year, 11, 3, 4), date(year, 12, 25)]
    if year >= 2021:
        own.append(date(year, 6, 19))
    kept = dict.fromkeys(own, 'own')
    for day in own + [date(year + 1, 1, 1)]:
        if day.weekday() == 6:
            kept.setdefault(day + DAY, 'monday')
        if day.weekday() == 5:
            kept.setdefault(day - DAY, 'friday')
    return {day: why for day, why in kept.items() if day.year == year}


def easter(year):
    """Table of the churches, no formula."""
    return date.fromisoformat({2024: '2024-03-31', 2025: '2025-04-20', 2026: '2026-04-05', 2027: '2027-03-28', 2028: '2028-04-16', 2029: '2029-04-01', 2030: '2030-04-21'}[year])


@cache
def england(year):
    sunday = easter(year)
    kept = {date(year, 1, 1), sunday - 2 * DAY, sunday + DAY, nth(year, 5, 0, 1), nth(year, 5, 0, -1), nth(year, 8, 0, -1), date(year, 12, 25), date(year, 12, 26)}
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while day.weekday() > 4:
            day += DAY
            while day in kept:
                day += DAY
        kept.add(day)
    return kept


def state_pack(state, day):
    """Days of a state's own list that may be argued for: D.C. and California."""
    year = day.year
    if state == 'DC':
        days = {date(year, 4, 16)} | ({date(year, 1, 20)} if year % 4 == 1 else set())
        for one in list(days):
            days |= {one - DAY} if one.weekday() == 5 else {one + DAY} if one.weekday() == 6 else set()
        return day in days
    if state == 'CA':
        moving = {date(year, 2, 12), date(year, 3, 31), date(year, 9, 9)}
        moving |= {one + DAY for one in moving if one.weekday() == 6}
        lunar = {2026: date(2026, 2, 17), 2027: date(2027, 2, 6), 2028: date(2028, 1, 26)}.get(year)
        return day in moving | {date(year, 4, 24), nth(year, 9, 4, 4), lunar}
    return False


COURTS = {  # zone, state, cut-off of electronic filing, whether papers that initiate escape it, hour at which the clerk closes
    'us-dcd': (NY, 'DC', None, False, None),
    'us-cand': ('America/Los_Angeles', 'CA', None, False, None),
    'us-ca3': (NY, 'PA', '17:00', True, '17:00'),
}
COURT_METHODS = ('FRCP6_DAYS', 'FRAP26_DAYS', 'FRCP6_HOURS', 'ADD_AFTER_EXPIRY')


# ── One way of reading what is open ───────────────────────────────────────────────────────────────────────────────────────────────────

class Reading:
    def __init__(self, **given):
        self.friday, self.state, self.arguable, self.plus3, self.event_zone = True, True, False, False, False
        self.bis_forward, self.bis_plain, self.two_days, self.ten_working = False, False, True, False
        self.__dict__.update(given)


def is_closed(card, given, reading):
    """Whether a day is not worked, by the calendar that the text names."""
    cal, forward, listed = card['calendar'], card['way'] == 'after', {date.fromisoformat(d) for d in given.get('state_holidays', [])}
    entered = [(date.fromisoformat(h['date']), h['by']) for h in given.get('holidays', [])]
    court_state = COURTS[given['court']][1] if 'court' in given else None

    def closed(day):
        if cal == 'none':
            return False
        if day.weekday() > 4:
            return True
        if cal == 'uk-ew':
            return day in england(day.year)
        if cal == 'eu-member-state':
            return day.isoformat() in given.get('member_state_holidays', [])
        why = federal(day.year).get(day)
        if why in ('own', 'monday') or (why == 'friday' and reading.friday) or any(d == day and by in ('president', 'congress') for d, by in entered):
            return True
        if cal == 'us-federal+state' and forward:
            if reading.state and (day in listed or any(d == day and by == 'state' for d, by in entered)):
                return True
            if reading.arguable and (state_pack(court_state, day) or any(d == day and by == 'court' for d, by in entered)):
                return True
        return False

    return closed


def walk(day, step, closed):
    while closed(day):
        day += step * DAY
    return day


def open_days(day, n, step, closed):
    while n:
        day += step * DAY
        n -= not closed(day)
    return day


def months(day, n):
    index = day.year * 12 + day.month - 1 + n
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


# ── Moments ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

def split(text):
    day, _, time = text.partition('T')
    return date.fromisoformat(day), time or None


def utc(day, time, zone, fold=0):
    parts = [int(p) for p in time.split(':')]
    return datetime(day.year, day.month, day.day, *parts, tzinfo=ZoneInfo(zone), fold=fold).astimezone(timezone.utc)


def earliest(day, time, zone):
    """The earliest instant that a wall clock's hour may mean: of one shown twice the first, of one never shown the one read by the clock put forward already."""
    return min(utc(day, time, zone, 0), utc(day, time, zone, 1))


def wall(instant, zone):
    local = instant.astimezone(ZoneInfo(zone))
    return local.date(), local.strftime('%H:%M')


def iso(instant):
    return instant.strftime('%Y-%m-%dT%H:%M:%SZ')


# ── Counting ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

def count(card, given, reading, start):
    """(raw, before inaccessible days, end) of one reading."""
    method, n, step, closed = card['method'], card['n'], 1 if card['way'] == 'after' else -1, is_closed(card, given, reading)
    if method == 'RELATIVE_TO_DEADLINE':
        start = date.fromisoformat(given['related_deadline'])
    if method == 'ADD_AFTER_EXPIRY' and 'base_expiry' in given:
        start = date.fromisoformat(given['base_expiry'])
    if given.get('tolling_motion_disposed', 'none') not in ('none', 'pending'):
        start = date.fromisoformat(given['tolling_motion_disposed'])
    if given.get('other_qualifying_paper', 'none') != 'none':
        start = min(start, date.fromisoformat(given['other_qualifying_paper']))
    if given.get('first_designated_receipt', 'same') != 'same':
        first = date.fromisoformat(given['first_designated_receipt'])
        start = min(start, open_days(first, 10, 1, closed) if reading.ten_working else first + 10 * DAY)
    if given.get('unusual_circumstances') == 'yes':
        n += 10
    if given.get('sent_outside_us') == 'yes':
        n = 90
    n = given.get('designated_period_days', n)
    longer = given.get('extension')  # of the rule's own unit: with the period itself, or after its rolled end
    if longer and longer['from'] == 'original_base':
        n += longer['amount']
    by_units = {'year': 12, 'month': 1}.get(card['unit'])
    if 'printed_expiry' in given or 'longer_period_end' in given:
        raw = date.fromisoformat(given.get('printed_expiry') or given['longer_period_end'])
    elif method == 'BUSINESS_DAYS':
        held = lambda day: any(h['start'] <= day.isoformat() < h['end'] for h in given.get('holds', []))
        raw = open_days(start - step * DAY if card.get('with_trigger') else start, n, step, lambda day: closed(day) or held(day))
    elif method == 'BIS766' and n <= 7 and not reading.bis_plain:
        raw = open_days(start, n, step, closed)
    elif method == 'UK_CPR_CLEAR_DAYS' and n <= 5:
        raw = open_days(start, n, 1, closed)
    elif method == 'MONTH_LAST_DAY':
        raw = months(start.replace(day=1), n)
        raw = raw.replace(day=calendar.monthrange(raw.year, raw.month)[1])
    elif method == 'MONTH_END_STICKY':
        raw = months(start, step * n * by_units)
        if (start + DAY).day == 1:
            raw = raw.replace(day=calendar.monthrange(raw.year, raw.month)[1])
    elif by_units:
        raw = months(start, step * n * by_units)
    else:
        raw = start + step * n * DAY
    for hold in sorted(given.get('holds', []), key=lambda h: h['start']) if method != 'BUSINESS_DAYS' else []:  # part 750: a day held is not counted
        day, until = date.fromisoformat(hold['start']), date.fromisoformat(hold['end'])
        while day < until:
            if start < day <= raw:
                raw += DAY
            day += DAY

    def roll(day):
        rule = card['roll']
        if rule == 'LEGAL_HOLIDAY_ONLY_FORWARD':
            holiday = federal(day.year).get(day) in ('own', 'monday') or (federal(day.year).get(day) == 'friday' and reading.friday)
            holiday = holiday or day.isoformat() in given.get('state_holidays', [])
            return walk(day, 1, closed) if holiday else day
        if rule in ('NEXT_BUSINESS_FORWARD', 'COURT_OPEN_FORWARD') or (rule == 'COURT_OFFICE_ACT_ONLY' and given.get('act_at_court_office') == 'yes'):
            return walk(day, 1, closed)
        if rule == 'CONTINUE_SAME_DIRECTION':
            return walk(day, 1 if reading.bis_forward else step, closed)
        return day

    end = roll(raw)
    if method == 'EU1182_DAYS' and reading.two_days and n >= 2:
        end = max(end, open_days(start, 2, 1, closed))
    served = given.get('service_method')
    more = card.get('served', {}).get(served, 0) + (card.get('served_arguable', {}).get(served, 0) if reading.plus3 else 0)
    if more:
        end = roll(end + more * DAY)
    if longer and longer['from'] == 'rolled_end':
        end = roll(open_days(end, longer['amount'], 1, closed) if method == 'BUSINESS_DAYS' else end + longer['amount'] * DAY)
    other = end
    if method in COURT_METHODS and end.isoformat() in given.get('inaccessible', []):
        end = walk(end, 1, lambda day: closed(day) or day.isoformat() in given['inaccessible'])
    return raw, other, end


def readings(card, given, start, event_day):
    """Every way to read what the facts leave open, the prevailing one first (SCHEMA, enums.readings)."""
    method, forward, axes = card['method'], card['way'] == 'after', {}
    if method in COURT_METHODS or method == 'BIS766' or (method == 'MONTH_CORRESPONDING' and card['roll'] == 'NEXT_BUSINESS_FORWARD'):
        axes['friday'] = (True, False)
    if card['calendar'] == 'us-federal+state' and forward:
        axes['state'] = (True, False)
        axes['arguable'] = (False, True)
    if method == 'BIS766' and not forward:
        axes['bis_forward'] = (False, True)
        if card['n'] <= 7:
            axes['bis_plain'] = (False, True)
    if card.get('served_arguable', {}).get(given.get('service_method')):
        axes['plus3'] = (False, True)
    if start != event_day:
        axes['event_zone'] = (False, True)
    if given.get('first_designated_receipt', 'same') != 'same':
        axes['ten_working'] = (False, True)
    if method in ('EU1182_DAYS', 'EU1182_HOURS'):
        axes['two_days'] = (True, False)
    return [Reading(**dict(zip(axes, values))) for values in itertools.product(*axes.values())]


NEEDS_OFFICE = ('file', 'serve', 'file_and_serve', 'serve_and_file', 'be_received', 'respond', 'meet', 'any', 'modifier')
FILES = ('file', 'file_and_serve', 'serve_and_file', 'any')


def governing(card, given):
    """The zone whose days count: the court's, the one given, the office's own, Washington or London."""
    if 'court' in given:
        return COURTS[given['court']][0]
    return given.get('court_tz') or given.get('tz') or (card['ends'][1] if 'ends' in card else {'us-federal': NY, 'uk-ew': 'Europe/London'}.get(card['calendar']))


# Where the other side holds the actor's role the date is theirs, and what protects them binds us.
MIRROR = {'our_act': 'their_act', 'their_act': 'our_act', 'expiry_protecting_us': 'expiry_burdening_us', 'expiry_burdening_us': 'expiry_protecting_us', 'exposure_end': 'our_act'}


def card_of(rule, given):
    method, n, unit, way, roll, cal, actor, nature, act, more = RULES[rule]
    card = dict(id=rule, method=method, n=n, unit=unit, way=way, roll=roll, calendar=cal, actor=actor, nature=nature, act=act, **more)
    if method == 'AS_STATED':
        card |= {'method': given['method'], 'unit': given['unit']}
        card['roll'] = 'NEXT_BUSINESS_FORWARD' if given['method'] in ('FRCP6_DAYS', 'CALENDAR_ROLL_FORWARD') else 'NONE'
    if card['n'] is None:
        card['n'] = given.get('offset')
    role = given.get('our_role')
    if role and role != actor and actor not in ('party', 'company', 'agency', 'adjudicator', 'court', 'charging_party'):
        card['nature'] = MIRROR.get(nature, nature)
    return card


def expected(rule, given):
    """What SCHEMA.md, 6 says of the answer."""
    card = card_of(rule, given)
    zone, nature, method = governing(card, given), card['nature'], card['method']
    event_day, time = split(given['trigger']) if 'trigger' in given else (None, None)
    start, own = event_day, given.get('trigger_tz') or given.get('tz') or zone
    if method in ('FRCP6_HOURS', 'ELAPSED_HOURS', 'EU1182_HOURS'):
        from hours import by_hours
        return by_hours(card, given, zone or own, own)
    if time and own and zone and own != zone:
        start, time = wall(earliest(event_day, time, own), zone)
    if method == 'IMMEDIATE' or method == 'FIXED_DATE' or method == 'RETENTION_LATEST_OF' or 'event' in given:
        from hours import without_counting
        return without_counting(card, given, start, time, zone, own)
    found = [(one, count(card, given, one, event_day if one.event_zone else start)) for one in readings(card, given, start, event_day)]
    raw, _, due = found[0][1]
    latest = max(end for _, (_, _, end) in found)
    out = {'due': due.isoformat(), 'raw_last_day': raw.isoformat(), 'latest': latest.isoformat()}
    out['safe'] = safe(card, given, found, start, time)
    if nature == 'their_act':
        # Where a text names no calendar a business day is still one on which offices are open.
        closed = is_closed(card | {'way': 'after'} | ({'calendar': 'us-federal'} if card['calendar'] == 'none' else {}), given, Reading())
        out['follow_up'] = walk(latest + DAY, 1, closed).isoformat()
    if card.get('strict'):
        out['strictly_before'] = True
    at = last_moment(card, given, due, zone)
    out['dueInstant'] = None if at is None else iso(at)
    if at is not None and 'user_tz' in given:
        out['due_local_user'] = at.astimezone(ZoneInfo(given['user_tz'])).strftime('%Y-%m-%dT%H:%M:%S')
    return out


def safe(card, given, found, start, time):
    nature, method = card['nature'], card['method']
    if nature == 'their_act':
        return None
    if nature == 'expiry_protecting_us':
        counted = 'printed_expiry' not in given and 'longer_period_end' not in given
        return min(raw for _, (raw, _, _) in found).isoformat() + (f'T{time}' if time and counted else '')
    if nature != 'our_act':
        return max(end for one, (_, _, end) in found if not one.arguable and not one.plus3 and not (one.state and 'state_holidays' in given and given['state_holidays'])).isoformat()
    rolling = method in COURT_METHODS or method == 'BIS766' or (method == 'MONTH_CORRESPONDING' and card['roll'] == 'NEXT_BUSINESS_FORWARD')
    if rolling:
        day = min(end if card['act'] in FILES else other for _, (_, other, end) in found)
    else:
        day = min(min(raw, end) for _, (raw, _, end) in found)
    shut = is_closed(card | ({'calendar': 'us-federal'} if card['calendar'] == 'none' else {}), given, Reading(arguable=True))
    if card.get('strict'):
        return walk(day - DAY, -1, shut).isoformat()
    if not rolling and not method.startswith('EU') and card['act'] in NEEDS_OFFICE:
        back = walk(day, -1, shut)
        if not (card['way'] == 'after' and start is not None and back < start):
            day = back
    return day.isoformat()


def last_moment(card, given, due, zone):
    if 'ends' in card:
        return utc(due, card['ends'][0], card['ends'][1])
    court = COURTS.get(given.get('court'))
    in_court = court or card['calendar'] == 'us-federal+state' or card['method'] in ('FRCP6_DAYS', 'FRAP26_DAYS')
    if given.get('filing') == 'electronic' and in_court and zone:
        if court and court[2] and not (court[3] and given.get('initiating')):
            return utc(due, court[2], zone)
        return utc(due, '23:59:59', zone)
    if given.get('filing') == 'paper' and court and court[4]:
        return utc(due, court[4], zone)
    return None


if __name__ == '__main__':
    from cases import golden
    print(golden(), end='')
