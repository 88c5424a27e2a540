import { useEffect, useState } from 'react';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import { newForm, type FormStore } from '../../form/form-store.ts';
import { LinkNames, LinkNamesProvider } from '../../form/link-names.ts';
import { focusField } from '../../form/form-acts.ts';
import { bring, takeBrought, takeHandedOver, withBrought, type Brought, type Errand } from '../../form/handed-over.ts';
import { keyOf } from '../../form/issues.ts';
import { RecordForm } from '../../form/record-form.tsx';
import { readDraft } from '../../form/use-draft.ts';
import { snapshotOf } from '../../form/merge.ts';
import { mergedInto, type Met, type Target } from '../../form/use-save.ts';
import { go, replace } from '../../screen/route.ts';
import { useScreen } from '../../screen/screen.ts';
import { Loading, NotThere } from '../../ui/not-there.tsx';
import { privilegePurposes } from '../../words/records.ts';
import { DeadlineRule } from '../deadline/rule-part.tsx';
import { useOpenCases } from '../../working-set/use-rows.ts';
import type { Named } from '../../answers/use-records.ts';

interface Ready {
  readonly store: FormStore;
  readonly restoredAt: number | null;
  readonly target: Target;
  /** What the draft met, where the record was changed since it was typed. */
  readonly met: Met | null;
  readonly names: LinkNames;
  /** The field of another form for which the record is made. */
  readonly errand: Errand | null;
  /** A record that was made for a field of this form. */
  readonly brought: Brought | null;
}

/** A new record of a kind; what was typed into it before is there again. */
export function NewPage({ kindName, prefill }: { kindName: string; prefill: Readonly<Record<string, string>> }) {
  const kind = kindNamed(kindName);
  const chosen = useScreen((now) => now.caseId);
  const person = useScreen((now) => now.session?.vault?.person ?? '');
  const { rows: cases, ready: known } = useOpenCases();
  const [ready, setReady] = useState<Ready | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!kind || !known || ready) return;
    void Promise.all([readDraft(kind.kind, null), titleOf(prefill['linkNumber'])]).then(([draft, title]) => {
      const { values: handed, errand } = takeHandedOver(kind.kind);
      const brought = takeBrought(location.hash);
      const caseId = prefill['caseId'] ?? chosen ?? (cases.length === 1 ? (cases[0]?.id ?? null) : null);
      const start = {
        values: { ...(kind.kind === 'deadline' && { method: 'manual' }), ...prefilled(kind, prefill), ...handed },
        typed: {},
        typedOn: {},
        errors: {},
        caseId,
        audience: kind.audience,
        privilege: kind.privilege,
        named: '',
        basis: { author: person, purpose: privilegePurposes[kind.privilege], dualPurpose: false },
        tags: '',
        reason: '',
        touched: false,
      };
      const begun = draft ? { ...draft.state, named: draft.state.named ?? '' } : start;
      setReady({
        store: newForm(brought ? withBrought(begun, brought) : begun),
        errand,
        brought,
        restoredAt: draft?.at ?? null,
        met: null,
        names: new LinkNames([
          ...(prefill['linkId'] && prefill['linkNumber'] ? [[prefill['linkId'], { number: prefill['linkNumber'], title }] as const] : []),
          ...(brought ? [[brought.id, brought] as const] : []),
        ]),
        target: { id: null, number: null, title: '', seq: null, base: null },
      });
    });
  }, [kind, known, ready, cases, chosen, prefill, person]);
  if (!kind) return <NotThere />;
  if (!ready) return <Loading />;
  const another = (): void => {
    setReady(null);
    setTurn(turn + 1);
  };
  return <Form key={turn} kind={kind} ready={ready} back={{ page: 'list', kind: kind.kind }} onAnother={another} />;
}

/** How the record is called that a new one is linked to from the beginning; nothing where it cannot be read. */
async function titleOf(number: string | undefined): Promise<string> {
  const answer = number === undefined ? null : await vault.ask('records.get', { number });
  const kind = answer?.ok ? kindNamed(answer.reply.record.kind) : undefined;
  return answer?.ok && kind ? kind.title(answer.reply.record.fields) : '';
}

