import parts from '../../ui/page-parts.module.css';
import { Gradually } from '../../ui/gradually.tsx';
import { State } from '../../ui/state.tsx';
import { access as words } from '../../words/access.ts';
import styles from './access.module.css';
import { Proofs, stillLook, surfaceName, type Row } from './access-page.tsx';

/** People and cells drawn; a case with more names people in its lists, which are virtual. */
const most = 300;
const mostCells = 10_000;

const columnOf = (row: Row): string => `${row.modelNumber} ${row.version} ${row.surface ?? ''}`;

/** Every person and group, against every model and surface that any of them has a way to: should have, has, proof. */
export function AccessTable({ rows }: { rows: readonly Row[] }) {
  const columns = [...new Map(rows.map((row) => [columnOf(row), row])).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const people = [...new Map(rows.map((row) => [row.whoNumber, row])).values()].sort((a, b) => (a.sort === b.sort ? (a.who < b.who ? -1 : 1) : a.sort < b.sort ? -1 : 1));
  const cells = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.whoNumber} ${columnOf(row)}`;
    cells.set(key, [...(cells.get(key) ?? []), row]);
  }
  const drawn = people.slice(0, Math.max(1, Math.min(most, Math.floor(mostCells / columns.length))));
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
            <Gradually of={drawn}>
              {(one) => (
                <tr key={one.whoNumber}>
                  <th scope="row">
                    {one.who}
                    <span className={styles.small}>{one.whoNumber}</span>
                  </th>
                  {columns.map(([key]) => {
                    const here = cells.get(`${one.whoNumber} ${key}`) ?? [];
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
      {people.length > drawn.length && <p className="muted">{words.more(people.length - drawn.length)}</p>}
    </section>
  );
}
