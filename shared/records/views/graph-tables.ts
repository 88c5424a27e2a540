import { kindNamed, ofKind } from '../kinds.ts';
import { linksIn } from '../links.ts';
import type { AnyRecord } from '../record.ts';
import { axisOf } from './axis.ts';
import { happeningLabels, spanOf, toldAs, type Happening } from './course.ts';
import type { FigureTable } from './figure-tables.ts';
import { placesOf, tieLabel, tiesOn } from './party-ties.ts';
import { around, nearOf, relationsOn } from './relation-graph.ts';
import { stepGraph } from './step-graph.ts';

/** How a date is known, as another program reads it. */
const certainties = { exact: 'on', approximate: 'about', range: 'between', disputed: 'disputed', unknown: 'unknown' } as const;

const doubtIn = ({ hedge, told }: Happening): string => [hedge ?? '', told === null ? '' : toldAs[told]].filter((part) => part !== '').join('; ');

/** What happened and when, in order as far as that is known: what has no date is in the table and on no axis. */
export function courseTable(course: readonly Happening[]): FigureTable {
  const axis = axisOf(course);
  const bars = new Map(axis?.bars.map((bar) => [bar.id, bar]) ?? []);
  const label = ({ kind, words }: Happening): string => [happeningLabels[kind], words].filter((part) => part !== '').join(': ');
  const days = (one: Happening): readonly [string, string, string] => {
    const span = spanOf(one.at);
    return [span?.from ?? '', span?.to ?? '', span?.readings.join('; ') ?? ''];
  };
  return {
    header: ['Date', 'From', 'To', 'Days that different sides give', 'What', 'Record', 'Word of doubt'],
    rows: course.map((one) => [certainties[one.at.certainty], ...days(one), label(one), one.number, doubtIn(one)]),
    drawn: {
      as: 'axis',
      unit: 'dates by month',
      ticks: axis?.ticks ?? [],
      lines: course.map((one) => {
        const [from, to] = days(one);
        const said = one.at.certainty === 'disputed' || one.at.certainty === 'range' ? [from, to].filter((day) => day !== '').join(' / ') : from;
        return { name: `${one.number}  ${label(one)}`, words: said === '' ? 'no date' : said, bar: bars.get(one.id) ?? null };
      }),
    },
  };
}

const named = (record: AnyRecord): string => `${record.number} ${kindNamed(record.kind)?.title(record.fields) ?? ''}`.trim();
const stateOf = (record: AnyRecord): string => kindNamed(record.kind)?.states[record.state]?.label ?? '';

/** Which step waits for which, and for what outside the plan; only what is among the records. */
export function waitingTable(records: readonly AnyRecord[]): FigureTable {
  const byId = new Map(records.map((record) => [record.id, record]));
  const steps = ofKind(records, 'remediation_step');
  const waits = new Map(steps.map((step) => [step.id, (step.fields.dependsOn ?? []).filter((id) => byId.has(id))]));
  const graph = stepGraph(steps.map(({ id }) => ({ id, dependsOn: waits.get(id) ?? [] })));
  return {
    header: ['Step', 'What', 'With', 'State', 'Waits for'],
    rows: steps.map((step) => [
      step.number,
      step.fields.title,
      step.fields.owner ?? '',
      stateOf(step),
      (waits.get(step.id) ?? []).map((id) => byId.get(id)?.number ?? '').join(', '),
    ]),
    drawn: {
      as: 'graph',
      unit: 'an arrow leads from what is waited for to what waits',
      places: graph.places.map((place) => {
        const record = byId.get(place.id);
        return { ...place, words: record ? named(record) : '', ...(record && { below: stateOf(record) }), ...(record?.kind !== 'remediation_step' && { other: true as const }) };
      }),
      lines: graph.edges.map((edge) => ({ ...edge, arrow: true as const })),
    },
  };
}

interface OnDay {
  readonly records: readonly AnyRecord[];
  /** `YYYY-MM-DD` */
  readonly day: string;
}
const partiesOf = ({ records, day }: OnDay) => {
  const parties = ofKind(records, 'party');
  const interests = ofKind(records, 'interest');
  return { parties, ties: tiesOn(parties, interests, day) };
};

