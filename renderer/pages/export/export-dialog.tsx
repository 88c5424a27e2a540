import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import * as z from 'zod';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { amongUs, audiences } from '../../../shared/records/field.ts';
import type { FigureName } from '../../../shared/records/views/figure-tables.ts';
import { mostCopied } from '../../../shared/contract/clipboard.ts';
import { useKeptWords } from '../../form/use-kept-words.ts';
import { useScreen } from '../../screen/screen.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { intoView } from '../../ui/into-view.ts';
import { KeptNote } from '../../ui/kept-note.tsx';
import { Select } from '../../ui/select.tsx';
import { copying } from '../../words/copying.ts';
import { exporting as words } from '../../words/exchange.ts';
import { audienceWords } from '../../words/records.ts';
import { shell } from '../../words/shell.ts';
import { writing } from '../../words/writing.ts';
import { useOpenCases } from '../../working-set/use-rows.ts';
import type { ListOnPaper } from '../../print/list-on-paper.ts';
import { ListPreview } from './list-preview.tsx';
import { ExportDone } from './export-done.tsx';
import { useExport } from './use-export.ts';
import styles from './export.module.css';

type Form = keyof typeof words.forms;
// Proof of the cast: the keys of this very record.
const forms = Object.keys(words.forms) as Form[];
const leaving = z.object({
  form: z.enum(forms),
  audience: z.enum(audiences),
  titles: z.boolean(),
  privileged: z.boolean(),
  reason: z.string(),
  recipient: z.string(),
  recipients: z.string(),
});
/** Names under which the words of this dialog are kept, of a list and of a figure. */
export const exportList = 'export';
export const exportFigure = 'export-figure-';
/** Gives the list as it is shown at the moment; of these rows alone where they are named. */
export type ListPaperOf = (chosen?: readonly string[]) => ListOnPaper;

/** Of a graph what of it is shown: the day, the record around which it is drawn, how far, and over which roles. */
export interface FigurePart {
  readonly day?: string;
  readonly of?: string;
  readonly depth?: number;
  readonly roles?: readonly string[];
}

interface ExportDialogProps {
  /** The kind of a list; of a figure its name and its case (null for every one). One of the two is given. */
  readonly kind?: string;
  readonly figure?: { readonly name: FigureName; readonly caseId: string | null; readonly part?: FigurePart };
  /** The rows that are shown. */
  readonly numbers?: readonly string[];
  /** The list as it is shown, where it can stand on paper; asked for when it leaves. */
  readonly paper?: ListPaperOf;
  /** In which form it is offered first. */
  readonly as?: Form;
  /** They were chosen among others. */
  readonly chosenOnly?: true;
  readonly onClose: () => void;
}

/** The forms a list of this kind, or a figure, can leave in. */
const formsOf = (kind: string | undefined, isFigure: boolean, onPaper: boolean): Form[] =>
  isFigure
    ? ['csv', 'xlsx', 'svg', 'png']
    : kind === undefined
      ? ['pdf', 'print']
      : [
          'xlsx',
          'csv',
          'clipboard',
          ...(onPaper ? (['pdf', 'print'] as const) : []),
          ...(kind === 'deadline' ? (['ics'] as const) : []),
          ...(kind === 'remediation_plan' ? (['oscal'] as const) : []),
          ...(kind === 'evidence_item' ? (['bag', 'hand-over'] as const) : []),
          'json',
        ];

