import type { DateFact } from '../date-fact.ts';
import type { RecordOf } from '../kinds.ts';
import { surfaces } from '../parts/activities.ts';
import { doubtOf } from '../parts/attribution.ts';
import { accessStates } from '../kinds/restricted-model.ts';
import { inOrder } from './chronology.ts';
import { courseOf, plainHappening, type Happening } from './course.ts';

type Model = Pick<RecordOf<'restricted_model'>, 'id' | 'number' | 'fields'>;
type Order = Pick<RecordOf<'order'>, 'id' | 'number' | 'state' | 'fields'>;
type Event = Pick<RecordOf<'chronology_event'>, 'id' | 'number' | 'state' | 'fields'>;
type Finding = Pick<RecordOf<'finding'>, 'id' | 'number' | 'fields'>;
type Impact = Pick<RecordOf<'impact'>, 'id' | 'number' | 'fields'>;

/**
 * What happened to one model: its versions, the orders that reach it with the events drawn from them, changes of access (one line for all surfaces on which
 * the same became of a version at the same time), tests, and effects; in order as far as that is known.
 */
export function modelCourse(model: Model, around: { orders: readonly Order[]; events: readonly Event[]; findings: readonly Finding[]; impacts: readonly Impact[] }): Happening[] {
  const own = { ...plainHappening, number: model.number };
  const changes = new Map<string, { version: string; state: keyof typeof accessStates; since: DateFact; where: string[] }>();
  for (const row of model.fields.access ?? []) {
    if (row.since === undefined) continue;
    const key = JSON.stringify([row.version, row.state, row.since]);
    const change = changes.get(key) ?? { version: row.version, state: row.state, since: row.since, where: [] };
    if (!change.where.includes(surfaces[row.surface])) change.where.push(surfaces[row.surface]);
    changes.set(key, change);
  }
  return inOrder<Happening>([
    ...courseOf({ events: around.events, orders: around.orders, communications: [], filings: [] }),
    ...(model.fields.versions ?? []).flatMap(({ label, released }, i): Happening[] =>
      released === undefined ? [] : [{ ...own, id: `${model.id} version ${i}`, kind: 'released', words: label, at: released }],
    ),
    ...[...changes.values()].map(
      ({ version, state, since, where }, i): Happening => ({
        ...own,
        id: `${model.id} access ${i}`,
        kind: 'access',
        words: `${version}: ${accessStates[state].toLowerCase()} (${where.join(', ').toLowerCase()})`,
        at: since,
      }),
    ),
    ...around.findings.flatMap(({ id, number, fields }): Happening[] =>
      fields.tested === undefined
        ? []
        : [{ ...plainHappening, id, number, kind: 'tested', words: fields.title, at: fields.tested, ...doubtOf(fields.attribution), actors: fields.tester }],
    ),
    ...around.impacts.flatMap(({ id, number, fields }): Happening[] =>
      fields.start === undefined ? [] : [{ ...plainHappening, id, number, kind: 'effect', words: fields.title, at: fields.start, ...doubtOf(fields.attribution) }],
    ),
  ]);
}
