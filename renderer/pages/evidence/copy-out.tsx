import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { audiences } from '../../../shared/records/field.ts';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import { vault } from '../../bridge.ts';
import { printPaper } from '../../print/print-paper.ts';
import { useGoOn } from '../../form/go-on.ts';
import { useKeptWords } from '../../form/use-kept-words.ts';
import { useWritable } from '../../screen/screen.ts';
import { Carry } from '../../ui/carry.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { KeptNote } from '../../ui/kept-note.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { Select } from '../../ui/select.tsx';
import { fileSize } from '../../words/count.ts';
import { evidence } from '../../words/evidence.ts';
import { exporting } from '../../words/exchange.ts';
import { audienceWords } from '../../words/records.ts';
import styles from './evidence.module.css';

const words = evidence.copyOut;
const leaving = z.object({ audience: z.enum(audiences), privileged: z.boolean(), reason: z.string(), recipient: z.string().default('') });
/** The name under which the words of this dialog are kept. */
const copying = 'copy-out';
type Left = Reply<Contract, 'exchange.extract'>;

/** One exhibit out of the vault, through the one exit: to the place that the person chooses, and from there carried on by dragging where the host can. */
export function CopyOut({ item }: { item: RecordOf<'evidence_item'> }) {
  const [open, setOpen] = useState(false);
  const writable = useWritable();
  useGoOn((dialog, [about]) => {
    const mine = writable && dialog === copying && about === item.number;
    if (mine) setOpen(true);
    return mine;
  });
  if (!writable) return null;
  return (
    <>
      <PageButton onClick={() => setOpen(true)}>{words.act}</PageButton>
      {open && <CopyDialog item={item} onClose={() => setOpen(false)} />}
    </>
  );
}

export function CopyDialog({ item, onClose }: { item: RecordOf<'evidence_item'>; onClose: () => void }) {
  const title = words.title(item.number);
  const kept = useKeptWords<z.infer<typeof leaving>>(
    { dialog: copying, about: [item.number], title },
    leaving,
    { audience: 'internal', privileged: false, reason: '', recipient: '' },
    ['reason', 'recipient'],
  );
  const { audience, privileged, reason, recipient } = kept.words;
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState<AbortController | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [left, setLeft] = useState<Left | null>(null);
  const asksWhy = item.privilege !== 'none' && audience === 'outside_counsel';

  const start = async (to: 'file' | 'printer'): Promise<void> => {
    setMissing(true);
    if (asksWhy && privileged && reason.trim() === '') return;
    const stop = new AbortController();
    setBusy(stop);
    setFailure(null);
    const asked = {
      number: item.number,
      audience,
      ...(recipient.trim() !== '' && { recipient: recipient.trim() }),
      ...(asksWhy && privileged && { privilegedBecause: reason.trim() }),
    };
    const setting = { signal: stop.signal };
    const answer = await (to === 'file' ? vault.ask('exchange.extract', asked, setting) : printPaper((print) => vault.ask('exchange.extract', { ...asked, print }, setting)));
    setBusy(null);
    if (answer.ok) {
      setLeft(answer.reply);
      void kept.end();
    }
    if (!answer.ok && answer.failure.code !== 'cancelled') setFailure(answer.failure);
  };

  return (
    <Modal opened onClose={busy ? () => busy.abort() : onClose} withCloseButton={false} title={title} centered size={520}>
      {left ? (
        <div className={styles.asking}>
          <p role="status">
            <Mark shape="circleCheck" tone="done" /> {left.drag === null ? words.printed(item.number) : words.saved(left.file)} {exporting.recorded} <Ref inText>{left.number}</Ref>
            .
          </p>
          <Facts
            labelWidth={84}
            facts={[
              [evidence.size, fileSize(left.bytes)],
              [
                evidence.digest,
                <span key="h" className="mono">
                  {left.sha256}
                </span>,
              ],
            ]}
          />
          {left.drag !== null && <Carry file={left.file} drag={left.drag} />}
          <div className={styles.acts}>
            <Button variant="filled" onClick={onClose}>
              {exporting.close}
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.asking}>
          <p className="muted">{words.note}</p>
          <KeptNote kept={kept} />
          <Select
            label={exporting.audience}
            description={exporting.audienceHint}
            data={audiences.map((value) => ({ value, label: audienceWords[value] }))}
            value={audience}
            onChange={(value) => kept.set({ audience: audiences.find((one) => one === value) ?? 'internal' })}
            data-autofocus
          />
          {item.named !== undefined && (
            <TextInput
              label={exporting.recipient}
              description={exporting.recipientHint}
              value={recipient}
              onChange={(event) => kept.set({ recipient: event.currentTarget.value })}
            />
          )}
          {asksWhy && (
            <Checkbox
              label={exporting.privileged}
              description={exporting.privilegedHint}
              checked={privileged}
              onChange={(event) => kept.set({ privileged: event.currentTarget.checked })}
            />
          )}
          {asksWhy && privileged && (
            <TextInput
              label={exporting.reason}
              error={missing && reason.trim() === '' ? exporting.reasonNeeded : undefined}
              value={reason}
              onChange={(event) => kept.set({ reason: event.currentTarget.value })}
            />
          )}
          {failure && <FailureNote failure={failure} />}
          <div className={styles.acts}>
            <Button variant="filled" loading={busy !== null} onClick={() => void start('file')}>
              {words.start}
            </Button>
            {item.fields.original?.mime === 'application/pdf' && (
              <Button disabled={busy !== null} onClick={() => void start('printer')}>
                {words.print}
              </Button>
            )}
            <Button
              onClick={() => {
                if (busy) return busy.abort();
                void kept.end();
                onClose();
              }}
            >
              {exporting.cancel}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
