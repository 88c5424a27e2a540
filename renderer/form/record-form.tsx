import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { audiences, privileges, type Privilege } from '../../shared/records/field.ts';
import { BasisFields } from './basis-fields.tsx';
import type { KindDefinition } from '../../shared/records/kind.ts';
import { useOffers } from '../screen/offers.ts';
import { addressOf } from '../screen/route.ts';
import { useScreen } from '../screen/screen.ts';
import { standsOver } from '../screen/stands-over.ts';
import { Facts } from '../ui/facts.tsx';
import { FailureNote } from '../ui/failure.tsx';
import { RecordPage } from '../ui/record-page.tsx';
import { Select } from '../ui/select.tsx';
import { State, type Look } from '../ui/state.tsx';
import { PageButton, usePageAct } from '../ui/page-button.tsx';
import { timeAt } from '../words/dates.ts';
import { form as words } from '../words/form.ts';
import { keys } from '../words/shell.ts';
import { audienceWords, privilegePurposes, privilegeWords, records } from '../words/records.ts';
import { useOpenCases } from '../working-set/use-rows.ts';
import { FieldGrid } from './field-grid.tsx';
import { FormKind, FormProvider, useForm, type FormStore } from './form-store.ts';
import { formActs, focusField, goToSection } from './form-acts.ts';
import { keyOf } from './issues.ts';
import { Lettered } from './lettered.tsx';
import { sectionLetters, sectionsOf } from './sections.ts';
import { MetNote } from './met-note.tsx';
import { useSave, type Met, type Target } from './use-save.ts';
import { useDraft } from './use-draft.ts';
import styles from './form.module.css';

export interface RecordFormProps {
  readonly kind: KindDefinition;
  readonly store: FormStore;
  readonly target: Target;
  /** When the draft that the form begins with was sealed; null where it begins with none. */
  readonly restoredAt: number | null;
  /** What the draft met, where the record was changed since it was typed. */
  readonly met?: Met | null;
  /** `another`: a new form of the same kind is wanted next. */
  readonly onDone: (number: string, another: boolean) => void;
  readonly onCancel: () => void;
  /** What a kind adds above its fields and beside them: the rule of a deadline. */
  readonly above?: ReactNode;
  readonly beside?: ReactNode;
  /** Fields that what stands above fills in. */
  readonly without?: readonly string[];
}

/** Says on the page whether a form keeps its bar at the foot: the notes of what was done stand above it (`ui/undo-note.module.css`). */
const tellFoot = (foot: HTMLElement | null): void => void document.body.toggleAttribute('data-foot', foot !== null);

