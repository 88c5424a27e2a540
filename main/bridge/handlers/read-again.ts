import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { Refused, refuse } from '../../../shared/failure/failure.ts';
import { readAgain, unread } from '../../evidence/read-again.ts';
import { changedOf } from '../../records/changed-of.ts';
import type { Context } from '../context.ts';
import { inPieces } from '../in-pieces.ts';
import type { Handlers } from '../serve.ts';

/** What another reading may change; of an encrypted file it changes nothing. */
const statuses = ['timed-out', 'not-read', 'damaged', 'too-large'] as const;
/** Most exhibits of one question. */
const most = 5_000;

/** Exhibits whose words were not read, and another reading of them: each an act of its own, so what was read stays when the person stops. */
export function readAgainHandlers({ clock, runJob, session }: Context): Pick<Handlers<Contract>, 'evidence.unread' | 'evidence.readAgain'> {
  /** The last answer: whoever comes back to the evidence asks again, and no text need be looked at before one changes. */
  let last: { readonly key: string; readonly seq: number; readonly files: Reply<Contract, 'evidence.unread'>['files'] } | null = null;
  return {
    'evidence.unread': async ({ caseId }, { signal }) => {
      const { vault, records } = session.opened();
      const reading = records.reading();
      const { seq } = reading;
      const key = `${vault.id} ${caseId}`;
      if (last?.key === key && !changedOf(vault.reader, ['evidence_text', 'evidence_item'], last.seq)) return { files: [...last.files] };
      const files = (await inPieces(unread(reading, statuses, caseId ?? undefined), signal, 1)).slice(0, most);
      // What was read before something changed holds for then: the next question looks for changes since.
      last = { key, seq, files: files.map((file) => ({ ...file })) };
      return { files: [...last.files] };
    },
    'evidence.readAgain': async ({ numbers, seconds }, { signal, tell }) => {
      const { vault, records } = session.opened();
      const files: Reply<Contract, 'evidence.readAgain'>['files'] = [];
      for (const [index, number] of numbers.entries()) {
        tell({ done: index, of: numbers.length, unit: 'file', what: number });
        try {
          if (signal.aborted) refuse({ code: 'cancelled' });
          const { before, reading, children, notTakenOut } = await readAgain({ vault, records, runJob, clock }, number, { seconds, signal });
          files.push({ number, before, reading, inside: children.map((child) => child.number), notTakenOut: notTakenOut.map((one) => ({ ...one })), failure: null });
        } catch (thrown) {
          if (!(thrown instanceof Refused)) throw thrown;
          files.push({ number, before: null, reading: null, inside: [], notTakenOut: [], failure: thrown.failure });
        }
      }
      return { files };
    },
  };
}
