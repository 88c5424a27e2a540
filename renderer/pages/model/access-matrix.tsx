import { Fragment } from 'react';
import { surfaces } from '../../../shared/records/parts/activities.ts';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import type { Named } from '../../answers/use-records.ts';
import { useToday } from '../../screen/screen.ts';
import { Ref } from '../../ui/ref.tsx';
import { State, type Look } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { factWords } from '../../words/dates.ts';
import { model as words } from '../../words/model.ts';
import styles from './model.module.css';

export type AccessRow = NonNullable<RecordOf<'restricted_model'>['fields']['access']>[number];
type Surface = AccessRow['surface'];

export const accessLooks: Readonly<Record<AccessRow['state'], Look>> = {
  enabled: { shape: 'squareOpen', tone: 'plain', word: 'On' },
  identity_gated: { shape: 'squareHalf', tone: 'plain', word: 'Checked only' },
  geo_restricted: { shape: 'squareHalf', tone: 'plain', word: 'By place' },
  disabled: { shape: 'squareFull', tone: 'plain', word: 'Off' },
  undetermined: { shape: 'squareDashed', tone: 'wait', word: 'Undetermined' },
  not_offered: { shape: 'dash', tone: 'faint', word: 'Not offered' },
};
const notRecorded: Look = { shape: 'dash', tone: 'faint', word: words.notRecorded };

/** Version by surface. Every cell gives the state, since when, and the clause behind it; nothing has to be hovered for. */
export function AccessMatrix({ model, names }: { model: RecordOf<'restricted_model'>; names: ReadonlyMap<string, Named> }) {
  const today = useToday();
  const rows = (model.fields.access ?? []);
  const used = new Set(rows.map((row) => row.surface));
  // Proof of the cast: the keys of the choices that the field is made of.
  const columns = (Object.keys(surfaces) as Surface[]).filter((surface) => used.has(surface));
  const released = new Map((model.fields.versions ?? []).map((version) => [version.label, version]));
  const versions = [...new Set([...released.keys(), ...rows.map((row) => row.version)])];
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={words.matrix}>
      <table className={styles.matrix} style={{ minWidth: `${142 + columns.length * 116}px` }}>
        <caption className="hidden">{words.matrix}</caption>
        <thead>
          <tr>
            <th scope="col">{words.version}</th>
            {columns.map((surface) => (
              <th key={surface} scope="col">
                {surfaces[surface]}
                <span>{checkOf(rows.filter((row) => row.surface === surface))}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => {
            const on = released.get(version)?.released;
            return (
              <tr key={version}>
                <th scope="row">
                  {version}
                  <span>{on ? factWords(on, 'plain', today) : ''}</span>
                </th>
                {columns.map((surface) => (
                  <Cell key={surface} rows={rows.filter((row) => row.version === version && row.surface === surface)} names={names} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ rows, names }: { rows: readonly AccessRow[]; names: ReadonlyMap<string, Named> }) {
  const open = rows.some((row) => row.state === 'undetermined');
  return (
    <td data-state={open ? 'undetermined' : undefined}>
      {rows.length === 0 && <State look={notRecorded} />}
      {rows.map((row, i) => {
        const order = row.order === undefined ? undefined : names.get(row.order)?.number;
        return (
          <Fragment key={i}>
            <State look={accessLooks[row.state]} />
            {row.state !== 'not_offered' && (
              <span className={styles.since}>
                {row.since && (
                  <>
                    <UncertainDate fact={row.since} length="plain" />
                    <br />
                  </>
                )}
                {order ? (
                  <>
                    <Ref>{order}</Ref>
                    {row.clause && ` cl. ${row.clause}`}
                  </>
                ) : (
                  (row.clause ?? words.noClause)
                )}
              </span>
            )}
          </Fragment>
        );
      })}
    </td>
  );
}

/** What identity check the surface has, where its rows agree. */
function checkOf(rows: readonly AccessRow[]): string {
  const [first] = rows;
  return first?.identityCheck !== undefined && rows.every((row) => row.identityCheck === first.identityCheck) ? words.check[first.identityCheck] : '';
}
