import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { Refused, refuse } from '../../../shared/failure/failure.ts';
import { takeInLoadFile } from '../../evidence/load-file.ts';
import { loadRows } from '../../evidence/load-file-rows.ts';
import { openLoadFile } from '../../evidence/open-load-file.ts';
import type { TableRow } from '../../evidence/reader/table.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

/** Most lines of a load file that are told by themselves where something is wrong with them. */
const shownRefusals = 500;

/** How many documents a table lists, where its heading is that of a load file; null for every other table. */
export function documentsListed(rows: readonly TableRow[], file: string): number | null {
  try {
    return loadRows(rows, file).length;
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown;
    return null;
  }
}

/** Taking in what a load file lists. The window names the load file alone: its files are looked for where it lies, and nowhere above. */
export function loadFileHandlers({ clock, grants, runJob, session }: Context): Pick<Handlers<Contract>, 'evidence.loadFile'> {
  return {
    'evidence.loadFile': async ({ caseId, file, source: system, reasonWithoutSecondOpener: reason, ...labels }, { signal, tell }) => {
      const { vault, records } = session.opened();
      const granted = grants.take(file);
      if (!('path' in granted))
        return refuse({
          code: 'not-available-here',
          what: 'taking in the files of a load file',
          why: 'this browser hands over single files; use the app, or cordon intake --load-file',
        });
      const load = await openLoadFile(runJob, granted.path, { signal });
      const of = Math.max(0, load.rows.length - 1);
      const told: Reply<Contract, 'evidence.loadFile'> = { taken: 0, refused: 0, lines: [] };
      for await (const { line, control, taken, failure } of takeInLoadFile({ vault, records, runJob, clock }, load, { ...labels, caseId, system, reason, signal })) {
        if (taken) told.taken++;
        else if (told.refused++ < shownRefusals) told.lines.push({ line, control, failure });
        tell({ done: told.taken + told.refused, of: Math.max(of, told.taken + told.refused), unit: 'file', what: control });
      }
      if (told.refused === 0) grants.forget(file);
      return told;
    },
  };
}
