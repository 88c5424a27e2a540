import { field } from '../field.ts';
import { defineKind, type Look, type RecordWith } from '../kind.ts';

export const rosterFields = {
  screening: field.link({ label: 'Screened in', required: true, to: ['screening'], role: 'roster_of', column: true }),
  file: field.group({
    label: 'Roster',
    required: true,
    fields: {
      name: field.text({ label: 'File', required: true }),
      bytes: field.count({ label: 'Bytes', required: true }),
      sha256: field.text({ label: 'SHA-256', required: true }),
    },
  }),
  sealed: field.group({
    label: 'Stored bytes',
    help: 'Sealed in the compartment. Gone once it is purged.',
    fields: { sha256: field.text({ label: 'SHA-256 of the sealed bytes', required: true }), bytes: field.count({ label: 'Bytes', required: true }) },
  }),
  purgeOn: field.day({ label: 'To be purged on', required: true, column: true }),
  why: field.prose({ label: 'Why it is kept', required: true }),
  purgedOn: field.day({ label: 'Purged on', column: true }),
};
export type KeptRoster = RecordWith<typeof rosterFields>;

/** Only purging takes the bytes away, and nothing says that they are gone while they are here (main/records/purge-roster.ts). */
function bytesAsSaid({ state, fields: { sealed, purgedOn } }: KeptRoster, _look: Look, before?: KeptRoster): string[] {
  if (before !== undefined && before.fields.sealed !== undefined && sealed !== undefined && before.fields.sealed.sha256 !== sealed.sha256)
    return ['The stored bytes are those that were screened.'];
  if (state === 'kept') return sealed === undefined && purgedOn === undefined ? ['Its bytes are not named.'] : [];
  return [
    ...(sealed === undefined ? [] : ['Its bytes are still here: purging erases them.']),
    ...(purgedOn === undefined ? ['The day on which it was purged is not recorded.'] : []),
  ];
}

/** The raw roster of a screening, kept only by choice and until a day (domain.md §7 U5). Written by the program. */
export const roster = defineKind({
  kind: 'roster',
  prefix: 'ROS',
  label: 'Kept roster',
  plural: 'Kept rosters',
  shape: 1,
  upgrades: [],
  fields: rosterFields,
  states: { kept: { label: 'Kept until its day', mark: 'circle', fill: 2 }, purged: { label: 'Purged', closed: true, mark: 'circle', fill: 4 } },
  initial: 'kept',
  moves: { kept: ['purged'], purged: [] },
  guards: [
    { name: 'bytes', on: 'save', check: bytesAsSaid },
    { name: 'purged', on: 'move', into: ['purged'], check: bytesAsSaid },
  ],
  title: (fields) => fields.file.name,
  due: (fields) => (fields.sealed === undefined ? null : fields.purgeOn),
  audience: 'internal',
  privilege: 'none',
  compartment: 'people',
  final: { states: ['purged'], instead: 'What was purged is gone: screen the roster again.' },
});
