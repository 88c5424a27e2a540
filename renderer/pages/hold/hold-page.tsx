import type { RecordOf } from '../../../shared/records/kinds.ts';
import { holdWatch, type HoldWatch } from '../../../shared/records/views/hold-watch.ts';
import { change } from '../../answers/change.ts';
import { useNames, type Whole } from '../../answers/use-records.ts';
import { useToday, useWritable } from '../../screen/screen.ts';
import { Mark } from '../../ui/mark.tsx';
import parts from '../../ui/page-parts.module.css';
import { hold as words } from '../../words/hold.ts';
import { records } from '../../words/records.ts';
import table from '../analysis/analysis.module.css';
import { RecordBody } from '../record/record-body.tsx';
import { RecordShell } from '../record/record-shell.tsx';
import { Heads } from '../../ui/heads.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { leastWidth } from '../../ui/text-spread.tsx';

type Hold = RecordOf<'legal_hold'>;

/** A legal hold: first what it still waits for, then all that is recorded. */
export function HoldPage({ whole, hold, tab }: { whole: Whole; hold: Hold; tab: string | null }) {
  const names = useNames(whole);
  const today = useToday();
  const watch = holdWatch(hold, today);
  return (
    <RecordShell
      whole={whole}
      tab={tab}
      tabs={[
        { key: 'waits', name: words.waitsTab, count: watch.unacknowledged.length + watch.deleting.length, body: <Waits hold={hold} seq={whole.seq} watch={watch} today={today} /> },
        { key: 'record', name: records.recordTab, body: <RecordBody record={hold} names={names} /> },
      ]}
    />
  );
}

function Waits({ hold, seq, watch, today }: { hold: Hold; seq: number; watch: HoldWatch; today: string }) {
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.waitsTab}>
      {!watch.binds && hold.state === 'draft' && (
        <p className={`${parts.section} ${table.late}`}>
          <Mark shape="stop" tone="late" /> {words.notIssued}
        </p>
      )}
      <section className={parts.section}>
        <h2 className={parts.sectionTitle}>{words.systems}</h2>
        <p className={table.small}>{watch.deleting.length === 0 ? words.noSystems : words.systemsNote}</p>
      </section>
      {watch.deleting.length > 0 && (
        <div className={table.frame}>
          <table className={table.table} style={leastWidth(640)}>
            <thead>
              <tr>
                <Heads names={[words.columns.system, words.columns.with, words.columns.deletes, words.columns.state]} />
              </tr>
            </thead>
            <tbody>
              {watch.deleting.map((one) => (
                <tr key={one.name}>
                  <th scope="row">{one.name}</th>
                  <td>{one.owner}</td>
                  <td>{one.words}</td>
                  <td>{one.unproved ? <span className={table.wait}>{words.unproved}</span> : <span className={table.late}>{words.deleting}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <section className={parts.section}>
        <h2 className={parts.sectionTitle}>{words.custodians}</h2>
        {watch.unacknowledged.length === 0 && <p className={table.small}>{words.noCustodians}</p>}
      </section>
      {watch.unacknowledged.length > 0 && <Custodians hold={hold} seq={seq} watch={watch} today={today} />}
    </div>
  );
}

function Custodians({ hold, seq, watch, today }: { hold: Hold; seq: number; watch: HoldWatch; today: string }) {
  const writable = useWritable();
  const remind = async (who: string): Promise<void> => {
    const custodians = (hold.fields.custodians ?? []).map((one) =>
      one.who === who ? { ...one, reminders: [...(one.reminders ?? []), { on: { certainty: 'exact' as const, day: today } }] } : one,
    );
    await change('records.update', { id: hold.id, seq, fields: { custodians }, reason: words.reminderReason(who) }, records.saved);
  };
  return (
    <div className={table.frame}>
      <table className={table.table} style={leastWidth(640)}>
        <thead>
          <tr>
            <Heads names={[words.columns.who, words.columns.since, words.columns.reminders, words.columns.state]} />
          </tr>
        </thead>
        <tbody>
          {watch.unacknowledged.map((one) => (
            <tr key={one.who}>
              <th scope="row">{one.who}</th>
              <td>{words.days(one.days)}</td>
              <td>{words.reminded(one.reminders)}</td>
              <td>
                {one.escalate ? <span className={table.late}>{words.escalate}</span> : one.remind && <span className={table.wait}>{words.remind}</span>}
                {writable && (
                  <div className={table.act}>
                    <PageButton aria-label={words.recordReminderTo(one.who)} onClick={() => void remind(one.who)}>
                      {words.recordReminder}
                    </PageButton>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
