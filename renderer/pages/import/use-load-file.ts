import { useEffect, useRef, useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { GrantedFile } from '../../../shared/contract/window-door.ts';
import type { Asked, Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { grant, vault } from '../../bridge.ts';
import { startWork } from '../../screen/screen.ts';
import { pickFolder } from '../../ui/pick-files.ts';
import { importing as words } from '../../words/exchange.ts';
import { askedOf, type About } from '../evidence/use-intake.ts';
import { filesInFolder, filesNamed, opticonOf } from './handed-files.ts';

export type LoadPlan = Reply<Contract, 'evidence.planLoadFile'>;
export type LoadColumn = LoadPlan['columns'][number];
type Told = Reply<Contract, 'evidence.loadFile'>;
type Handed = NonNullable<Asked<Contract, 'evidence.planLoadFile'>['handed']>;

/** What a browser hands over is held in memory until it is taken in. */
const mostHandedBytes = 512 * 1024 * 1024;

interface LoadFileWork {
  readonly plan: LoadPlan | null;
  /** Whether every file was read and its digest compared. */
  readonly checked: boolean;
  readonly told: Told | null;
  readonly failure: Failure | null;
  /** What runs, and its stop. */
  readonly running: { readonly what: 'folder' | 'check' | 'take'; readonly stop: () => void } | null;
}
const nothing: LoadFileWork = { plan: null, checked: false, told: null, failure: null, running: null };

/** A load file looked at, its columns corrected, its files handed over where the host has no paths, tried, and taken in. Only the newest answer counts. */
export function useLoadFile(file: GrantedFile): {
  work: LoadFileWork;
  handed: boolean;
  fill: (columns: readonly LoadColumn[]) => void;
  chooseFolder: () => Promise<void>;
  check: () => Promise<void>;
  /** Gives whether all of them are in. */
  take: (about: About) => Promise<boolean>;
} {
  const [work, setWork] = useState<LoadFileWork>(nothing);
  const [columns, setColumns] = useState<LoadColumn[] | undefined>();
  const [handed, setHanded] = useState<Handed | undefined>();
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const asked = { file: file.token, ...(columns && { columns }), ...(handed && { handed }) };

  function begin(): AbortController {
    controller.current?.abort();
    return (controller.current = new AbortController());
  }

  useEffect(() => {
    const stop = begin();
    void vault.ask('evidence.planLoadFile', { ...asked, check: false }, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      setWork((now) => (answer.ok ? { ...nothing, plan: answer.reply } : { ...nothing, plan: now.plan, failure: answer.failure }));
    });
  }, [file.token, columns, handed]);

  /** Runs `ask` with its progress in the status bar; gives null when it was stopped or refused, which is then shown. */
  async function long<R>(
    what: NonNullable<LoadFileWork['running']>['what'],
    ask: (setting: { signal: AbortSignal; onProgress: (far: { done: number; of: number | null }) => void }) => Promise<{ ok: true; reply: R } | { ok: false; failure: Failure }>,
  ): Promise<R | null> {
    const stopping = begin();
    const stop = () => stopping.abort();
    setWork((now) => ({ ...now, failure: null, told: null, running: { what, stop } }));
    const bar = startWork(words.loadFile.runs[what], stop);
    const answer = await ask({ signal: stopping.signal, onProgress: ({ done, of }) => bar.tell(words.loadFile.far(done, of ?? done), of ? done / of : null) });
    bar.end();
    setWork((now) => ({ ...now, running: null, failure: answer.ok || answer.failure.code === 'cancelled' ? null : answer.failure }));
    return answer.ok ? answer.reply : null;
  }

  async function chooseFolder(): Promise<void> {
    const files = filesInFolder(await pickFolder());
    if (files.length === 0) return;
    const found = await long('folder', async ({ signal, onProgress }) => {
      const cancelled = { ok: false, failure: { code: 'cancelled' } } as const;
      const opt = opticonOf(file.name, files);
      const [images] = opt ? (await grant([opt.file], signal)).files : [];
      const first = await vault.ask('evidence.planLoadFile', { ...asked, handed: { files: [], ...(images && { images: images.token }) }, check: false }, { signal });
      if (!first.ok) return first;
      const named = filesNamed(file.name, first.reply.wanted, files);
      const bytes = named.reduce((sum, one) => sum + one.file.size, 0);
      if (bytes > mostHandedBytes)
        return { ok: false, failure: { code: 'not-available-here', what: words.loadFile.title, why: words.loadFile.tooLarge(mostHandedBytes / 1048576) } };
      const sent: Handed['files'] = [];
      for (const [done, one] of named.entries()) {
        onProgress({ done, of: named.length });
        const [granted] = (await grant([one.file], signal)).files;
        if (!granted || signal.aborted) return signal.aborted ? cancelled : { ok: false, failure: { code: 'file-unreadable', file: one.path, why: words.loadFile.notSent } };
        sent.push({ path: one.path, file: granted.token });
      }
      return { ok: true, reply: { files: sent, ...(images && { images: images.token }) } };
    });
    if (found !== null) setHanded(found);
  }

  async function check(): Promise<void> {
    const plan = await long('check', (setting) => vault.ask('evidence.planLoadFile', { ...asked, check: true }, setting));
    if (plan !== null) setWork((now) => ({ ...now, plan, checked: true }));
  }

  async function take(about: About): Promise<boolean> {
    const told = await long('take', (setting) => vault.ask('evidence.loadFile', { ...asked, ...askedOf(about) }, setting));
    if (told !== null) setWork((now) => ({ ...now, told }));
    return told !== null && told.refused === 0;
  }

  return { work, handed: handed !== undefined, fill: (next) => setColumns([...next]), chooseFolder, check, take };
}
