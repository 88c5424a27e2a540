import { Refused } from '../../shared/failure/failure.ts';
import { contract, events, type Contract, type EventName, type EventOf } from '../../shared/contract/contract.ts';
import type { MenuAct } from '../../shared/contract/window-act.ts';
import type { HostContract, LockReason, Sample } from '../../shared/contract/host.ts';
import type { Line } from '../../shared/contract/line.ts';
import type { VaultEnd } from '../../shared/contract/wire.ts';
import type { GrantedFile } from '../../shared/contract/window-door.ts';
import { counted } from './activity.ts';
import { afterPast } from './after-past.ts';
import type { Context } from './context.ts';
import { grants } from './grants.ts';
import { handlers } from './handlers/handlers.ts';
import { printer } from './printer.ts';
import { checked, serve } from './serve.ts';
import { session } from './session.ts';

/** How long drafts may take to come in when the vault is being locked (design, "Locking"), and how long without a question counts as done where no window says that it is. */
const draftsMs = 500;
const calmMs = 250;
/** How long a window may take to say what follows from an answer: that what was typed for a work that is done is not wanted any more. */
const followsMs = 100;
/** What still runs when the person leaves gets this long before it is stopped (D16); an idle lock waits for it. */
const usualWorkMs = 2_000;
const idleWorkMs = 590_000;

export interface DeskSetting extends Omit<Context, 'grants' | 'printer' | 'session' | 'line' | 'sealed'> {
  readonly line: Line<HostContract>;
  /** Replies are parsed too: in tests and development, where a wrong reply should be loud. */
  readonly checkReplies: boolean;
  readonly fault: (bug: unknown, operation: string) => string;
  /** How long work may go on when the person leaves; two seconds when it is not given. */
  readonly workMs?: number;
}

/** The inside of a vault process: windows ask it, the host grants and locks. */
export interface VaultDesk {
  /** Serves one window; gives a function for when it has gone. */
  connect(end: VaultEnd): () => void;
  grant(paths: readonly string[]): Promise<GrantedFile[]>;
  /** Opens a vault without being asked by a window: the sample. Does nothing where it cannot be opened; the unlock page says why when it is tried there. */
  open(sample: Sample): Promise<void>;
  lock(because: LockReason): Promise<void>;
  /** Tells the windows what was chosen in the menu bar. */
  menu(act: MenuAct): void;
}

export function vaultDesk(setting: DeskSetting): VaultDesk {
  const windows = new Map<VaultEnd, () => void>();
  const tell = <Name extends EventName>(name: Name, event: EventOf<Name>) => {
    const message = { t: 'event', name, event: setting.checkReplies ? events[name].parse(event) : event } as const;
    for (const end of windows.keys()) end.post(message);
  };
  const granted = grants(setting.random);
  const open = session(setting, tell);
  const prints = printer(setting.runJob, (print) => tell('print.ready', { print }));
  let windowSealed = () => {};
  const all = afterPast(handlers({ ...setting, grants: granted, printer: prints, session: open, sealed: () => windowSealed() }), open);
  const { handlers: answering, activity } = counted<Contract>(setting.checkReplies ? checked(contract, all) : all, ['session.lock']);

  return {
    connect(end) {
      windows.set(
        end,
        serve(contract, answering, end, setting.fault, (thrown) => open.now()?.vault.meaning(thrown) ?? thrown),
      );
      return () => {
        windows.get(end)?.();
        windows.delete(end);
      };
    },
    grant: (paths) => granted.files(paths),
    menu: (act) => tell('menu.chosen', { act }),
    async open(sample) {
      const asked = { signal: new AbortController().signal, tell: () => {} };
      try {
        if (sample === 'own') await all['sample.open']({}, asked);
        else await all['session.open']({ vault: granted.place(sample.path), passphrase: sample.passphrase }, asked);
      } catch (thrown) {
        if (!(thrown instanceof Refused)) throw thrown;
      }
    },
    async lock(because) {
      if (because === 'idle') await activity.idle(idleWorkMs);
      const waits = open.now() ? windows.size : 0;
      const sealed = new Promise<void>((resolve) => {
        let left = waits;
        windowSealed = () => void (--left <= 0 && resolve());
      });
      tell('session.locking', { because });
      // A window that is busy or gone says nothing.
      if (waits > 0) await Promise.race([sealed, activity.calm(calmMs, draftsMs)]);
      const ran = activity.running() > 0;
      await activity.idle(setting.workMs ?? usualWorkMs);
      if (ran && waits > 0) await activity.calm(followsMs, draftsMs);
      for (const stop of windows.values()) stop();
      await open.end();
    },
  };
}