/** Creating or editing a record of any kind, from its definition alone. */
export function RecordForm({ kind, store, target: opened, restoredAt, met: first = null, onDone, onCancel, above, beside, without }: RecordFormProps) {
  const zone = useScreen((now) => now.session?.zone ?? 'UTC');
  const [target, setTarget] = useState(opened);
  const [met, setMet] = useState<Met | null>(first);
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => void (there.current = false);
  }, []);
  const draft = useDraft(store, kind.kind, target.id, target, restoredAt);
  const { save, saving, failure, issues } = useSave(
    kind,
    store,
    target,
    async (number, another) => {
      await draft.discard();
      // Who went elsewhere while it was recorded is not called back.
      if (there.current) onDone(number, another);
    },
    (found) => {
      setTarget(found.target);
      setMet(found);
    },
    draft.flush,
  );
  const stands = failure ?? draft.unsealed?.failure;
  const sections = useMemo(() => sectionsOf(Object.fromEntries(Object.entries(kind.fields).filter(([name]) => !without?.includes(name)))), [kind, without]);
  const isNew = target.id === null;
  const letters = useMemo(() => sectionLetters(sections), [sections]);
  const box = useRef<HTMLFormElement>(null);
  useOffers(useMemo(() => formActs(sections, letters), [sections, letters]));
  usePageAct(isNew ? words.record(kind.label) : words.save, () => void save(false), !saving);
  // Where one begins to type; a field that was asked for by name comes after it.
  useEffect(() => box.current?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true }), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // What stands over the form has its own keys.
      if (standsOver()) return;
      if (event.altKey && event.shiftKey && !event.ctrlKey) {
        const section = sections.find((one) => event.code === `Key${letters.get(one.key)}`);
        if (!section) return;
        event.preventDefault();
        return goToSection(section);
      }
      if (!(event.ctrlKey || event.metaKey) || (event.key !== 'Enter' && event.key.toLowerCase() !== 's')) return;
      event.preventDefault();
      void save(isNew && event.shiftKey && event.key === 'Enter');
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  return (
    <FormProvider value={store}>
      <FormKind.Provider value={kind.kind}>
        <RecordPage
          number={target.number ?? `${kind.prefix}-…`}
          title={isNew ? records.newKind(kind.label) : target.title}
          state={<State look={draftLook(draft, zone)} />}
          line={[
            draft.unsealed ? words.onlyHere : draft.sealedAt === null ? words.noDraft : words.survives,
            ...(restoredAt === null ? [] : [words.restored(timeAt(restoredAt, zone))]),
          ]}
          side={
            <>
              {beside}
              <Missing kind={kind} isNew={isNew} />
              <Facts
                title={words.saving}
                facts={[
                  [
                    isNew ? records.state : records.historyTab,
                    isNew ? (kind.states[kind.initial]?.label ?? '') : words.savingOld,
                    isNew ? words.savingNew(kind.prefix) : undefined,
                  ],
                ]}
                labelWidth={64}
              />
              <p className={styles.keys}>{words.keys(keys('Ctrl Enter'), keys('Alt Shift'))}</p>
            </>
          }
          sideName={words.consequences}
        >
          <form
            ref={box}
            className={styles.form}
            aria-label={isNew ? records.newKind(kind.label) : records.edit}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.fields}>
              {above}
              {sections.map((section) => (
                <fieldset key={section.key} className={styles.section}>
                  {section.key in section.fields ? null : (
                    <legend className={styles.legend}>
                      <Lettered text={section.title} letter={letters.get(section.key)} />
                    </legend>
                  )}
                  {section.hint && <p className={styles.hint}>{section.hint}</p>}
                  <FieldGrid fields={section.fields} path={[]} letter={letters.get(section.key)} />
                </fieldset>
              ))}
              <Access kind={kind} isNew={isNew} />
            </div>
            {met && <MetNote key={met.target.seq} kind={kind} number={target.number ?? ''} met={met} />}
            {stands && (
              <div className={styles.failed}>
                <FailureNote failure={stands} />
              </div>
            )}
            <div className={styles.foot} ref={tellFoot}>
              <Button variant="filled" type="submit" loading={saving}>
                {isNew ? words.record(kind.label) : words.save}
              </Button>
              {isNew && (
                <PageButton onClick={() => void save(true)} disabled={saving}>
                  {words.another}
                </PageButton>
              )}
              <PageButton
                onClick={() => {
                  void draft.flush();
                  onCancel();
                }}
              >
                {words.keepDraft}
              </PageButton>
              <PageButton
                variant="subtle"
                onClick={() => {
                  void draft.discard();
                  onCancel();
                }}
              >
                {words.discardDraft}
              </PageButton>
              {issues.length > 0 && (
                <p className={styles.footError}>
                  {words.toCorrect(issues.length)}
                  {issues.slice(0, 3).map((issue) => (
                    <a
                      key={issue.key}
                      href={`#field-${keyOf(issue.path)}`}
                      onClick={(event) => {
                        event.preventDefault();
                        focusField(keyOf(issue.path));
                      }}
                    >
                      {issue.label}
                    </a>
                  ))}
                </p>
              )}
            </div>
          </form>
        </RecordPage>
      </FormKind.Provider>
    </FormProvider>
  );
}

/** Whether what was typed is sealed, and since when: a crash costs what is not. */
function draftLook({ sealedAt, unsealed }: Pick<ReturnType<typeof useDraft>, 'sealedAt' | 'unsealed'>, zone: string): Look {
  if (unsealed) return { shape: 'triangle', tone: 'late', word: words.unsealed };
  return { shape: 'circleDotted', tone: 'plain', word: sealedAt === null ? words.draft : words.sealed(timeAt(sealedAt, zone, true)) };
}

