import type { Whole } from '../../answers/use-records.ts';
import { kindLabel } from '../../answers/use-records.ts';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { records, roleWords } from '../../words/records.ts';
import parts from '../../ui/page-parts.module.css';
import styles from './linked-list.module.css';

/** What a record names and what names it, both ways, each with the role of the link. */
export function LinkedList({ whole }: { whole: Whole }) {
  if (whole.links.length + whole.linkedFrom.length === 0) return <p className={parts.section}>{records.noLinks}</p>;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={records.linksTab}>
      <Part title={records.linkedTo} links={whole.links} />
      <Part title={records.linkedFrom} links={whole.linkedFrom} />
    </div>
  );
}

function Part({ title, links }: { title: string; links: Whole['links'] }) {
  if (links.length === 0) return null;
  const merged = [...new Set(links.map((link) => link.id))].map((id) => links.filter((link) => link.id === id));
  return (
    <section className={parts.section}>
      <h2 className={parts.sectionTitle}>{title}</h2>
      <table className={styles.links}>
        <tbody>
          {merged.map(
            ([link, ...more]) =>
              link && (
                <tr key={link.id} data-record={link.number}>
                  <td>
                    <Ref>{link.number}</Ref>
                  </td>
                  <td>{link.title}</td>
                  <td className="muted nowrap">{kindLabel(link.kind)}</td>
                  <td>
                    <State look={stateLook(link.kind, link.state)} />
                  </td>
                  <td className="muted">{[...new Set([link, ...more].map((one) => one.role))].map(roleWords).join(', ')}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </section>
  );
}
