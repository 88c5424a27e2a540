import { useRef, useState } from 'react';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import type { Failure } from '../../shared/failure/failure.ts';
import type { KindDefinition } from '../../shared/records/kind.ts';
import { vault } from '../bridge.ts';
import { nowInstant, setScreen } from '../screen/screen.ts';
import { form as words } from '../words/form.ts';
import { records } from '../words/records.ts';
import { readAll, type FormState, type FormStore } from './form-store.ts';
import { fieldAt, issuesIn, type Issue } from './issues.ts';
import { focusField } from './form-acts.ts';
import { merge, snapshotOf, type Snapshot } from './merge.ts';
import { namesIn } from './names.ts';
import { parted } from './parted.ts';
import { underWayUntil } from './saves-under-way.ts';
import { at, patchOf, prunedFields, type Path } from './values.ts';

/** What the form saves into: a new record, or one as it stood at an entry. */
export interface Target {
  readonly id: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly seq: number | null;
  /** The record as the form was opened on it; null for a new one. */
  readonly base: Snapshot | null;
}

/** Somebody else changed the record while the form was open. What they changed is in the form now, but for what was typed in the same places. */
export interface Met {
  readonly target: Target;
  readonly by: string;
  readonly at: number;
  /** Fields and labels that they changed, as `merge` names them. */
  readonly theirs: readonly string[];
  /** Those of them in which something else was typed, with the record as it stands. */
  readonly both: readonly string[];
  readonly now: Snapshot;
  /** How the records it links to are called, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Checks the form by the kind's own schema and records it. What is wrong stands beside its field, and once more at the foot. */
export function useSave(
  kind: KindDefinition,
  store: FormStore,
  target: Target,
  done: (number: string, another: boolean) => Promise<void>,
  meet: (met: Met) => void,
  /** Seals what was typed last. */
  sealed: () => Promise<unknown>,
): { save: (another?: boolean) => Promise<void>; saving: boolean; failure: Failure | null; issues: readonly Issue[] } {
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  /** Set before anything is awaited: a second press in the same moment finds it. */
  const busy = useRef(false);

  async function save(another = false): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    const writing = write(another);
    underWayUntil(writing);
    try {
      await writing;
    } finally {
      busy.current = false;
      setSaving(false);
    }
  }

  /** Gives the number of what was recorded; null where it was not. */
  async function write(another: boolean): Promise<string | null> {
    await readAll(store);
    const state = store.getState();
    const fields = prunedFields(kind.fields, state.values);
    const found = [...unread(kind, state), ...issuesIn(kind.fields, fields), ...(kind.withoutCase !== true && target.id === null && state.caseId === null ? [caseMissing] : [])];
    setIssues(found);
    store.setState({ errors: Object.fromEntries(found.map((issue) => [issue.key, issue.says])) });
    if (found[0]) {
      focusField(found[0].key);
      return null;
    }

    setSaving(true);
    setFailure(null);
    // What waits to be sealed is sealed before: sealed afterwards, it would be offered again beside the record.
    await sealed();
    const tags = parted(state.tags);
    const named = namesIn(state.named);
    const { audience, privilege, basis } = state;
    const claimed = privilege !== 'none' && basis.author.trim() !== '' && basis.purpose.trim() !== '';
    const why = state.reason.trim() !== '' && { reason: state.reason.trim() };
    const { base } = target;
    const answer =
      target.id === null || target.seq === null || base === null
        ? await vault.ask('records.create', {
            kind: kind.kind,
            caseId: kind.withoutCase === true ? null : state.caseId,
            fields,
            audience,
            privilege,
            ...(claimed && { privilegeBasis: basis }),
            tags,
            ...(named.length > 0 && { named }),
            ...why,
            form: kind.kind,
          })
        : await vault.ask('records.update', {
            id: target.id,
            seq: target.seq,
            fields: patchOf(base.fields, fields),
            // Labels that were not touched are not sent: they stay what they are.
            ...(audience !== base.labels.audience && { audience }),
            ...(state.named !== base.labels.named && { named: named.length > 0 ? named : null }),
            ...(privilege !== base.labels.privilege && { privilege }),
            ...(claimed && (privilege !== base.labels.privilege || JSON.stringify(basis) !== JSON.stringify(base.labels.basis)) && { privilegeBasis: basis }),
            ...(state.tags !== base.labels.tags && { tags }),
            ...why,
            form: kind.kind,
          });
    if (!answer.ok) {
      const met = answer.failure.code === 'changed-since' ? await metOn(store, target) : null;
      if (met === null) setFailure(answer.failure);
      else meet(met);
      return null;
    }
    const { number, act } = answer.reply;
    setScreen({ savedAt: nowInstant(), undoable: { act, says: target.id === null ? records.created(number) : records.saved(number) } });
    await done(number, another);
    return number;
  }
  return { save, saving, failure, issues };
}

/** What stands in the form, as the record would be. */
const typedIn = ({ values, audience, named, privilege, basis, tags }: FormState): Snapshot => ({ fields: values, labels: { audience, named, privilege, basis, tags } });

/** Puts what was typed on the record as it stands now: see `merge`. Null where the record cannot be read any more. */
async function metOn(store: FormStore, target: Target): Promise<Met | null> {
  const answer = await vault.ask('records.get', { number: target.number ?? '' });
  return answer.ok ? mergedInto(store, target, answer.reply) : null;
}

/** As `metOn`, with the record already read. The form holds the merged record afterwards. */
export function mergedInto(store: FormStore, target: Target, { record, seq, links, changedBy, changedAt }: Reply<Contract, 'records.get'>): Met {
  const now = snapshotOf(record);
  const { snapshot, theirs, both } = merge(target.base, typedIn(store.getState()), now);
  // What was typed for a date stays only where the date is still the one that was typed.
  const kept = (key: string): boolean => {
    const name = key.split('.')[0] ?? '';
    return both.includes(name) || !theirs.includes(name);
  };
  store.setState(({ typed }) => ({
    values: snapshot.fields,
    ...snapshot.labels,
    typed: Object.fromEntries(Object.entries(typed).filter(([key]) => kept(key))),
    errors: {},
  }));
  return { target: { ...target, seq, base: now }, by: changedBy, at: changedAt, theirs, both, now, names: new Map(links.map((link) => [link.id, link.number])) };
}

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
