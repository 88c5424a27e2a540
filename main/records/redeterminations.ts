import { refuse } from '../../shared/failure/failure.ts';
import { isKind, type RecordOf } from '../../shared/records/kinds.ts';
import { resultWords } from '../../shared/law/scope/ruling.ts';
import { redeterminations, type Redetermination } from '../../shared/records/views/redetermination.ts';
import type { Reading } from './reading.ts';
import type { Records } from './records.ts';
import { isShell } from './row.ts';
import { scopeSources } from './scope-sources.ts';

const readable = <K extends 'access_determination' | 'person'>(reading: Reading, kind: K, caseId: string | null): RecordOf<K>[] =>
  reading.all(kind, caseId ?? undefined).filter((one) => !isShell(one));

/** The determinations of a case that are to be made again; of all cases where `caseId` is null. Those that the person at work may not read are not looked at. */
export function toRedetermine(reading: Reading, caseId: string | null, today: string): Redetermination[] {
  const determinations = readable(reading, 'access_determination', caseId);
  // Without any no order need be read.
  if (determinations.length === 0) return [];
  return redeterminations(
    {
      ...scopeSources(reading, caseId),
      determinations,
      persons: readable(reading, 'person', caseId),
      models: reading.all('restricted_model', caseId ?? undefined),
      changedAt: (id) => reading.changed(id).seq,
    },
    today,
  );
}

/**
 * Puts a new, proposed determination in the place of each that was named, by the order as it stands, and supersedes the old one, all in one act. What was
 * signed stays signed for the old one only: until somebody decides the new one, it is no access. Refuses `record-not-found`, and `guard` for one whose
 * ground has not changed; then nothing is changed.
 */
export async function redetermine(records: Records, numbers: readonly string[], today: string, reason: string): Promise<{ readonly act: string; readonly made: string[] }> {
  const { act, result } = await records.change(reason, (writing) => {
    const reading = records.reading();
    const listed = new Map(toRedetermine(reading, null, today).map((one) => [one.number, one]));
    return numbers.map((typed) => {
      const old = reading.require(typed);
      const now = listed.get(old.number);
      if (!isKind(old, 'access_determination') || now === undefined)
        return refuse({ code: 'guard', number: old.number, guard: 'redetermine', facts: ['Nothing it rests on has changed: there is nothing to determine again.'] });
      const { person, audience, order, model, version, surface, activity, evidenceType, screening } = old.fields;
      const made = writing.create('access_determination', {
        caseId: old.caseId,
        fields: {
          ...(person !== undefined && { person }),
          ...(audience !== undefined && { audience }),
          order,
          model,
          orderSeq: reading.seq,
          rules: [...now.rules],
          result: now.after,
          ...(version !== undefined && { version }),
          ...(surface !== undefined && { surface }),
          ...(activity !== undefined && { activity }),
          ...(evidenceType !== undefined && { evidenceType }),
          ...(screening !== undefined && { screening }),
          reason: [
            `In the place of ${old.number} (${resultWords[now.before]}). ${now.why.join(' ')}`,
            ...(now.clause === '' ? [] : [`Decided by ${now.clause}.`]),
            ...(now.missing.length === 0 ? [] : [`Missing: ${now.missing.join(', ')}.`]),
          ].join(' '),
        },
      });
      writing.move(old.id, 'superseded', reason);
      return made.number;
    });
  });
  return { act, made: result };
}
