import { useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { releaseToClipboard } from '../../answers/copy-rows.ts';
import { vault } from '../../bridge.ts';
import { printPaper } from '../../print/print-paper.ts';
import { startWork } from '../../screen/screen.ts';
import { filing as paper } from '../../words/filing.ts';
import type { PaperSetting } from '../filing/use-paper-work.ts';
import { exporting as words } from '../../words/exchange.ts';

/** `file` is null where it went to the clipboard or to the printer. */
export type Exported = Omit<Reply<Contract, 'exchange.export'>, 'file' | 'bytes'> & { readonly file: string | null; readonly printed?: true };
export interface Exporting {
  readonly phase: 'asking' | 'running' | 'done';
  readonly reply: Exported | null;
  readonly failure: Failure | null;
}

/** One export: asked about, then written with a way to stop it, then told with what was held back. A person who chooses no place is asked again. */
export function useExport(): {
  exporting: Exporting /** Gives whether something left. */;
  run: (question: Asked<Contract, 'exchange.export'>) => Promise<boolean>;
  /** A list as a paper, through the printing of the system. */
  print: (question: Asked<Contract, 'exchange.export'>) => Promise<boolean>;
  /** The same, to the clipboard. */
  copy: (question: Asked<Contract, 'exchange.copy'>) => Promise<boolean>;
  stop: () => void;
} {
  const [exporting, setExporting] = useState<Exporting>({ phase: 'asking', reply: null, failure: null });
  const [stopping, setStopping] = useState<AbortController | null>(null);

  async function run(question: Asked<Contract, 'exchange.export'>, printed = false): Promise<boolean> {
    const controller = new AbortController();
    setStopping(controller);
    setExporting({ phase: 'running', reply: null, failure: null });
    const work = startWork(printed ? words.printing : words.working, () => controller.abort());
    const setting: PaperSetting = {
      signal: controller.signal,
      onProgress: ({ done, of, unit, what }) => work.tell(paper.far(done, of, unit, what), of === null || of === 0 ? null : done / of),
    };
    const answer = await (printed ? printPaper((print) => vault.ask('exchange.export', { ...question, print }, setting)) : vault.ask('exchange.export', question, setting));
    work.end();
    if (answer.ok) setExporting({ phase: 'done', reply: { ...answer.reply, ...(printed && { file: null, printed }) }, failure: null });
    else setExporting({ phase: 'asking', reply: null, failure: answer.failure.code === 'cancelled' ? null : answer.failure });
    return answer.ok;
  }
  async function copy(question: Asked<Contract, 'exchange.copy'>): Promise<boolean> {
    setExporting({ phase: 'running', reply: null, failure: null });
    const done = await releaseToClipboard(question);
    if ('failure' in done) setExporting({ phase: 'asking', reply: null, failure: done.failure });
    else setExporting({ phase: 'done', reply: { ...done.copied, file: null, beside: [] }, failure: null });
    return 'copied' in done;
  }
  return { exporting, run: (question) => run(question), print: (question) => run(question, true), copy, stop: () => stopping?.abort() };
}
