import type { RecordWith } from '../kind.ts';
import { accessStates, type modelFields } from '../kinds/restricted-model.ts';
import { surfaces } from '../parts/activities.ts';

type Model = Pick<RecordWith<typeof modelFields>, 'fields'>;
export type AccessRow = NonNullable<Model['fields']['access']>[number];
export type Surface = AccessRow['surface'];
export type AccessState = AccessRow['state'] | 'not_recorded';

export interface AccessCell {
  readonly version: string;
  readonly surface: Surface;
  /** The narrowest state of its rows: where one audience is off and another limited, the cell says off and the rows say the rest. */
  readonly state: AccessState;
  readonly words: string;
  readonly rows: readonly AccessRow[];
  /** Counts as barred until it is settled: undetermined, or nothing recorded. */
  readonly unsettled: boolean;
  /** Rows under an order that nothing proves. */
  readonly unproved: boolean;
}
export interface AccessMatrix {
  readonly surfaces: readonly { readonly surface: Surface; readonly label: string }[];
  readonly versions: readonly { readonly version: string; readonly cells: readonly AccessCell[] }[];
  /** Cells through which somebody may still reach the model. */
  readonly stillHasAccess: readonly AccessCell[];
}

/** From the one that must be noticed first. */
const order: readonly AccessState[] = ['undetermined', 'not_recorded', 'disabled', 'geo_restricted', 'identity_gated', 'enabled', 'not_offered'];
const words: Readonly<Record<AccessState, string>> = { ...accessStates, not_recorded: 'Not recorded' };

/** Version × surface, in the order in which the record lists the versions and this program the surfaces. Every version has a cell for every surface that any version has. */
export function accessMatrix(model: Model): AccessMatrix {
  const rows = model.fields.access ?? [];
  const used = new Set(rows.map((row) => row.surface));
  // Proof of the cast: the names of `surfaces` are the choices of the field.
  const columns = (Object.keys(surfaces) as Surface[]).filter((surface) => used.has(surface));
  const names = [...new Set([...(model.fields.versions ?? []).map((version) => version.label), ...rows.map((row) => row.version)])];
  const cell = (version: string, surface: Surface): AccessCell => {
    const here = rows.filter((row) => row.version === version && row.surface === surface);
    const state = order.find((one) => here.some((row) => row.state === one)) ?? 'not_recorded';
    return {
      version,
      surface,
      state,
      words: words[state],
      rows: here,
      unsettled: state === 'undetermined' || state === 'not_recorded',
      unproved: here.some((row) => row.order !== undefined && row.state !== 'not_offered' && (row.proof ?? []).length === 0),
    };
  };
  const versions = names.map((version) => ({ version, cells: columns.map((surface) => cell(version, surface)) }));
  return {
    surfaces: columns.map((surface) => ({ surface, label: surfaces[surface] })),
    versions,
    stillHasAccess: versions
      .flatMap((one) => one.cells)
      .filter((one) => (one.rows.length === 0 ? false : one.rows.some((row) => row.state !== 'disabled' && row.state !== 'not_offered'))),
  };
}
