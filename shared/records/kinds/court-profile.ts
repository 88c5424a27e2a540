import { zoneExists } from '../../calendar/instant.ts';
import { states } from '../../law/state-packs.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';

export const courtFields = {
  courtId: field.text({ label: 'Court', required: true, column: true, help: 'The id of a shipped profile, such as us-dcd, to correct it; or an id of your own.' }),
  name: field.text({ label: 'Name', required: true }),
  type: field.choice({ label: 'Kind', required: true, options: { district: 'District court', circuit: 'Court of appeals', adjudicator: 'Adjudicator of an agency' } }),
  zone: field.text({ label: 'Time zone', required: true, help: 'Such as America/New_York.' }),
  state: field.text({ label: 'State', required: true, column: true, help: 'Two letters; DC for the District of Columbia.' }),
  clerk: field.group({
    label: "Clerk's office",
    fields: { city: field.text({ label: 'City', required: true }), closes: field.text({ label: 'Closes at', required: true, help: 'Such as 17:00.' }) },
  }),
  cutoff: field.group({
    label: 'Electronic filing ends before midnight',
    fields: {
      time: field.text({ label: 'At', required: true, help: 'Such as 17:00.' }),
      exceptInitiating: field.flag({ label: 'Not for papers that initiate a proceeding' }),
      source: field.text({ label: 'Source', required: true }),
    },
  }),
  source: field.text({ label: 'Source', required: true }),
  checkedOn: field.day({ label: 'Compared with the local rules on', column: true }),
  note: field.prose({ label: 'Note' }),
};
export type CourtRecord = RecordWith<typeof courtFields>;

const hour = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A court as its local rules stand: zone, state, and the hour at which its day ends (law/SCHEMA.md §2). Laid over a shipped profile of the same id. */
export const courtProfile = defineKind({
  kind: 'court_profile',
  prefix: 'COURT',
  label: 'Court profile',
  plural: 'Court profiles',
  shape: 1,
  upgrades: [],
  fields: courtFields,
  states: { in_use: { label: 'In use', mark: 'circle', fill: 4 }, off: { label: 'Not used', closed: true, mark: 'circle', fill: 0 } },
  initial: 'in_use',
  moves: { in_use: ['off'], off: ['in_use'] },
  guards: [
    {
      name: 'readable',
      on: 'save',
      check: ({ fields }) => [
        ...(zoneExists(fields.zone) ? [] : [`There is no time zone ${fields.zone}.`]),
        ...(states.includes(fields.state) ? [] : [`${fields.state} is not a state of the United States.`]),
        ...[fields.clerk?.closes, fields.cutoff?.time].flatMap((time) => (time === undefined || hour.test(time) ? [] : [`An hour is written 17:00, not ${time}.`])),
      ],
    },
  ],
  title: (fields) => fields.name,
  due: () => null,
  withoutCase: true,
  audience: 'internal',
  privilege: 'none',
});
