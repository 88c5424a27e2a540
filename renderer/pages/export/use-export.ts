import { useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { releaseToClipboard } from '../../answers/copy-rows.ts';
import { vault } from '../../bridge.ts';
import { startWork } from '../../screen/screen.ts';
import { exporting as words } from '../../words/exchange.ts';

/** `file` is null where it went to the clipboard. */
export type Exported = Omit<Reply<Contract, 'exchange.export'>, 'file' | 'bytes'> & { readonly file: string | null };
export interface Exporting {
  readonly phase: 'asking' | 'running' | 'done';
  readonly reply: Exported | null;
  readonly failure: Failure | null;
}

/** One export: asked about, then written with a way to stop it, then told with what was held back. A person who chooses no place is asked again. */
export function useExport(): {
  exporting: Exporting /** Gives whether something left. */;
  run: (question: Asked<Contract, 'exchange.export'>) => Promise<boolean>;
  /** The same, to the clipboard. */
  copy: (question: Asked<Contract, 'exchange.copy'>) => Promise<boolean>;
  stop: () => void;
} {
  const [exporting, setExporting] = useState<Exporting>({ phase: 'asking', reply: null, failure: null });
  const [stopping, setStopping] = useState<AbortController | null>(null);

  async function run(question: Asked<Contract, 'exchange.export'>): Promise<boolean> {
    const controller = new AbortController();
    setStopping(controller);
    setExporting({ phase: 'running', reply: null, failure: null });
    const work = startWork(words.working, () => controller.abort());
    const answer = await vault.ask('exchange.export', question, { signal: controller.signal });
    work.end();
    if (answer.ok) setExporting({ phase: 'done', reply: answer.reply, failure: null });
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
  return { exporting, run, copy, stop: () => stopping?.abort() };
}