/** What leaves, in which form, for whom: asked before a place is. Everything goes through the one exit, which holds back and records. */
export function ExportDialog({ kind, figure, numbers, paper, as, chosenOnly, onClose }: ExportDialogProps) {
  const open = useScreen((now) => now.caseId);
  const cases = useOpenCases().rows;
  const [chosen, setChosen] = useState<string | null>(null);
  const caseId = open ?? chosen ?? (cases.length === 1 ? (cases[0]?.id ?? null) : null);
  const shownDay = useScreen((now) => now.asOf);
  const shown = paper?.(chosenOnly ? numbers : undefined);
  // What was removed is told as of today, whatever day is looked at.
  const asOf = shown?.look.name === 'removed' ? null : shownDay;
  // A table or an export of a past day would be taken for one of today: only a paper says on every page what it is.
  const offered = formsOf(kind, figure !== undefined, paper !== undefined).filter((one) => asOf === null || one === 'pdf' || one === 'print');
  const title = figure ? words.figureOf(figure.name) : words.title(kindNamed(kind ?? '')?.plural ?? words.aList);
  const kept = useKeptWords<z.infer<typeof leaving>>(
    // The rows of a whole list change with it; chosen ones are what it is about.
    { dialog: figure ? `${exportFigure}${figure.name}` : exportList, about: chosenOnly ? (numbers ?? []) : [], ...(kind !== undefined && { kind }), title },
    leaving,
    { form: as ?? offered[0] ?? 'csv', audience: 'internal', titles: false, privileged: false, reason: '', recipient: '', recipients: '' },
    ['reason', 'recipient', 'recipients'],
  );
  const { audience, titles, privileged, reason, recipient, recipients } = kept.words;
  const form = offered.includes(kept.words.form) ? kept.words.form : (offered[0] ?? 'pdf');
  const [plan, setPlan] = useState(numbers?.[0] ?? '');
  const [missing, setMissing] = useState(false);
  const { exporting, run, print, copy, stop } = useExport();
  const running = exporting.phase === 'running';
  // Whoever looked at the pages for these receivers makes those pages, and no others. The rows are not part of it: that these changed meanwhile is what is to be noticed.
  const [looked, setLooked] = useState<{ readonly whom: string; readonly content: string } | null>(null);
  const [again, setAgain] = useState(0);
  useEffect(() => {
    if (exporting.failure?.code === 'pages-changed') setAgain((times) => times + 1);
  }, [exporting.failure]);
  const keys = recipients.split(/\s+/).filter(Boolean);
  const mayBePrivileged = amongUs(audience);
  const lacks = { reason: privileged && mayBePrivileged && reason.trim() === '', keys: form === 'hand-over' && keys.length === 0, case: form === 'hand-over' && caseId === null };
  const isPaper = form === 'pdf' || form === 'print';
  const tooMany = form === 'clipboard' && (numbers?.length ?? 0) > mostCopied;

  const leave = (): void => {
    void kept.end();
    onClose();
  };
  const whom = () => ({ audience, ...(recipient.trim() !== '' && { recipient: recipient.trim() }), ...(privileged && mayBePrivileged && { privilegedBecause: reason.trim() }) });
  const then = asOf === null ? {} : { asOf };
  const start = async (): Promise<void> => {
    setMissing(true);
    if (lacks.reason || lacks.keys || lacks.case || tooMany) return;
    const toWhom = whom();
    if (form === 'clipboard') {
      if (await copy({ numbers: [...(numbers ?? [])], ...toWhom })) await kept.end();
      return;
    }
    if (isPaper && paper) {
      const { numbers: rows, look } = paper(chosenOnly ? numbers : undefined);
      const question = {
        form: 'pdf' as const,
        ...toWhom,
        ...(kind !== undefined && { kind }),
        caseId: open,
        numbers: [...rows],
        look,
        ...then,
        ...(looked?.whom === JSON.stringify(toWhom) && { content: looked.content }),
      };
      if (await (form === 'print' ? print(question) : run(question))) await kept.end();
      return;
    }
    if (form === 'print' || form === 'pdf') return;
    const done = await run({
      form,
      ...toWhom,
      ...(kind !== undefined && { kind }),
      ...(figure && { figure: { ...figure.part, roles: [...(figure.part?.roles ?? [])], name: figure.name, weekStart: writing().weekStart } }),
      caseId: figure ? figure.caseId : form === 'hand-over' ? caseId : open,
      ...(numbers && form !== 'hand-over' && { numbers: form === 'oscal' ? [plan] : [...numbers] }),
      ...(form === 'ics' && { titles }),
      ...(form === 'hand-over' && { recipients: keys }),
    });
    if (done) await kept.end();
  };

  const previewed = ({ numbers: rows, look }: ListOnPaper) => ({ ...whom(), ...(kind !== undefined && { kind }), caseId: open, numbers: [...rows], look, ...then });

  return (
    <Modal
      opened
      onClose={running ? stop : onClose}
      title={form === 'print' ? words.printTitle(kindNamed(kind ?? '')?.plural ?? words.aList) : title}
      // Pages need room; the fields alone do not.
      size={isPaper && looked ? 900 : 560}
      centered
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': running ? words.cancel : shell.close }}
    >
      {exporting.reply ? (
        <ExportDone done={exporting.reply} onClose={onClose} />
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void start();
          }}
        >
          <KeptNote kept={kept} />
          <div>
            <Select
              label={words.form}
              data={offered.map((value) => ({ value, label: words.forms[value] }))}
              value={form}
              onChange={(value) => {
                // Whom a hand-over is for as a rule; the person can say otherwise.
                kept.set({ form: offered.find((one) => one === value) ?? 'csv', ...(value === 'hand-over' && { audience: 'outside_counsel' }) });
              }}
              data-autofocus
            />
            <p className={styles.note}>
              {asOf !== null && words.pastNote} {words.formNotes[form]}{' '}
              {figure ? words.figureNote : form !== 'hand-over' && form !== 'oscal' && words.rows((numbers ?? shown?.look.entries ?? shown?.numbers ?? []).length)}
            </p>
          </div>
          {form === 'hand-over' && open === null && (
            <Select
              label={words.case}
              error={missing && lacks.case ? words.caseNeeded : undefined}
              data={cases.map((row) => ({ value: row.id, label: row.title }))}
              value={caseId}
              onChange={setChosen}
            />
          )}
          {form === 'oscal' && <Select label={words.plan} data={[...(numbers ?? [])]} value={plan} onChange={(value) => setPlan(value ?? '')} />}
          <Select
            label={words.audience}
            description={words.audienceHint}
            data={audiences.map((value) => ({ value, label: audienceWords[value] }))}
            value={audience}
            onChange={(value) => kept.set({ audience: audiences.find((one) => one === value) ?? 'internal' })}
          />
          <TextInput
            label={words.recipient}
            description={words.recipientHint}
            value={recipient}
            onChange={(event) => kept.set({ recipient: event.currentTarget.value })}
            maxLength={200}
          />
          {form === 'ics' && (
            <Checkbox label={words.titles} description={words.titlesHint} checked={titles} onChange={(event) => kept.set({ titles: event.currentTarget.checked })} />
          )}
          {form === 'hand-over' && (
            <Textarea
              label={words.recipients}
              description={words.recipientsHint}
              error={missing && lacks.keys ? words.recipientsNeeded : undefined}
              value={recipients}
              onChange={(event) => kept.set({ recipients: event.currentTarget.value })}
              autosize
              minRows={2}
              maxRows={6}
            />
          )}
          {mayBePrivileged && (
            <Checkbox
              label={words.privileged}
              description={words.privilegedHint}
              checked={privileged}
              onChange={(event) => kept.set({ privileged: event.currentTarget.checked })}
            />
          )}
          {mayBePrivileged && privileged && (
            <TextInput
              label={words.reason}
              error={missing && lacks.reason ? words.reasonNeeded : undefined}
              value={reason}
              onChange={(event) => kept.set({ reason: event.currentTarget.value })}
            />
          )}
          {tooMany && <p role="alert">{copying.tooMany(mostCopied)}</p>}
          {exporting.failure?.code === 'pages-changed' && (
            <div ref={intoView}>
              <FailureNote failure={exporting.failure} />
            </div>
          )}
          {isPaper && shown && <ListPreview asked={previewed(shown)} again={again} onLooked={(content) => setLooked({ whom: JSON.stringify(whom()), content })} />}
          {exporting.failure && exporting.failure.code !== 'pages-changed' && <FailureNote failure={exporting.failure} />}
          <div className={styles.acts}>
            <Button variant="filled" type="submit" loading={running}>
              {form === 'print' ? words.print : words.start}
            </Button>
            <Button onClick={running ? stop : leave}>{words.cancel}</Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
