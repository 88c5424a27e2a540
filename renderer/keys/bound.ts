import { type KeyId, fixedKeys, keyed, keyIds, places } from '../words/keys.ts';
import { keys as asHere } from '../words/shell.ts';
import { useScreen } from '../screen/screen.ts';

/** What a person has changed: the keys of an act by its name here. */
export type Changed = Readonly<Partial<Record<KeyId, string>>>;

/** The keys that each act has now. */
export const boundKeys = (changed: Changed): ReadonlyMap<KeyId, string> => new Map(keyIds.map((id) => [id, changed[id] ?? keyed[id][1]]));

/** A letter, or two one after the other: they are commands only while nothing is typed, and not where single letters are switched off. */
export const isLetters = (keys: string): boolean => /^\S( \S)?$/u.test(keys);

/** The keys of an act as this computer names them. */
export const useKeysOf = (): ((id: KeyId) => string) => {
  const changed = useChangedKeys();
  return (id) => asHere(changed[id] ?? keyed[id][1]);
};
export const changedKeys = (): Changed => known(useScreen.getState().settings.keys);
export const useChangedKeys = (): Changed => known(useScreen((now) => now.settings.keys));

/** The settings may name acts of another version of the program: those say nothing here. */
const isKeyId = (name: string): name is KeyId => name in keyed;
const none: Changed = {};
function known(kept: Readonly<Record<string, string>>): Changed {
  const names = Object.keys(kept);
  if (names.length === 0) return none;
  return Object.fromEntries(names.filter(isKeyId).map((id) => [id, kept[id]]));
}

/** The sheet of all keys, by where they do something. */
export const sheetOf = (changed: Changed): readonly (readonly [where: string, rows: readonly (readonly [keys: string, does: string])[]])[] =>
  places.map((where) => [
    where,
    oncePerAct([
      ...keyIds.filter((id) => keyed[id][0] === where).map((id) => [asHere(changed[id] ?? keyed[id][1]), keyed[id][2]] as const),
      ...fixedKeys.filter(([place]) => place === where).map(([, keys, does]) => [asHere(keys), does] as const),
    ]),
  ]);

/** What two keys do stands in one row: `? or Ctrl /`. */
function oncePerAct(rows: readonly (readonly [keys: string, does: string])[]): readonly (readonly [keys: string, does: string])[] {
  const keysOf = new Map<string, string>();
  for (const [keys, does] of rows) keysOf.set(does, keysOf.has(does) ? `${keysOf.get(does)} or ${keys}` : keys);
  return [...keysOf].map(([does, keys]) => [keys, does]);
}
