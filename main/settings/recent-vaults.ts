import path from 'node:path';

/**
 * A vault that was open before, as it stands in the settings: by its place, or, where names are hidden, by its random id and, where that says nothing, the folder in
 * which it is looked for.
 */
export interface RecentVault {
  readonly id: string | null;
  readonly path: string | null;
  readonly folder: string | null;
  readonly openedAt: number | null;
  readonly pinned: boolean;
}
/** A vault as it is found when it is opened. */
export interface FoundVault {
  readonly id: string | null;
  readonly path: string;
  readonly openedAt: number | null;
}

export const mostRecent = 10;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What was kept as a line; null for what is no line. Lines of a time without ids and pins are lines. */
export function lineOf(kept: unknown): RecentVault | null {
  if (!isObject(kept)) return null;
  const id = isText(kept['id']) ? kept['id'] : null;
  const where = isText(kept['path']) ? kept['path'] : null;
  const folder = where === null && id !== null && isText(kept['folder']) ? kept['folder'] : null;
  const { openedAt } = kept;
  if ((where === null && id === null) || (openedAt !== null && !Number.isSafeInteger(openedAt))) return null;
  return { id, path: where, folder, openedAt: typeof openedAt === 'number' ? openedAt : null, pinned: kept['pinned'] === true };
}

/** What tells one line from another. */
export const keyOf = ({ id, path: where, folder }: Pick<RecentVault, 'id' | 'path' | 'folder'>): string => where ?? `${id ?? ''} in ${folder ?? ''}`;

/**
 * Whether the name of a folder may stand in the settings while those of vaults are hidden: where new vaults lie, what that lies in, the root of a drive. One that
 * somebody made for a matter is called after it.
 */
export function saysNothing(folder: string, vaultsFolder: string | null, paths: Pick<typeof path, 'resolve' | 'dirname' | 'sep'> = path): boolean {
  const at = paths.resolve(folder);
  // A share of the network has a name that somebody gave it.
  if (at === paths.dirname(at)) return !at.startsWith('\\\\');
  return vaultsFolder !== null && `${paths.resolve(vaultsFolder)}${paths.sep}`.startsWith(`${at}${paths.sep}`);
}

/** A line that names nothing, neither the vault nor a folder above it; null where the vault's id is not known, so that it could not be found again. */
export function withoutName(line: RecentVault, vaultsFolder: string | null): RecentVault | null {
  if (line.id === null) return null;
  const within = line.path === null ? line.folder : path.dirname(line.path);
  return { ...line, path: null, folder: within !== null && saysNothing(within, vaultsFolder) ? within : null };
}

/** Pinned lines first, the one opened last before the others. */
export const inOrder = (lines: readonly RecentVault[]): RecentVault[] =>
  [...lines].sort((a, b) => Number(b.pinned) - Number(a.pinned) || (b.openedAt ?? 0) - (a.openedAt ?? 0)).slice(0, mostRecent);

/** The lines with a vault in it, in the place of its line before and of those of `replaces`: the pin is theirs. `asKept`: the line as it is kept; null where it is not. */
export function withVault(
  lines: readonly RecentVault[],
  { id, path: where, openedAt }: FoundVault,
  replaces: readonly string[],
  asKept: (line: RecentVault) => RecentVault | null,
): RecentVault[] {
  const isOld = (line: RecentVault) =>
    line.path === where || (line.path === null && line.id === id && (line.folder ?? path.dirname(where)) === path.dirname(where)) || replaces.includes(keyOf(line));
  const whole: RecentVault = { id, path: where, folder: null, openedAt, pinned: lines.some((line) => isOld(line) && line.pinned) };
  const kept = asKept(whole);
  const others = lines.filter((line) => !isOld(line));
  return inOrder(kept ? [kept, ...others] : others);
}
