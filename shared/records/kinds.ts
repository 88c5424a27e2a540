import { evidenceText } from './kinds/evidence-text.ts';
import { note } from './kinds/note.ts';
import { release } from './kinds/release.ts';
import type { KindDefinition, RecordWith } from './kind.ts';

/** Every kind of record there is. A new kind is one file and one line here. */
export const kinds = { note, evidence_text: evidenceText, release } as const;

export type KindName = keyof typeof kinds;
export type RecordOf<K extends KindName> = RecordWith<(typeof kinds)[K]['fields']>;

/** The definition of a kind by a name that came from outside, or undefined. */
export function kindNamed(name: string): KindDefinition | undefined {
  // Proof of the cast: each definition's functions are only ever called with fields its own schema has parsed.
  return Object.hasOwn(kinds, name) ? (kinds as unknown as Record<string, KindDefinition>)[name] : undefined;
}
