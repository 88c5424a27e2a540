import { useState } from 'react';
import type { Failure } from '../../shared/failure/failure.ts';
import type { KindDefinition } from '../../shared/records/kind.ts';
import { vault } from '../bridge.ts';
import { nowInstant, setScreen } from '../screen/screen.ts';
import { form as words } from '../words/form.ts';
import { records } from '../words/records.ts';
import { readAll, type FormState, type FormStore } from './form-store.ts';
import { fieldAt, issuesIn, type Issue } from './issues.ts';
import { focusField } from './form-acts.ts';
import { at, patchOf, prunedFields, type Path, type Values } from './values.ts';

/** What the form saves into: a new record, or one as it stood at an entry. */
export interface Target {
  readonly id: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly seq: number | null;
  readonly fields: Values;
}

/** Checks the form by the kind's own schema and records it. What is wrong stands beside its field, and once more at the foot. */
export function useSave(
  kind: KindDefinition,
  store: FormStore,
  target: Target,
  done: (number: string, another: boolean) => Promise<void>,
): { save: (another?: boolean) => Promise<void>; saving: boolean; failure: Failure | null; issues: readonly Issue[] } {
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [issues, setIssues] = useState<readonly Issue[]>([]);

  async function save(another = false): Promise<void> {
    if (saving) return;
    await readAll(store);
    const state = store.getState();
    const fields = prunedFields(kind.fields, state.values);
    const found = [...unread(kind, state), ...issuesIn(kind.fields, fields), ...(kind.withoutCase !== true && target.id === null && state.caseId === null ? [caseMissing] : [])];
    setIssues(found);
    store.setState({ errors: Object.fromEntries(found.map((issue) => [issue.key, issue.says])) });
    if (found[0]) return focusField(found[0].key);

    setSaving(true);
    setFailure(null);
    const tags = namesIn(state.tags);
    const named = namesIn(state.named);
    const claimed = state.privilege !== 'none' && state.basis.author.trim() !== '' && state.basis.purpose.trim() !== '';
    const shared = {
      audience: state.audience,
      privilege: state.privilege,
      ...(claimed && { privilegeBasis: state.basis }),
      tags,
      ...(state.reason.trim() !== '' && { reason: state.reason.trim() }),
    };
    const answer =
      target.id === null || target.seq === null
        ? await vault.ask('records.create', { kind: kind.kind, caseId: kind.withoutCase === true ? null : state.caseId, fields, ...(named.length > 0 && { named }), ...shared })
        : await vault.ask('records.update', { id: target.id, seq: target.seq, fields: patchOf(target.fields, fields), named: named.length > 0 ? named : null, ...shared });
    setSaving(false);
    if (!answer.ok) return setFailure(answer.failure);
    const { number, act } = answer.reply;
    setScreen({ savedAt: nowInstant(), undoable: { act, says: target.id === null ? records.created(number) : records.saved(number) } });
    await done(number, another);
  }
  return { save, saving, failure, issues };
}

/** What stands between commas. */
const namesIn = (typed: string): string[] =>
  typed
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Dates and records that were typed and could not be read: nothing that was typed is left out in silence. */
function unread(kind: KindDefinition, state: FormState): readonly Issue[] {
  return Object.entries(state.typed).flatMap(([key, typed]) => {
    const path: Path = key.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    const field = fieldAt(kind.fields, path);
    if (!field || typed.trim() === '') return [];
    const dated = field.widget === 'date-fact' || field.widget === 'day';
    if (dated && at(state.values, path) === undefined) return [{ path, key, label: field.label, says: state.errors[key] ?? words.unread(typed.trim()) }];
    const linked = field.widget === 'link' || field.widget === 'links';
    return linked ? [{ path, key, label: field.label, says: state.errors[key] ?? words.noSuch(typed.trim()) }] : [];
  });
}

const caseMissing: Issue = { path: ['case'], key: 'case', label: words.case, says: words.missing(words.case) };
