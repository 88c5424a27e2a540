import type { ListedVault } from '../../../shared/contract/recent-vaults.ts';
import type { Session } from '../../screen/screen.ts';
import { dayAt, dayWords, timeAt } from '../../words/dates.ts';
import { sample } from '../../words/sample.ts';
import { unlock } from '../../words/unlock.ts';

/** The line that is chosen first: the one that the program was started with, else the one that was opened last, also where others are pinned above it. */
export const openedLast = (lines: readonly ListedVault[]): ListedVault | null =>
  lines.find((line) => line.handed) ?? lines.reduce<ListedVault | null>((last, line) => (last === null || (line.openedAt ?? 0) > (last.openedAt ?? 0) ? line : last), null);

/** What a line is called: by the vault's name, or, where names are hidden until one is open, by its place in the list. */
export const nameOf = (line: ListedVault, lines: readonly ListedVault[]): string =>
  line.sample ? sample.title : (line.name ?? unlock.unnamed(lines.findIndex(({ token }) => token === line.token) + 1));

/** When a vault was opened here the last time. */
export function openedWords({ openedAt }: ListedVault, session: Session): string {
  if (openedAt === null) return unlock.neverOpened;
  const day = dayAt(openedAt, session.zone);
  return unlock.lastOpened(`${day === session.today ? unlock.today : dayWords(day, 'short', session.today)}, ${timeAt(openedAt, session.zone)}`);
}
