import type { Field } from '../../../shared/records/field.ts';
import type { DateFact } from '../../../shared/records/date-fact.ts';
import type { Named } from '../../answers/use-records.ts';
import { useToday, useZone } from '../../screen/screen.ts';
import { Cited } from '../../ui/cited.tsx';
import { Ref } from '../../ui/ref.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { relativeWords } from '../../words/date-facts.ts';
import { dayWords, instantWords } from '../../words/dates.ts';
import { quoted } from '../../words/quote.ts';
import { records } from '../../words/records.ts';
import { shell } from '../../words/shell.ts';
import styles from './field-value.module.css';
import { figure } from '../../words/writing.ts';

interface ValueProps {
  readonly field: Field;
  readonly value: unknown;
  readonly names: ReadonlyMap<string, Named>;
}

/** The value of any field, shown by its widget: dates with their certainty, links by number and title, quotations in the serif. */
export function FieldValue({ field, value, names }: ValueProps) {
  const today = useToday();
  const zone = useZone();
  switch (field.widget) {
    case 'quotation':
      return <blockquote className="quoted">{quoted(String(value))}</blockquote>;
    case 'prose':
      return (
        <div className={styles.prose}>
          {String(value)
            .split(/\n{2,}/)
            .map((part, i) => (
              <p key={i}>
                <Cited text={part} />
              </p>
            ))}
        </div>
      );
    case 'choice':
      return <>{field.options?.[String(value)] ?? String(value)}</>;
    case 'choices':
      return (
        <>
          {list(value)
            .map((one) => field.options?.[String(one)] ?? String(one))
            .join(', ')}
        </>
      );
    case 'flag':
      return <>{value === true ? shell.yes : shell.no}</>;
    case 'count':
      return <>{figure(Number(value))}</>;
    case 'day':
      return <span className="nowrap">{dayWords(String(value), 'full', today)}</span>;
    case 'date-fact':
      // Proof of the cast: the kind's own schema parsed it when it was written.
      return <Dated fact={value as DateFact} names={names} />;
    case 'instant':
      return <span className="nowrap">{instantWords(Number(value), zone)}</span>;
    case 'link':
      return <Linked id={String(value)} names={names} />;
    case 'links':
      return (
        <ul>
          {list(value).map((id) => (
            <li key={String(id)}>
              <Linked id={String(id)} names={names} />
            </li>
          ))}
        </ul>
      );
    case 'words':
      return (
        <ul>
          {list(value).map((one, i) => (
            <li key={i}>{String(one)}</li>
          ))}
        </ul>
      );
    case 'group':
      return <Inside field={field} value={value} names={names} />;
    case 'rows':
      return (
        <ol className={styles.rows}>
          {list(value).map((row, i) => (
            <li key={i} className={styles.row}>
              <Inside field={field} value={row} names={names} />
            </li>
          ))}
        </ol>
      );
    case 'data':
      return null;
    case 'line':
      return <Line text={String(value)} />;
  }
}

/** A date, and the records it lies before or after. */
function Dated({ fact, names }: { fact: DateFact; names: ValueProps['names'] }) {
  return (
    <>
      <UncertainDate fact={fact} length="full" why />
      {(fact.relative ?? []).map(({ relation, of, amount }) => (
        <span key={`${relation} ${of}`} className={styles.relation}>
          {relativeWords(relation, amount)} <Linked id={of} names={names} />
        </span>
      ))}
    </>
  );
}

/** A digest is set in the mono, so that it can be compared letter by letter. */
const Line = ({ text }: { text: string }) => (/^[0-9a-f]{32,}$/.test(text) ? <span className="mono">{text}</span> : <Cited text={text} />);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export function Linked({ id, names, title = true }: { id: string; names: ReadonlyMap<string, Named>; title?: boolean }) {
  const known = names.get(id);
  if (!known) return <span className="muted">{records.unknownLink}</span>;
  return (
    <>
      <Ref inText={title}>{known.number}</Ref>
      {title && <span className={styles.linkTitle}> {known.title}</span>}
    </>
  );
}

function Inside({ field, value, names }: ValueProps) {
  if (typeof value !== 'object' || value === null) return null;
  // Proof of the cast: groups and rows hold objects, as their schema says.
  const values = value as Readonly<Record<string, unknown>>;
  const shown = Object.entries(field.fields ?? {}).filter(([name]) => values[name] !== undefined);
  return (
    <dl className={styles.inside}>
      {shown.map(([name, inner]) => (
        <div key={name} className={styles.pair}>
          <dt>{inner.label}</dt>
          <dd>
            <FieldValue field={inner} value={values[name]} names={names} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