/** Who may see it, under which privilege, in which case, found by which words, and, for a change, why. */
function Access({ kind, isNew }: { kind: KindDefinition; isNew: boolean }) {
  const store = useForm();
  const [caseId, audience, named, privilege, basis, tags, reason] = [
    useStore(store, (now) => now.caseId),
    useStore(store, (now) => now.audience),
    useStore(store, (now) => now.named),
    useStore(store, (now) => now.privilege),
    useStore(store, (now) => now.basis),
    useStore(store, (now) => now.tags),
    useStore(store, (now) => now.reason),
  ];
  const { rows: cases, whole: known } = useOpenCases();
  const set = (part: Partial<ReturnType<FormStore['getState']>>): void => store.setState({ ...part, touched: true });
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{words.access}</legend>
      <div className={styles.fields}>
        {isNew && kind.withoutCase !== true && (
          <Select
            label={words.case}
            {...(known &&
              cases.length === 0 && {
                description: (
                  <>
                    {words.noCase} <a href={addressOf({ page: 'new', kind: 'case', prefill: {} })}>{words.recordCase}</a>
                  </>
                ),
              })}
            data={cases.map((row) => ({ value: row.id, label: row.title }))}
            value={caseId}
            onChange={(value) => set({ caseId: value })}
            placeholder={words.pickOne}
          />
        )}
        <Select
          label={records.audience}
          data={audiences.map((value) => ({ value, label: audienceWords[value] }))}
          value={audience}
          onChange={(value) => value !== null && set({ audience: asOneOf(audiences, value) })}
        />
        <TextInput label={records.named} description={records.namedHint} value={named} onChange={(event) => set({ named: event.currentTarget.value })} />
        <Select
          label={records.privilege}
          data={privileges.map((value) => ({ value, label: privilegeWords[value] }))}
          value={privilege}
          onChange={(value) => value !== null && set(claimed(store.getState(), asOneOf(privileges, value)))}
        />
        {privilege !== 'none' && <BasisFields basis={basis} set={(part) => set({ basis: { ...basis, ...part } })} />}
        <TextInput label={records.tags} description={words.tagsHint} value={tags} onChange={(event) => set({ tags: event.currentTarget.value })} />
        {!isNew && <TextInput label={words.whySaving} description={records.reasonOptional} value={reason} onChange={(event) => set({ reason: event.currentTarget.value })} />}
      </div>
    </fieldset>
  );
}
/** Another privilege brings the purpose that goes with it, where nobody has written another one. */
function claimed({ basis }: ReturnType<FormStore['getState']>, privilege: Privilege): Pick<ReturnType<FormStore['getState']>, 'privilege' | 'basis'> {
  const proposed = basis.purpose === '' || Object.values<string>(privilegePurposes).includes(basis.purpose);
  return { privilege, basis: { ...basis, purpose: proposed ? privilegePurposes[privilege] : basis.purpose } };
}

function asOneOf<T extends string>(all: readonly T[], value: string): T {
  const found = all.find((one) => one === value);
  if (found === undefined) throw new Error(`a choice that was not offered: ${value}`);
  return found;
}

/** What the kind requires and the form does not hold yet. */
function Missing({ kind, isNew }: { kind: KindDefinition; isNew: boolean }) {
  const store = useForm();
  const values = useStore(store, (now) => now.values);
  const [shown, setShown] = useState(values);
  useEffect(() => {
    const later = setTimeout(() => setShown(values), 300);
    return () => clearTimeout(later);
  }, [values]);
  const caseMissing = useStore(store, (now) => now.caseId) === null && isNew && kind.withoutCase !== true;
  const missing: readonly { readonly name: string; readonly label: string; readonly help?: string | undefined }[] = [
    ...Object.entries(kind.fields).flatMap(([name, field]) =>
      field.required && (shown[name] === undefined || shown[name] === '') ? [{ name, label: field.label, help: field.help }] : [],
    ),
    ...(caseMissing ? [{ name: 'case', label: words.case }] : []),
  ];
  return (
    <section className={styles.missing}>
      <h2>{words.stillMissing}</h2>
      {missing.length === 0 ? (
        <p className="muted">{words.nothingMissing}</p>
      ) : (
        <ul>
          {missing.map(({ name, label, help }) => (
            <li key={name}>
              <a
                href={`#field-${name}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(name);
                }}
              >
                {label}
              </a>
              {help && <span className="muted"> {help}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
