import { memo, type ReactNode, useMemo } from 'react';
import type { Whole } from '../../answers/use-records.ts';
import { kindLabel } from '../../answers/use-records.ts';
import { useGradually } from '../../ui/gradually.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { records, roleWords } from '../../words/records.ts';
import parts from '../../ui/page-parts.module.css';
import styles from './linked-list.module.css';

/** One record, with each of the roles that it has for the other. */
interface Merged {
  readonly link: Link;
  readonly roles: string;
}
type Link = Whole['links'][number];

/** What a record names and what names it, both ways, each with the role of the link. A thousand of them are drawn as they are scrolled to. */
export function LinkedList({ whole: { links, linkedFrom } }: { whole: Whole }) {
  const named = useMemo(() => mergedOf(links), [links]);
  const by = useMemo(() => mergedOf(linkedFrom), [linkedFrom]);
  const { drawn, mark } = useGradually(named.length + by.length);
  if (named.length + by.length === 0) return <p className={parts.section}>{records.noLinks}</p>;
  const rest = drawn < named.length + by.length ? <template ref={mark} /> : null;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={records.linksTab}>
      {named.length > 0 && <Part title={records.linkedTo} of={named.slice(0, drawn)} rest={drawn <= named.length && rest} />}
      {drawn > named.length && <Part title={records.linkedFrom} of={by.slice(0, drawn - named.length)} rest={rest} />}
    </div>
  );
}

function mergedOf(links: readonly Link[]): readonly Merged[] {
  const byId = new Map<string, Link[]>();
  for (const link of links) byId.set(link.id, [...(byId.get(link.id) ?? []), link]);
  return [...byId.values()].flatMap(([link, ...more]) => (link ? [{ link, roles: [...new Set([link, ...more].map(({ role }) => role))].map(roleWords).join(', ') }] : []));
}

function Part({ title, of, rest }: { title: string; of: readonly Merged[]; rest: ReactNode }) {
  return (
    <section className={parts.section}>
      <h2 className={parts.sectionTitle}>{title}</h2>
      <table className={styles.links}>
        <tbody>
          {of.map((one) => (
            <Row key={one.link.id} of={one} />
          ))}
          {rest}
        </tbody>
      </table>
    </section>
  );
}

const Row = memo(({ of: { link, roles } }: { of: Merged }) => (
  <tr data-record={link.number}>
    <td>
      <Ref>{link.number}</Ref>
    </td>
    <td>{link.title}</td>
    <td className="muted nowrap">{kindLabel(link.kind)}</td>
    <td>
      <State look={stateLook(link.kind, link.state)} />
    </td>
    <td className="muted">{roles}</td>
  </tr>
));
