import { keyed, type KeyId } from '../words/keys.ts';
import type { Changed } from './bound.ts';
import { whyNot } from './clash.ts';

const isKeyId = (name: string): name is KeyId => Object.hasOwn(keyed, name);

/** Those of the keys that can all be pressed and told apart; acts of another version stay, because they say nothing here. */
export function keysThatFit(given: Readonly<Record<string, string>>): { readonly keys: Record<string, string>; readonly why: readonly string[] } {
  const why: string[] = [];
  let keys = { ...given };
  // What is taken out may free others, or make them clash with its first keys: until nothing changes any more.
  for (;;) {
    const changed: Changed = Object.fromEntries(Object.entries(keys).filter(([name]) => isKeyId(name)));
    const clash = Object.entries(changed).flatMap(([name, has]) => {
      const found = isKeyId(name) ? whyNot(name, has, changed) : null;
      return found === null ? [] : [{ name, found }];
    })[0];
    if (clash === undefined) return { keys, why };
    why.push(clash.found);
    keys = Object.fromEntries(Object.entries(keys).filter(([name]) => name !== clash.name));
  }
}
