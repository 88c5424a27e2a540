import type { Contract } from '../../shared/contract/contract.ts';
import type { ListedVault } from '../../shared/contract/recent-vaults.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Handlers } from '../../main/bridge/serve.ts';

type State = Awaited<ReturnType<Handlers<Contract>['session.state']>>;
type Names = 'sample.open' | 'sample.remove' | 'session.changeListed' | 'session.findVault' | 'session.showVault';

/** The list of the unlock page: two vaults that are there, and none that is not unless a test says so. */
export class FakeRecent {
  /** Whether names are hidden until a vault is open. */
  hidden = false;
  lines: ListedVault[];
  /** What the next dialog for a vault that is missing brings: the vault, another one, or nothing. */
  finds: 'it' | 'another' | 'nothing' = 'it';
  /** Whether this host has a window of folders. */
  showsFolders = true;
  #off: ListedVault[] = [];

  /** Whether the vault is this computer's sample, and whether it was removed. */
  sample: boolean;
  sampleRemoved = false;

  constructor(now: number, sample: boolean) {
    this.sample = sample;
    const line = (token: string, name: string, ago: number): ListedVault => ({
      token,
      name,
      openedAt: now - ago,
      pinned: false,
      sample: false,
      missing: null,
      copies: 0,
      acts: ['pin', 'show', 'take-off'],
    });
    this.lines = [line('sample', 'Model restrictions', 9_000_000), line('older', 'Sample case', 700_000_000)];
  }

  list(): ListedVault[] {
    const sorted = [...this.lines].sort((a, b) => Number(b.pinned) - Number(a.pinned));
    return this.hidden ? sorted.map((one) => ({ ...one, name: null, missing: one.missing && { at: null, kept: true }, acts: one.acts.filter((act) => act !== 'show') })) : sorted;
  }
  /** The vault of a line is not there any more. */
  lose(token: string, at: string): void {
    this.lines = this.lines.map((one) => (one.token === token ? { ...one, missing: { at, kept: true }, acts: ['find', 'pin', 'take-off'] } : one));
  }

  handlers(state: (now?: 'opened' | 'left') => State): Pick<Handlers<Contract>, Names> {
    return {
      'sample.open': (_, { tell }) => {
        tell({ done: 0, of: 3, unit: 'file', what: 'files' });
        this.sample = true;
        return state('opened');
      },
      'sample.remove': () => {
        this.sample = false;
        this.sampleRemoved = true;
        return state('left');
      },
      'session.changeListed': ({ vault, to }) => {
        if (to === 'off') this.#off = [...this.#off, ...this.lines.filter((one) => one.token === vault)];
        if (to === 'off') this.lines = this.lines.filter((one) => one.token !== vault);
        else if (to === 'back') this.lines = [...this.#off.splice(0), ...this.lines];
        else this.lines = this.lines.map((one) => (one.token === vault ? { ...one, pinned: to === 'pinned' } : one));
        return state();
      },
      'session.findVault': ({ vault }) => {
        if (this.finds === 'nothing') return null;
        if (this.finds === 'another') return refuse({ code: 'another-vault', file: 'Outside counsel.cordon' });
        this.lines = this.lines.map((one) => (one.token === vault ? { ...one, missing: null, acts: ['pin', 'show', 'take-off'] } : one));
        return state();
      },
      'session.showVault': () => ({ shown: this.showsFolders, path: this.showsFolders ? null : '/home/counsel/Documents/Cordon/Model restrictions.cordon' }),
    };
  }
}
