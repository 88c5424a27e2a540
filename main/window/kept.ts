import type { HostContract } from '../../shared/contract/host.ts';
import type { LineHandlers } from '../../shared/contract/line.ts';

/** What the keeper of either host leaves to the entry: settings and the list of recent vaults. */
export type Kept = Pick<
  LineHandlers<HostContract>,
  | 'recent.list'
  | 'recent.remember'
  | 'recent.change'
  | 'recent.show'
  | 'settings.read'
  | 'settings.save'
  | 'settings.fixed'
  | 'reminder.last'
  | 'reminder.show'
  | 'diagnostics.read'
  | 'fault.note'
> & { readonly ended: () => void };
