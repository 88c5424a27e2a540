import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** The deepest folder that is looked into: file systems know loops that no link shows. */
const deepest = 64;

/**
 * The path itself where it is no folder, else every file below it, in the order of their names. Links are not followed out of a folder and are
 * given as they are, so that whoever opens them says what they are; so are a folder that cannot be read and a vault.
 */
export async function* filesBelow(given: string, depth = 0): AsyncGenerator<string> {
  const found = await stat(given).catch(() => null);
  if (!found?.isDirectory() || depth > deepest) {
    yield given;
    return;
  }
  const inside = await readdir(given, { withFileTypes: true }).catch(() => null);
  // A vault is no evidence, least of all of itself.
  if (inside === null || ['slots.a', 'vault.db'].every((part) => inside.some((entry) => entry.name === part))) {
    yield given;
    return;
  }
  inside.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of inside) {
    const at = path.join(given, entry.name);
    if (entry.isDirectory()) yield* filesBelow(at, depth + 1);
    else yield at;
  }
}
