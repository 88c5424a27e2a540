import { useState } from 'react';
import * as z from 'zod';
import { audiences, privileges, type Audience, type Privilege } from '../../../shared/records/field.ts';
import { privilegeBasis, type PrivilegeBasis } from '../../../shared/records/record.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import type { GrantedFile } from '../../../shared/contract/window-door.ts';
import { grant, vault } from '../../bridge.ts';
import { say, startWork, useScreen } from '../../screen/screen.ts';
import { pickFiles } from '../../ui/pick-files.ts';
import { evidence as words } from '../../words/evidence.ts';

/** How far one file is. */
export interface FileProgress {
  readonly name: string;
  readonly bytes: number;
  readonly share: number;
  readonly number: string | null;
  readonly failure: Failure | null;
  /** What became of it, once it is known. */
  readonly result: Result | null;
}
export type Result = Reply<Contract, 'evidence.intake'>['files'][number];
export interface Intake {
  readonly files: readonly GrantedFile[];
  /** Names of those that were given and could not be handed over. */
  readonly unread: readonly string[];
  readonly progress: readonly FileProgress[];
  readonly phase: 'idle' | 'sending' | 'asking' | 'running' | 'done';
  readonly failure: Failure | null;
  readonly stopped: boolean;
}
export interface About {
  readonly caseId: string;
  readonly custodian: string;
  readonly source: string;
  readonly reason: string;
  readonly privilege: Privilege;
  /** What a claim of privilege rests on. */
  readonly basis: PrivilegeBasis;
  readonly audience: Audience;
}
const aboutShape: z.ZodType<About> = z.object({
  caseId: z.string(),
  custodian: z.string(),
  source: z.string(),
  reason: z.string(),
  privilege: z.enum(privileges),
  basis: privilegeBasis,
  audience: z.enum(audiences),
});
/** How `useKeptWords` keeps what is said of these files: under their names, because the files themselves have to be given again. */
export const keptAbout = (names: readonly string[], start: About) =>
  [
    { dialog: 'take-in', about: names.length > mostNamed ? [...names.slice(0, mostNamed), String(names.length)] : names, title: words.dialog(names.length) },
    aboutShape,
    start,
    written,
  ] as const;
const mostNamed = 20;
const written = ['custodian', 'source', 'reason', 'basis'] as const;

/** What is said of files before anybody says otherwise: for us alone, and privilege to be looked at. */
export const aboutOf = (caseId: string): About => ({
  caseId,
  custodian: '',
  source: '',
  reason: '',
  privilege: 'under_review',
  basis: { author: '', purpose: '', dualPurpose: false },
  audience: 'internal',
});
/** Whether privilege is claimed, and not merely to be looked at. */
export const isClaim = (privilege: Privilege): boolean => privilege !== 'none' && privilege !== 'under_review';
/** The same as a question asks it: what is blank is left out. */
export const askedOf = ({ caseId, custodian, source, reason, privilege, basis, audience }: About) => ({
  caseId,
  privilege,
  audience,
  ...(isClaim(privilege) && basis.author.trim() !== '' && basis.purpose.trim() !== '' && { privilegeBasis: basis }),
  ...(custodian.trim() !== '' && { custodian: custodian.trim() }),
  ...(source.trim() !== '' && { source: source.trim() }),
  ...(reason.trim() !== '' && { reasonWithoutSecondOpener: reason.trim() }),
});

const idle: Intake = { files: [], unread: [], progress: [], phase: 'idle', failure: null, stopped: false };

/** Taking files in: granted or sent, asked about, then copied, hashed and sealed one by one with progress, and stopped at any time. */
export function useIntake(): {
  intake: Intake;
  take: (files: readonly File[] | null) => Promise<void>;
  /** Gives whether all of them are in. */
  run: (about: About) => Promise<boolean>;
  cancel: () => void;
  close: () => void;
} {
  const [intake, setIntake] = useState<Intake>(idle);
  const [stop, setStop] = useState<AbortController | null>(null);

  /** Dropped files, or `null` for the host's own dialog; a browser has the page ask. */
  async function take(given: readonly File[] | null): Promise<void> {
    const files = given === null && useScreen.getState().session?.host === 'chromium' ? await pickFiles({ multiple: true }) : given;
    if (files?.length === 0) return;
    const stopping = new AbortController();
    setStop(stopping);
    setIntake({ ...idle, phase: 'sending' });
    const answer = files === null ? await vault.ask('evidence.chooseFiles', {}) : null;
    if (answer?.ok === false) return setIntake({ ...idle, phase: 'done', failure: answer.failure });
    const { files: granted, unread } = answer ? { files: answer.reply, unread: [] } : await grant(files ?? [], stopping.signal);
    if (stopping.signal.aborted) return setIntake(idle);
    const names = unread.map((name) => (name === '' ? words.noName : name));
    if (granted.length > 0) return setIntake({ ...idle, phase: 'asking', files: granted, unread: names });
    const [first] = names;
    if (first !== undefined) return setIntake({ ...idle, phase: 'done', failure: { code: 'file-unreadable', file: names.join(', '), why: words.notSent } });
    setIntake(idle);
    // A folder with nothing in it; whoever chose none in a dialog knows.
    if (files !== null) say(words.nothingIn);
  }

  async function run(about: About): Promise<boolean> {
    const stopping = new AbortController();
    setStop(stopping);
    const { files } = intake;
    setIntake({ ...intake, phase: 'running', progress: files.map((file) => ({ name: file.name, bytes: file.bytes, share: 0, number: null, failure: null, result: null })) });
    const work = startWork(words.intake, () => stopping.abort(), 'part');
    const answer = await vault.ask(
      'evidence.intake',
      {
        ...askedOf(about),
        files: files.map((file) => file.token),
      },
      {
        signal: stopping.signal,
        onProgress: ({ index, of, done, bytes, number }) => {
          const share = bytes === 0 ? 1 : done / bytes;
          work.tell(words.progress(index + 1, of), (index + share) / of);
          setIntake((now) => ({
            ...now,
            progress: now.progress.map((one, i) => (i === index ? { ...one, share, number } : i < index && one.share < 1 ? { ...one, share: 1 } : one)),
          }));
        },
      },
    );
    work.end();
    setIntake((now) =>
      answer.ok
        ? {
            ...now,
            phase: 'done',
            progress: now.progress.map((one, i) => {
              const result = answer.reply.files[i];
              // Proof of the cast: what stands in `failure` was made by the vault's own `refuse`.
              return result ? { ...one, share: result.number === null ? one.share : 1, number: result.number, failure: (result.failure ?? null) as Failure | null, result } : one;
            }),
          }
        : { ...now, phase: 'done', failure: answer.failure.code === 'cancelled' ? null : answer.failure, stopped: answer.failure.code === 'cancelled' },
    );
    return answer.ok && answer.reply.files.every(({ number }) => number !== null);
  }
  return { intake, take, run, cancel: () => stop?.abort(), close: () => setIntake(idle) };
}
