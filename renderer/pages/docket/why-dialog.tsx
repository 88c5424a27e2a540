import { Button, Modal } from '@mantine/core';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { ofKind, useRecords } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { useToday } from '../../screen/screen.ts';
import { Loading } from '../../ui/not-there.tsx';
import { Steps } from '../../ui/steps.tsx';
import { factReason } from '../../words/date-facts.ts';
import { inWriting } from '../../words/dates.ts';
import { deadline as words } from '../../words/deadline.ts';
import { dayAndHour } from '../../words/hours.ts';
import { docket } from '../../words/docket.ts';
import { shell } from '../../words/shell.ts';
import { deadlineAnswer } from '../deadline/answer.ts';
import { ledger } from '../deadline/deadline-steps.ts';
import { doubtWords } from './hour-line.ts';
import styles from './docket.module.css';

/** How the date of a line of the docket was found, and what was assumed for it, without leaving the docket. */
export function WhyDialog({ row, onClose }: { row: SlimRow; onClose: () => void }) {
  const today = useToday();
  const [whole] = useRecords([row.number]);
  const [found] = ofKind(whole ? [whole] : [], 'deadline');
  const answer = deadlineAnswer(found?.record.fields.answer);
  const fact = found?.record.fields.date;
  return (
    <Modal opened onClose={onClose} title={docket.whyTitle(row.number, row.title)} size={760} centered closeButtonProps={{ 'aria-label': shell.close }}>
      {whole === undefined ? (
        <Loading />
      ) : (
        <div className={styles.why}>
          <p className="strong">{row.due === null ? docket.noDate : docket.whyDay(dayAndHour(row.due, row.hour, 'full', today))}</p>
          {answer !== null && answer.steps.length > 0 && <Steps steps={ledger(answer)} />}
          {row.doubt !== undefined && <p>{doubtWords(row.doubt, today)}</p>}
          {answer === null && <p>{found ? (fact && factReason(fact)) || found.record.fields.source || words.noAnswerThen : docket.whyByHand}</p>}
          {answer?.due === null && <p>{answer.reason ?? docket.missing(answer.missing.map(words.inputName).join(', '))}</p>}
          {answer !== null && (
            <section>
              <h2>{words.assumptions}</h2>
              {answer.assumptions.length === 0 ? (
                <p className="muted">{docket.noAssumptions}</p>
              ) : (
                <ul>
                  {answer.assumptions.map((one) => (
                    <li key={`${one.input} ${one.text}`}>{inWriting(one.text)}</li>
                  ))}
                </ul>
              )}
            </section>
          )}
          <div>
            <Button variant="filled" onClick={() => go({ page: 'record', number: row.number, tab: null })}>
              {docket.whyOpen(row.number)}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