/** Who was tied to whom on a day; what a party is tied to is named only where it is among the records. */
export function tiesTable(on: OnDay): FigureTable {
  const byId = new Map(on.records.map((record) => [record.id, record]));
  const { parties, ties } = partiesOf(on);
  const known = ties.filter((tie) => tie.to === null || byId.has(tie.to));
  const cell = (id: string | null, of: (record: AnyRecord) => string): string => {
    const record = id === null ? undefined : byId.get(id);
    return record ? of(record) : '';
  };
  const title = (record: AnyRecord): string => kindNamed(record.kind)?.title(record.fields) ?? '';
  return {
    header: ['Party', 'Number', 'Tie', 'To', 'Number of that', 'Held then'],
    rows: known.map((tie) => [
      cell(tie.from, title),
      cell(tie.from, (one) => one.number),
      tieLabel(tie),
      cell(tie.to, title),
      cell(tie.to, (one) => one.number),
      tie.held === 'possibly' ? 'possibly' : 'yes',
    ]),
    drawn: {
      as: 'graph',
      unit: `ties on ${on.day}, a dashed one possible`,
      places: placesOf(parties, known).map(({ id, column, row }) => ({ id, row, column: column === 'party' ? 0 : 1, words: cell(id, named) })),
      lines: known.flatMap(({ from, to, held }) => (to === null ? [] : [{ from, to, ...(held === 'possibly' && { dashed: true as const }) }])),
    },
  };
}

/** The most that is drawn around a record; the table has all. */
const mostDrawn = 160;
/** With more ties than this only those are drawn by which a record was reached: the rest would be a grey ground. */
const mostLines = 120;

/** What lies within some ties of a record on a day, nearest first, with the tie by which each was reached. */
export function aroundTable({ start, depth, roles, ...on }: OnDay & { readonly start: string; readonly depth: number; readonly roles: readonly string[] }): FigureTable {
  const byId = new Map(on.records.map((record) => [record.id, record]));
  const middle = on.records.find((record) => record.number === start);
  // Out of the records themselves, as they were let go: a link in a field that is held back is none.
  const links = on.records.flatMap(({ id, kind, fields }) => linksIn(kindNamed(kind)?.fields ?? {}, fields).map(({ to, role }) => ({ from: id, to, role })));
  const all = relationsOn(partiesOf(on).ties, links).filter((one) => roles.length === 0 || roles.includes(one.role));
  const nodes = on.records.map(({ id, number, kind }) => ({ id, number, kind, title: '' }));
  const near = nearOf(nodes, all);
  const listed = middle ? around(near, middle.id, depth, Number.POSITIVE_INFINITY).places : [];
  const drawn = middle ? around(near, middle.id, depth, mostDrawn) : { places: [], relations: [], left: 0 };
  const reached = new Set(drawn.places.map((place) => place.via));
  const numberOf = (id: string): string => byId.get(id)?.number ?? '';
  return {
    header: ['Record', 'Title', 'Kind', 'Ties away', 'Reached from', 'Role', 'To', 'Possibly'],
    rows: listed.flatMap(({ id, column, via }) => {
      const record = byId.get(id);
      if (!record) return [];
      const tie = via === null ? ['', '', '', ''] : [numberOf(via.from), via.role, numberOf(via.to), via.possibly === true ? 'possibly' : ''];
      return [[record.number, kindNamed(record.kind)?.title(record.fields) ?? '', kindNamed(record.kind)?.label ?? '', String(column), ...tie]];
    }),
    drawn: {
      as: 'graph',
      // A record that is held back is not named by what lies around it.
      unit: `columns are ties away${middle ? ` from ${start}` : ''} on ${on.day}, a dashed tie is possible`,
      places: drawn.places.map(({ id, column, row }) => {
        const record = byId.get(id);
        return { id, column, row, words: record ? named(record) : '' };
      }),
      lines: (drawn.relations.length > mostLines ? drawn.relations.filter((one) => reached.has(one)) : drawn.relations).map(({ from, to, possibly }) => ({
        from,
        to,
        ...(possibly === true && { dashed: true as const }),
      })),
      left: drawn.left,
    },
  };
}
