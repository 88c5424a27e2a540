import { useMemo } from 'react';
import parts from '../../ui/page-parts.module.css';
import { Gradually, sections } from '../../ui/gradually.tsx';
import { State } from '../../ui/state.tsx';
import { access as words } from '../../words/access.ts';
import styles from './access.module.css';
import { matrixOf } from './matrix.ts';
import { Proofs, stillLook, surfaceName, type Row } from './access-page.tsx';

/** Every person and group, against every model and surface that any of them has a way to: should have, has, proof. */
export function AccessTable({ rows }: { rows: readonly Row[] }) {
  const { columns, people, waysOf, more } = useMemo(() => matrixOf(rows), [rows]);
  return (
    <section className={parts.section}>
      <h2 className={parts.sectionTitle}>{words.matrix}</h2>
      <p className="muted">{words.matrixNote}</p>
      <div className={styles.frame} tabIndex={0} role="region" aria-label={words.matrix}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{words.columns.who}</th>
              {columns.map(([key, row]) => (
                <th key={key} scope="col">
                  {words.model(row.model)}
                  <span className={styles.small}>{[row.version, surfaceName(row.surface)].filter(Boolean).join(', ')}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gradually of={people} first={sections}>
              {(one) => (
                <tr key={one.whoNumber}>
                  <th scope="row">
                    {one.who}
                    <span className={styles.small}>{one.whoNumber}</span>
                  </th>
                  {columns.map(([key]) => {
                    const here = waysOf(one, key);
                    return (
                      <td key={key} data-still={here.find((row) => row.still !== null)?.still}>
                        {here.length === 0 && <span className="muted">{words.noWay}</span>}
                        {here.map((row, at) => (
                          <div key={at}>
                            <State look={stillLook(row.still)} />
                            <span className={styles.small}>{words.cell(words.planned[row.planned], words.actual[row.actual])}</span>
                            <span className={styles.small}>
                              <Proofs proofs={row.proofs} /> {row.when}
                            </span>
                            {row.waiver !== '' && <span className={styles.small}>{words.waiver(row.waiver)}</span>}
                          </div>
                        ))}
                      </td>
                    );
                  })}
                </tr>
              )}
            </Gradually>
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="muted">{words.more(more)}</p>}
    </section>
  );
}