/** What was handed over in the address: a link as `field=model&linkId=…`, and lines and choices by the names of their fields. */
function prefilled(kind: KindDefinition, prefill: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const { field: name, linkId, ...told } = prefill;
  const field = name === undefined ? undefined : kind.fields[name];
  const plain = Object.entries(told).filter(([key, value]) => {
    const { widget, options } = kind.fields[key] ?? {};
    return widget === 'line' || widget === 'prose' || widget === 'quotation' || (widget === 'choice' && options !== undefined && value in options);
  });
  return { ...Object.fromEntries(plain), ...(name !== undefined && linkId !== undefined && field && { [name]: field.widget === 'links' ? [linkId] : linkId }) };
}

/** A record being changed. Two people cannot overwrite each other: the change names the entry it was opened on. */
export function EditPage({ number, field }: { number: string; field: string | null }) {
  const { reply, failure } = useAnswer('records.get', { number });
  const [ready, setReady] = useState<Ready | null>(null);
  useEffect(() => {
    if (!reply || ready) return;
    const { record, seq, links } = reply;
    void readDraft(record.kind, record.id).then((draft) => {
      const now = snapshotOf(record);
      const start = { values: now.fields, typed: {}, typedOn: {}, errors: {}, caseId: record.caseId, ...now.labels, reason: '', touched: false };
      const own = kindNamed(record.kind);
      // Proof of the cast: the vault parsed these fields by this kind's schema.
      const title = own?.title(record.fields) ?? record.kind;
      const begun = draft ? { ...draft.state, named: draft.state.named ?? now.labels.named } : start;
      const brought = takeBrought(location.hash);
      const store = newForm(brought ? withBrought(begun, brought) : begun);
      const target = { id: record.id, number: record.number, title, seq, base: now };
      // What was typed on an older state of the record is put on the one that stands now, and what that meets is said.
      const older = draft !== null && draft.seq !== seq;
      const base = draft?.base ? { fields: { ...draft.state.values, ...draft.base.fields }, labels: draft.base.labels } : null;
      const met = older ? mergedInto(store, { ...target, base }, reply) : null;
      setReady({
        store,
        restoredAt: draft?.at ?? null,
        met: met !== null && met.theirs.length + met.both.length > 0 ? met : null,
        names: new LinkNames([...links.map((link): [string, Named] => [link.id, link]), ...(brought ? [[brought.id, brought] as const] : [])]),
        target,
        errand: null,
        brought,
      });
    });
  }, [reply, ready]);
  const there = ready !== null;
  useEffect(() => {
    if (there && field !== null) focusField(field);
  }, [there, field]);
  const kind = reply ? kindNamed(reply.record.kind) : undefined;
  if (failure && !ready) return <NotThere failure={failure} />;
  if (!ready || !kind) return <Loading />;
  return <Form kind={kind} ready={ready} back={{ page: 'record', number, tab: null }} />;
}

/** Fields of a deadline that choosing its rule fills in. */
const setByRule = ['method', 'ruleId', 'ruleVersion'];

function Form({ kind, ready, back, onAnother }: { kind: KindDefinition; ready: Ready; back: Parameters<typeof go>[0]; onAnother?: () => void }) {
  const { store, errand, brought } = ready;
  useEffect(() => {
    if (brought === null) return;
    focusField(keyOf(brought.path));
    // It is new in the form and not in the draft: sealed as if it had been typed.
    store.setState(({ values }) => ({ values: { ...values }, touched: true }));
  }, [store, brought]);
  return (
    <LinkNamesProvider value={ready.names}>
      <RecordForm
        kind={kind}
        store={store}
        target={ready.target}
        restoredAt={ready.restoredAt}
        met={ready.met}
        onDone={(number, another) => (another && onAnother ? onAnother() : errand === null ? replace({ page: 'record', number, tab: null }) : void takeBack(errand, kind, number))}
        onCancel={() => (errand === null ? replace(back) : history.back())}
        {...(kind.kind === 'deadline' && { above: <DeadlineRule store={store} />, without: setByRule })}
      />
    </LinkNamesProvider>
  );
}

/** Goes back to the form whose field led here, with the record that was made for it. */
async function takeBack(errand: Errand, kind: KindDefinition, number: string): Promise<void> {
  const answer = await vault.ask('records.get', { number });
  if (!answer.ok) return replace({ page: 'record', number, tab: null });
  const { id, fields } = answer.reply.record;
  bring({ ...errand, id, number, title: kind.title(fields) });
  history.back();
}
