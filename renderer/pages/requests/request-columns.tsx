import type { Looking } from '../../../shared/records/binding-hour.ts';
import { oldest } from '../../../shared/records/views/ageing.ts';
import { usualChase } from '../../../shared/records/views/owed.ts';
import { Ageing } from '../../ui/ageing.tsx';
import type { GridColumn } from '../../ui/data-grid.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { requests as words } from '../../words/requests.ts';
import { partyOf, provided } from './ageing.ts';
import { requestState } from './request-state.ts';
import type { RequestLine, WholeRequest } from './use-request-lines.ts';

/** The request of a line, once it has been read. */
function of<T>({ whole }: RequestLine, words: (whole: WholeRequest) => T): T | null {
  return whole === null ? null : words(whole);
}

/**
 * Number, what, who, when, state, items and for how long it has been owed. `longest`: the longest of these times, which a bar is measured by. The vault sorts by them
 * (shared/records/views/request-order.ts); what a column says of a line here only tells which way it goes first.
 */
export function requestColumns(at: Looking, longest: number): readonly GridColumn<RequestLine>[] {
  const { today } = at;
  return [
    { key: 'number', name: words.columns.number, width: '62px', sort: (line) => line.number, cell: (line) => <Ref>{line.number}</Ref> },
    {
      key: 'what',
      name: words.columns.what,
      width: 'minmax(min(220px, 28%), 460px)',
      sort: (line) => of(line, (row) => row.record.fields.title) ?? '',
      cell: (line) => of(line, (row) => <span title={row.record.fields.title}>{row.record.fields.title}</span>),
    },
    {
      key: 'who',
      name: words.columns.who,
      width: 'minmax(100px, 260px)',
      from: 1000,
      sort: (line) => of(line, partyOf) ?? '',
      cell: (line) =>
        of(line, (row) => (
          <span className="muted" title={partyOf(row)}>
            {partyOf(row)}
          </span>
        )),
    },
    {
      key: 'asked',
      name: words.columns.asked,
      width: '112px',
      from: 720,
      cell: (line) =>
        of(line, ({ record: { fields } }) => <UncertainDate fact={(line.side === 'from' ? fields.asked : (fields.received ?? fields.asked)) ?? { certainty: 'unknown' }} />),
    },
    {
      key: 'due',
      name: words.columns.due,
      width: '84px',
      from: 1000,
      cell: (line) => of(line, ({ record: { fields } }) => (fields.answerBy ? <UncertainDate fact={fields.answerBy} /> : <span className="muted">{words.none}</span>)),
    },
    {
      key: 'state',
      name: words.columns.state,
      // As wide as “answer 116 days late”: a state is never cut.
      width: '160px',
      sort: (line) => of(line, (row) => row.record.state) ?? '',
      cell: (line) => of(line, (row) => <State look={requestState(row.record, at)} />),
    },
    {
      key: 'items',
      name: words.columns.items,
      width: '52px',
      from: 1150,
      align: 'right',
      cell: (line) =>
        of(line, (row) => {
          const all = (row.record.fields.items ?? []).length;
          return all === 0 ? null : <span className="muted">{words.itemsOf(provided(row.record), all)}</span>;
        }),
    },
    {
      key: 'age',
      name: words.columns.age,
      width: '150px',
      from: 640,
      sort: (line) => of(line, (row) => oldest(row.record, today)?.days) ?? -1,
      cell: (line) =>
        of(line, (row) => {
          const age = oldest(row.record, today);
          if (line.side === 'to' || age === null) return null;
          return age.days === null ? (
            <span className="muted">{age.words}</span>
          ) : (
            <Ageing days={age.days} words={age.words} uncertain={age.uncertain} chaseAt={row.record.fields.chaseAfterDays ?? usualChase} longest={longest} />
          );
        }),
    },
  ];
}
