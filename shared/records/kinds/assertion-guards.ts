import type { Look, RecordWith } from '../kind.ts';
import type { assertionFields } from './assertion.ts';

export type Assertion = RecordWith<typeof assertionFields>;

/** Statements may rest on one another, never in a circle: each would be its own proof. */
export function circular(record: Assertion, look: Look): string[] {
  const seen = new Set<string>();
  const next = [...(record.fields.dependsOn ?? [])];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === record.id) return ['It would rest on itself.'];
    const fields = seen.has(id) ? undefined : look.get(id)?.fields;
    seen.add(id);
    const further: unknown = fields?.['dependsOn'];
    if (Array.isArray(further)) next.push(...further.filter((one): one is string => typeof one === 'string'));
  }
  return [];
}
