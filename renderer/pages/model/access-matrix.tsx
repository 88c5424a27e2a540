import { Fragment } from 'react';
import type { DateFact } from '../../../shared/records/date-fact.ts';
import { accessMatrix, type AccessRow } from '../../../shared/records/views/access-matrix.ts';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import type { Named } from '../../answers/use-records.ts';
import { useToday } from '../../screen/screen.ts';
import { Ref } from '../../ui/ref.tsx';
import { State, type Look } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { factWords } from '../../words/date-facts.ts';
import { model as words } from '../../words/model.ts';
import styles from './model.module.css';

export const accessLooks: Readonly<Record<AccessRow['state'], Look>> = {
  enabled: { shape: 'squareOpen', tone: 'plain', word: words.access.enabled },
  identity_gated: { shape: 'squareHalf', tone: 'plain', word: words.access.identity_gated },
  geo_restricted: { shape: 'squareHalf', tone: 'plain', word: words.access.geo_restricted },
  disabled: { shape: 'squareFull', tone: 'plain', word: words.access.disabled },
  undetermined: { shape: 'squareDashed', tone: 'wait', word: words.access.undetermined },
  not_offered: { shape: 'dash', tone: 'faint', word: words.access.not_offered },
};
/** What has to be shown: that somebody is kept out. */
const limits: readonly AccessRow['state'][] = ['disabled', 'identity_gated', 'geo_restricted'];
const notRecorded: Look = { shape: 'dash', tone: 'faint', word: words.notRecorded };

/** Version by surface. Every cell gives the state, since when, and the clause behind it; nothing has to be hovered for. */
export function AccessMatrix({ model, names }: { model: RecordOf<'restricted_model'>; names: ReadonlyMap<string, Named> }) {
  const today = useToday();
  const { surfaces: columns, versions } = accessMatrix(model);
  const released = new Map((model.fields.versions ?? []).map((version) => [version.label, version.released]));
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={words.matrix}>
      <table className={styles.matrix} style={{ minWidth: `${142 + columns.length * 124}px` }}>
        <caption className="hidden">{words.matrix}</caption>
        <thead>
          <tr>
            <th scope="col">{words.version}</th>
            {columns.map(({ surface, label }) => (
              <th key={surface} scope="col">
                {label}
                <span>{checkOf((model.fields.access ?? []).filter((row) => row.surface === surface))}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, cells }) => {
            const on = released.get(version);
            return (
              <tr key={version}>
                <th scope="row">
                  {version}
                  <span>{on ? factWords(on, 'plain', today) : ''}</span>
                </th>
                {cells.map((cell) => (
                  <Cell key={cell.surface} rows={cell.rows} names={names} />
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
                    {words.since} <UncertainDate fact={dayOnly(row.since)} length="plain" />
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
                {limits.includes(row.state) && (
                  <>
                    <br />
                    <Proofs of={(row.proof ?? []).flatMap((id) => names.get(id)?.number ?? [])} />
                  </>
                )}
              </span>
            )}
          </Fragment>
        );
      })}
    </td>
  );
}

/** The exhibits that show that access is shut or limited, or that nothing shows it. */
function Proofs({ of }: { of: readonly string[] }) {
  if (of.length === 0) return words.noProof;
  return of.map((number) => <Ref key={number}>{number}</Ref>);
}

/** A cell says the day; the hour stands in the record. */
function dayOnly(fact: DateFact): DateFact {
  if (fact.certainty !== 'exact') return fact;
  const { time: _time, ...day } = fact;
  return day;
}

/** What identity check the surface has, where its rows agree. */
function checkOf(rows: readonly AccessRow[]): string {
  const [first] = rows;
  return first?.identityCheck !== undefined && rows.every((row) => row.identityCheck === first.identityCheck) ? words.check[first.identityCheck] : '';
}
