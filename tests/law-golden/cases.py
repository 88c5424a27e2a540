"""The cases of the golden set: every rule that gives a date, under the days, zones and facts that go wrong most easily."""

import json

from cards import RULES
from derive import date, expected

# Triggers whose count meets a roll, a holiday that was moved, a leap day, a year's end or a change of clocks; each rule takes three in turn.
FORWARD = ['2026-06-05', '2026-11-27', '2027-06-18', '2027-12-31', '2028-02-29', '2026-12-11', '2027-01-31', '2026-08-31', '2027-05-28', '2027-11-25',
           '2028-06-19', '2026-07-02', '2027-02-13', '2028-01-17', '2026-10-12', '2027-03-13', '2027-12-24', '2026-09-07']
BACKWARD = ['2026-12-09', '2027-07-12', '2028-01-04', '2027-06-25', '2026-11-30', '2027-01-25', '2028-03-01', '2027-12-31', '2026-07-20', '2027-09-13']
# Zones a client's people, courts and servers stand in: half and quarter hours, both sides of the date line, with and without changes of clocks.
ZONES = ['America/New_York', 'America/Los_Angeles', 'America/Chicago', 'America/Phoenix', 'America/Anchorage', 'Pacific/Honolulu', 'America/St_Johns', 'America/Sao_Paulo',
         'Europe/London', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Adelaide', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Chatham',
         'Asia/Tokyo', 'Pacific/Apia', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Pacific/Guam', 'America/Puerto_Rico']
COURTS = ['America/New_York', 'America/Los_Angeles', 'America/Chicago', 'America/Phoenix', 'America/Anchorage', 'Pacific/Honolulu', 'Pacific/Guam', 'America/Puerto_Rico']
# What a rule must be told beside its trigger.
NEEDS = {
    'bis.766.rfa-response.10': {'designated_period_days': 14}, 'frcp.15.amend.B': {'other_qualifying_paper': 'none'}, 'frap.4.cross-appeal.14': None, 'frap.4.reopen.180-14': None,
    'frcp.45.objection.14': None, 'foia.determination.20wd': {'first_designated_receipt': 'same'}, 'uk.cpr.clear-days': None, 'contract.notice-clause': None, 'court.order.days': {'offset': 10},
    'generic.agency-order.days': {'offset': 15},
}
SPECIAL = ('RELATIVE_TO_DEADLINE', 'FRCP6_HOURS', 'ELAPSED_HOURS', 'EU1182_HOURS', 'FIXED_DATE', 'IMMEDIATE', 'RETENTION_LATEST_OF', 'OPEN_ENDED', 'WINDOW', 'AS_STATED', 'UK_CPR_CLEAR_DAYS')
found = []
ABOUT = [
    'Golden dates. Frozen: a date that changes here is a changed reading of a text, and is looked at by a person.',
    'Expected values: derive.py, by Python datetime, calendar and zoneinfo over the IANA data, from the cards of what the rules say (cards.py, whose source is the law data) and SCHEMA.md, 5 and 6.',
    'No value comes from shared/law or tests/law-second. Where `how` gives dates and weekdays in words, a person worked it by hand.',
    'Looked up once elsewhere: federal holidays of 2021-2035 and those of England of 2024-2030 with the Python package holidays 0.109; every plain count of business days with numpy 2.4.6 busday_offset. No difference.',
    'The source of each rule, its citation and the month of the text read, is in the rule itself.',
]


def add(rule, how, **given):
    found.append({'id': f'g{len(found) + 1:03d}', 'rule': rule, 'how': how, 'input': given, 'expected': expected(rule, given)})


def given_by_hand(rule, how, expect, **given):
    """Expected from the text alone, worked by a person: what no walk along a calendar says."""
    found.append({'id': f'g{len(found) + 1:03d}', 'rule': rule, 'how': how, 'input': given, 'expected': expect})


def fact(rule, how, fact, expect, **given):
    found.append({'id': f'g{len(found) + 1:03d}', 'rule': rule, 'how': how, 'fact': fact, 'input': given, 'expected': expect})


def every_rule():
    place = 0
    for rule, (method, n, _, way, _, cal, *_) in RULES.items():
        if method in SPECIAL or NEEDS.get(rule, {}) is None:
            continue
        for turn in range(3):
            place += 1
            triggers = FORWARD if way == 'after' else BACKWARD
            more = dict(NEEDS.get(rule, {}))
            if cal == 'us-federal+state':
                more |= {'court_tz': COURTS[place % len(COURTS)], 'filing': 'electronic', 'user_tz': ZONES[(place * 5) % len(ZONES)]}
            add(rule, 'days walked on the calendar', trigger=triggers[(place * 7) % len(triggers)], **more)


def across_zones():
    """An event late in one zone's day is the next day, or the day before, where the days are counted: due by the governing zone, safe by the earlier date."""
    rules = ['bis.766.answer.30', 'bis.appeal.45', 'bis.vsd.narrative.180', 'ofac.blocking-report.10bd', 'bis.766.interlocutory-reply.5', 'foia.appeal.90', 'bis.766.default-petition.1y']
    for place, zone in enumerate(ZONES[1:]):
        add(rules[place % len(rules)], 'wall clock turned into that of Washington by zoneinfo', trigger=f'2027-0{place % 6 + 3}-{(place * 3) % 27 + 1:02d}T{"23:30" if place % 2 else "00:20"}', trigger_tz=zone)
    for place, (court, zone) in enumerate([('us-dcd', 'America/Los_Angeles'), ('us-cand', 'Asia/Tokyo'), ('us-dcd', 'Pacific/Kiritimati'), ('us-cand', 'America/New_York'), ('us-ca3', 'Asia/Kathmandu')]):
        add('frcp.12.after-motion.14', 'the day of the court where the notice came, by zoneinfo', trigger=f'2026-09-{place * 4 + 3:02d}T2{place % 3}:40', trigger_tz=zone, court=court, filing='electronic')


def hours():
    """The day of the change of clocks, forward and back, in every zone that has one; and a plain day in the others."""
    changes = {'America/New_York': ('2027-03-13T20:15', '2027-11-06T20:15'), 'America/Los_Angeles': ('2027-03-13T01:30', '2027-11-06T12:00'), 'America/Chicago': ('2027-03-12T09:05', '2027-11-05T23:59'),
               'America/Anchorage': ('2027-03-13T16:45', '2027-11-07T00:30'), 'America/St_Johns': ('2027-03-13T22:10', '2027-11-06T22:10'), 'Europe/London': ('2027-03-27T18:00', '2027-10-30T18:00'),
               'Europe/Berlin': ('2027-03-27T15:20', '2027-10-30T15:20'), 'Australia/Adelaide': ('2027-10-02T13:00', '2027-04-03T13:00'), 'Australia/Lord_Howe': ('2027-10-02T09:30', '2027-04-03T09:30'),
               'Pacific/Auckland': ('2027-09-25T10:00', '2027-04-03T10:00'), 'Pacific/Chatham': ('2027-09-25T10:45', '2027-04-03T10:45')}
    for zone in ZONES:
        for trigger in changes.get(zone, ('2027-03-13T20:15', '2027-12-30T23:50')):
            add('generic.agency-order.hours', 'hours counted in UTC, read off the wall by zoneinfo', trigger=trigger, tz=zone, offset=48)
    for zone in COURTS:
        for trigger, n in (('2027-03-12T16:30', 24), ('2027-11-05T09:00', 72), ('2026-07-02T14:00', 24), ('2027-12-23T17:45', 48)):
            add('court.order.hours', 'hours counted in UTC; a closed day passes to the same hour of the next open one', trigger=trigger, court_tz=zone, offset=n, authority='court_order')
    for zone in ('Europe/Berlin', 'Europe/Dublin', 'Europe/Lisbon', 'Europe/Helsinki', 'Europe/Athens', 'Atlantic/Azores'):
        for trigger, holidays in (('2027-03-26T14:37', []), ('2027-10-29T08:00', ['2027-11-01']), ('2026-12-23T23:59', ['2026-12-24', '2026-12-25'])):
            add('eu.gdpr.33.72h', 'the hour of the event left out, then hours in UTC; two working days', trigger=trigger, tz=zone, member_state_holidays=holidays)
    for zone, trigger in (('America/New_York', '2027-03-14T02:30'), ('America/New_York', '2027-11-07T01:30'), ('Australia/Lord_Howe', '2027-10-03T02:15'), ('Australia/Lord_Howe', '2027-04-04T01:45'),
                          ('Europe/Berlin', '2027-03-28T02:30'), ('Pacific/Chatham', '2027-09-26T03:00'), ('America/St_Johns', '2027-11-07T01:15')):
        add('generic.agency-order.hours', 'an hour clocks skip or show twice: the earliest it may be', trigger=trigger, tz=zone, offset=36)
    for zone, other in (('America/Los_Angeles', 'Asia/Kolkata'), ('America/New_York', 'Pacific/Kiritimati'), ('America/New_York', 'Pacific/Pago_Pago'), ('Pacific/Guam', 'America/New_York')):
        add('generic.agency-order.hours', 'the event in one zone, the order in another', trigger='2027-03-14T01:10', trigger_tz=other, tz=zone, offset=30, user_tz=other)


def facts_that_move():
    walked = 'days walked on the calendar'
    for rule in ('frcp.33.answers.30', 'frcp.34.response.30', 'frcp.36.admissions.30', 'frcp.72.objections.14', 'frcp.15.amend.B'):
        for trigger in ('2026-11-24', '2027-06-04', '2027-12-01'):
            for way in ('mail', 'electronic'):
                add(rule, 'three days after the rolled end for mail, none for e-mail; rolled again', trigger=trigger, service_method=way, court='us-dcd', filing='electronic', **NEEDS.get(rule, {}))
    for trigger in ('2026-09-08', '2027-06-21', '2026-12-18'):
        add('frcp.26a2.rebuttal.30', 'three days can be argued for: latest only', trigger=trigger, service_method='mail')
        add('frap.27.response.10', 'FRAP 26(c)', trigger=trigger, service_method='not_electronic_and_not_delivered_that_day', court='us-ca3', filing='electronic')
        add('frap.27.reply.7', 'the circuit’s e-filing closes at 5 p.m.', trigger=trigger, court='us-ca3', filing='electronic', service_method='electronic')
        add('frap.27.reply.7', 'the clerk’s office closes', trigger=trigger, court='us-ca3', filing='paper', service_method='electronic')
        add('usc.2344.petition.60', 'a paper that initiates has until midnight', trigger=trigger, court='us-ca3', filing='electronic', initiating=True)
        add('frcp.6d.plus3', walked, base_expiry=trigger, trigger=trigger)
    add('frcp.33.answers.30', 'clerk inaccessible on two days', trigger='2026-08-12', inaccessible=['2026-09-11', '2026-09-14'], court_tz='America/New_York')
    add('frap.4.appeal.30', 'clerk inaccessible moves safe too: it is filed', trigger='2026-08-12', inaccessible=['2026-09-11'], court_tz='America/Chicago', filing='electronic')
    for who in ('president', 'congress', 'state', 'court'):
        add('frcp.12.answer.21', f'a day declared by the {who}', trigger='2026-11-16', holidays=[{'date': '2026-12-07', 'by': who}], court='us-dcd')
        add('bis.766.answer.30', f'a day declared by the {who}, in an agency', trigger='2026-11-09', holidays=[{'date': '2026-12-09', 'by': who}])
    add('frcp.12.answer.21', 'Emancipation Day is arguable: latest only', trigger='2027-03-26', court='us-dcd')
    add('frcp.12.answer.21', 'Cesar Chavez Day is arguable: latest only', trigger='2027-03-10', court='us-cand')
    add('frcp.12.answer.21', 'a state holiday that counsel entered', trigger='2027-03-01', state_holidays=['2027-03-22', '2027-03-23'], court_tz='America/Chicago')
    add('frcp.6c.motion.14b', 'no state holiday counted backward', trigger='2027-04-12', state_holidays=['2027-03-29'], court_tz='America/Chicago')
    add('frap.4.appeal.30', 'runs from the order on the motion', trigger='2026-06-01', tolling_motion_disposed='2026-09-18', court_tz='America/New_York')
    add('frcp.12.waiver-answer.60', 'ninety days where it was sent abroad', trigger='2026-10-30', sent_outside_us='yes', court_tz='America/New_York')
    add('frcp.15.amend.B', 'the earlier of two papers', trigger='2026-06-22', other_qualifying_paper='2026-06-12', court_tz='America/New_York')
    add('foia.determination.20wd', 'ten days after first receipt at the latest', trigger='2026-07-06', first_designated_receipt='2026-06-15')
    add('foia.determination.20wd', 'ten working days more', trigger='2026-12-14', first_designated_receipt='same', unusual_circumstances='yes')
    add('bis.licence.resolve.90', 'days held do not count', trigger='2026-09-01', holds=[{'start': '2026-09-15', 'end': '2026-10-06'}, {'start': '2026-11-20', 'end': '2026-11-23'}])
    add('bis.licence.validity.4y', 'the date printed wins', trigger='2024-02-29', printed_expiry='2028-05-31')
    for trigger in ('2023-07-04', '2024-02-29', '2022-12-25', '2023-11-11', '2024-01-31'):
        add('bis.licence.validity.4y', 'extended from a legal holiday only', trigger=trigger)
        add('bis.licence.validity.emergency', 'the last day of the month after', trigger=trigger)
    for trigger in ('2026-05-29T11:00', '2026-12-28T09:15', '2027-01-04T16:40'):
        add('frcp.65.tro-expiry.14', 'a protection is relied on until the un-rolled hour', trigger=trigger, court_tz='America/New_York', tz='America/New_York')
    for rule in ('bis.vsd.extension-request', 'bis.766.hearing-demand', 'bis.766.confidentiality-claim', 'foia.sue.earliest'):
        for related in ('2026-12-12', '2027-07-05', '2028-01-01'):
            add(rule, 'follows the other date', related_deadline=related)


def clauses():
    for method, unit, n, trigger in (('PLAIN_CALENDAR', 'calendar_day', 30, '2026-06-05'), ('CALENDAR_ROLL_FORWARD', 'calendar_day', 30, '2026-06-05'), ('BUSINESS_DAYS', 'business_day', 10, '2026-12-18'),
                                     ('FRCP6_DAYS', 'calendar_day', 10, '2027-06-25'), ('MONTH_CORRESPONDING', 'month', 3, '2026-11-30'), ('MONTH_END_STICKY', 'month', 3, '2027-02-28'),
                                     ('MONTH_CORRESPONDING', 'month', 1, '2028-01-31'), ('MONTH_END_STICKY', 'month', 12, '2028-02-29'), ('BUSINESS_DAYS', 'business_day', 3, '2027-12-30')):
        add('contract.notice-clause', 'as the clause counts', trigger=trigger, method=method, unit=unit, offset=n, agreement='Master services agreement, 14.2')
    for n, event in ((3, '2026-12-30'), (5, '2027-04-02'), (7, '2027-01-04'), (14, '2027-05-31'), (2, '2027-03-30')):
        add('uk.cpr.clear-days', 'clear days before, walked by hand', event=event, offset=n)
    for n, trigger, office in ((14, '2026-12-11', 'yes'), (14, '2026-12-11', 'no'), (5, '2027-03-24', 'yes'), (4, '2026-12-23', 'no'), (28, '2027-11-29', 'yes')):
        add('uk.cpr.clear-days', 'clear days after, walked by hand', trigger=trigger, offset=n, act_at_court_office=office)
    for trigger in ('2026-12-21', '2027-03-25', '2027-05-03'):
        add('uk.nsia.review.30wd', 'the day itself is the first', trigger=trigger)
    for trigger, holidays in (('2026-12-17', ['2026-12-25', '2026-12-26', '2027-01-01']), ('2027-05-01', ['2027-05-06']), ('2026-10-01', [])):
        for rule in ('eu.aia.73.critical.2', 'eu.aia.73.general.15', 'eu.gdpr.12.1m'):
            add(rule, 'Reg 1182/71, with the holidays of the member state', trigger=trigger, member_state_holidays=holidays)


def named():
    for year in (2026, 2027, 2028):
        add('ofac.annual-blocked.sep30', 'the same day every year', year=year)
    for at in ('2026-11-28', '2027-01-01', '2026-11-12T17:00'):
        add('generic.fixed-date', 'named by the paper; never moves', fixed_date=at)
    add('bis.records.5y', 'the latest of the events', events=['2024-02-29', '2021-05-04', '2023-12-31'])
    add('ofac.records', 'ten years', trigger='2024-02-29')
    for zone in ('Asia/Tokyo', 'America/New_York', 'Australia/Adelaide'):
        add('eu.aia.55.incident', 'due when it happens', trigger='2027-03-28T02:10', tz=zone)
    for lacking, rule, given in (('compliance_time', 'frcp.45.objection.14', {'trigger': '2026-07-01'}), ('trigger', 'bis.766.answer.30', {}), ('trigger', 'generic.agency-order.hours', {'trigger': '2026-07-01', 'tz': 'UTC', 'offset': 24}),
                                 ('notice_received', 'frap.4.reopen.180-14', {'trigger': '2026-07-01'}), ('related_deadline', 'bis.766.hearing-demand', {}), ('tolling_motion_disposed', 'frap.4.appeal.30', {'trigger': '2026-07-01', 'tolling_motion_disposed': 'pending'}),
                                 ('first_designated_receipt', 'foia.determination.20wd', {'trigger': '2026-07-01'}), ('offset', 'generic.agency-order.days', {'trigger': '2026-07-01'})):
        given_by_hand(rule, 'a fact without which there is no date: none is guessed', {'due': None, 'dueInstant': None, 'safe': None, 'latest': None, 'missing': [lacking]}, **given)
    # Joins: the earlier of two, the later of two.
    given_by_hand('frcp.45.objection.14', 'compliance on Fri 10 Jul comes before 14 days (Wed 15 Jul); before it, so Thu 9 Jul', {'due': '2026-07-10', 'safe': '2026-07-09', 'strictly_before': True}, trigger='2026-07-01', compliance_time='2026-07-10')
    given_by_hand('frcp.45.objection.14', '14 days end on Wed 15 Jul, before compliance on 31 Jul', {'due': '2026-07-15', 'safe': '2026-07-14', 'strictly_before': True}, trigger='2026-07-01', compliance_time='2026-07-31')
    given_by_hand('frap.4.cross-appeal.14', '14 days end Wed 15 Jul; our own period, to 31 Jul, is later', {'due': '2026-07-31'}, trigger='2026-07-01', own_appeal_deadline='2026-07-31')
    given_by_hand('frap.4.cross-appeal.14', '14 days end Wed 15 Jul; our own period ended before', {'due': '2026-07-15'}, trigger='2026-07-01', own_appeal_deadline='2026-07-06')
    given_by_hand('frap.4.reopen.180-14', 'entry + 180 days is Mon 28 Dec; notice 1 Sep + 14 days is Tue 15 Sep', {'due': '2026-09-15'}, trigger='2026-07-01', notice_received='2026-09-01')
    given_by_hand('frap.4.reopen.180-14', 'entry + 180 days is Mon 28 Dec; notice + 14 days would be 1 Jan 2027', {'due': '2026-12-28'}, trigger='2026-07-01', notice_received='2026-12-18')
    given_by_hand('bis.vsd.lookback.5y', 'looks back over five years: no last day', {'due': None, 'window_from': '2023-02-28', 'window_to': '2028-02-29'}, trigger='2028-02-29')


def uncertain():
    walked = 'the set above, once for each date the fact allows; no last day is stated where they differ'
    for rule, low, high in (('frcp.12.answer.21', '2026-06-15', '2026-06-17'), ('bis.766.answer.30', '2026-11-05', '2026-11-10'), ('bis.appeal.45', '2026-07-01', '2026-07-03'), ('bis.tdo.expiry.180', '2026-06-10', '2026-06-12'),
                            ('usc.2462.penalty.5y', '2024-02-28', '2024-03-01'), ('bis.766.discovery-serve.20b', '2027-01-25', '2027-01-29')):
        a, b = (expected(rule, {'trigger': day}) for day in (low, high))
        later = RULES[rule][7] in ('expiry_burdening_us', 'exposure_end')
        safe, latest = (max if later else min)(a['safe'], b['safe']), max(a['latest'], b['latest'])
        fact(rule, walked, {'certainty': 'range', 'earliest': low, 'latest': high}, {'due': None, 'safe': safe, 'latest': latest, 'missing': ['trigger']})
        fact(rule, walked, {'certainty': 'range', 'earliest': low}, {'due': None, 'safe': None if later else a['safe'], 'latest': None, 'missing': ['trigger']})
        fact(rule, walked, {'certainty': 'disputed', 'readings': [{'day': low, 'saidBy': 'us'}, {'day': high, 'saidBy': 'them'}]}, {'due': None, 'safe': safe, 'latest': latest, 'missing': ['trigger']})
        fact(rule, 'nothing is counted from a day nobody knows', {'certainty': 'unknown'}, {'due': None, 'safe': None, 'latest': None, 'missing': ['trigger']})
        fact(rule, 'an approximate day is never made exact', {'certainty': 'approximate', 'day': low}, {'due': None, 'latest': None, 'missing': ['trigger']})
    fact('frcp.12.answer.21', 'Sat 22 and Sun 23 August both run to Monday', {'certainty': 'range', 'earliest': '2026-08-01', 'latest': '2026-08-02'}, {'due': '2026-08-24', 'safe': '2026-08-24'})


def others_roles():
    mirrored = 'the other side holds the role: mirrored (SCHEMA, enums.nature)'
    for trigger in ('2026-11-27', '2027-06-18', '2027-12-10'):
        add('frcp.12.answer.21', mirrored, trigger=trigger, our_role='plaintiff')
        add('bis.766.answer.30', mirrored, trigger=trigger, our_role='movant')
        add('frcp.62.stay.30', mirrored, trigger=trigger, our_role='plaintiff')
        add('frcp.65.tro-expiry.14', mirrored, trigger=trigger, our_role='restrained_party')
    for trigger in ('2026-11-27T10:00', '2027-07-02T18:30', '2027-12-23T09:00'):
        add('frap.8.stay-motion', 'at once; whoever follows it up does so on a business day', trigger=trigger, tz='America/New_York', our_role='opposing_party')
        add('frap.8.stay-motion', 'at once', trigger=trigger, tz='America/New_York')
        add('bis.material-change.immediate', 'at once', trigger=trigger, tz='America/Los_Angeles')
    given_by_hand('bis.vsd.bundle.quarter', 'looks back over three months: no last day', {'due': None, 'window_from': '2026-11-28', 'window_to': '2027-02-28'}, trigger='2027-02-28')
    given_by_hand('bis.records.request-hold', 'open until the agency releases it in writing', {'due': None, 'disposable': False}, trigger='2026-07-01', as_of='2033-01-01', retain_until='2031-07-01')
    for days, start in ((3, 'original_base'), (3, 'rolled_end'), (14, 'original_base'), (14, 'rolled_end')):
        for rule in ('frcp.33.answers.30', 'bis.766.answer.30', 'bis.appeal.45'):
            add(rule, 'an extension with the period itself, or after its end', trigger='2026-08-07', extension={'amount': days, 'unit': 'calendar_day', 'from': start})
    add('foia.determination.20wd', 'working days held do not count', trigger='2026-06-01', first_designated_receipt='same', holds=[{'start': '2026-06-10', 'end': '2026-06-22'}])
    add('bis.licence.initial.9', 'held over the last day', trigger='2026-09-01', holds=[{'start': '2026-09-10', 'end': '2026-09-17'}])


def golden():
    for part in (every_rule, others_roles, across_zones, hours, facts_that_move, clauses, named, uncertain):
        part()
    return ''.join(json.dumps(one, ensure_ascii=False) + '\n' for one in [{'about': ABOUT}, *found])
