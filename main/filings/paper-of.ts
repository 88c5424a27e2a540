import { byNumber } from '../../shared/records/by-number.ts';
import { dayText } from '../../shared/calendar/day.ts';
import type { Now } from '../../shared/calendar/clock.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import { unreachable } from '../../shared/failure/unreachable.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { isKind, type RecordOf } from '../../shared/records/kinds.ts';
import type { Reading } from '../records/reading.ts';
import { accessStatus } from './access-status.ts';
import { Citations } from './citations.ts';
import type { Desk } from './desk.ts';
import { inWords } from './paper-date.ts';
import { orderSummary } from './order-summary.ts';
import type { PaperData, Template } from './press/paper.ts';
import type { Profile } from './press/press.ts';
import { recipientOf, type Recipient } from '../exchange/recipient.ts';
import type { Shelf } from './shelf.ts';
import { statusReport } from './status-report.ts';

/** What is asked for: a document about one model, under one order or all that cover it. Numbers or ids. */
export interface PaperAsked {
  readonly document: Template;
  readonly model: string;
  readonly order?: string | undefined;
  readonly profile: Profile;
  readonly filing?: string | undefined;
  /** The day that a status is asked about, `YYYY-MM-DD`; the day of the paper when left out. */
  readonly day?: string | undefined;
  /** Who receives it, by name or by the number of a party: what is for named recipients goes to one of them and to nobody else. */
  readonly recipient?: string | undefined;
}
/** The records a paper is about, before anything is chosen. */
export interface Subject {
  readonly model: RecordOf<'restricted_model'>;
  readonly order: RecordOf<'order'> | undefined;
  readonly filing: RecordOf<'filing'> | undefined;
  readonly recipient: Recipient | undefined;
}

/** Finds what is asked for. Refuses `record-not-found` for a number that is not there or is of another kind. */
export function subjectOf(reading: Reading, asked: PaperAsked): Subject {
  return {
    model: wanted(reading, 'restricted_model', asked.model),
    order: asked.order === undefined ? undefined : wanted(reading, 'order', asked.order),
    filing: asked.filing === undefined ? undefined : wanted(reading, 'filing', asked.filing),
    recipient: asked.recipient === undefined ? undefined : recipientOf(reading, asked.recipient),
  };
}

function wanted<K extends 'restricted_model' | 'order' | 'filing'>(reading: Reading, kind: K, number: string): RecordOf<K> {
  const record = reading.require(number);
  if (record.removed !== undefined || !isKind(record, kind)) refuse({ code: 'record-not-found', number });
  // Proof of the cast: its kind was just compared.
  return record;
}

/** The orders that a paper is about, those among them that are only anticipated. Refuses `record-not-found` where the shelf lacks the one. */
export const ordersAbout = (shelf: Shelf, { model, order }: Subject): RecordOf<'order'>[] =>
  order === undefined ? shelf.linking('order', model.id, 'covers') : [shelf.get('order', order.id) ?? refuse({ code: 'record-not-found', number: order.number })];

/** Makes the data of the paper from what is on the shelf. Refuses `record-not-found` where the shelf lacks the very thing the paper is about. */
export function paperOf(shelf: Shelf, subject: Subject, asked: PaperAsked, now: Now): PaperData[Template] {
  const model = shelf.get('restricted_model', subject.model.id) ?? refuse({ code: 'record-not-found', number: subject.model.number });
  const orders = ordersAbout(shelf, subject);
  const today = dayText(momentAt(now.instant, now.zone).day);
  const desk: Desk = {
    shelf,
    profile: asked.profile,
    model,
    filing: subject.filing,
    recipient: subject.recipient?.name,
    cite: new Citations(shelf, subject.filing, asked.profile),
    today,
    looking: { now: now.instant, zone: now.zone, today },
    todayWords: inWords({ certainty: 'exact', day: today }),
    orders: orders.filter((order) => order.state !== 'draft').sort(byNumber),
  };
  switch (asked.document) {
    case 'order-summary':
      return orderSummary(desk);
    case 'status-report':
      return statusReport(desk);
    case 'access-status':
      return accessStatus(desk, asked.day ?? today);
    default:
      return unreachable(asked.document);
  }
}
