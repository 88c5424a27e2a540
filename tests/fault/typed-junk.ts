import type { z } from 'zod';
import type { Seeded } from './seeded.ts';

/** What of a parser's definition is looked at. */
interface Def {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly in?: z.ZodType;
}

/** What somebody who has taken a window over would put where a text is asked for; the names of what there is are given besides. */
const texts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '../../../../etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  'file:///etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  "'; DROP TABLE record; --",
  '%',
  '"*" NEAR',
  'x'.repeat(5000),
  '9999-99-99',
  '2031-01-08',
  '-1',
  '1e309',
  'NaN',
  '\u202Efdp.exe',
];
const numbers = [0, -1, 1, 2, 0.5, 1e15, 2 ** 53, -(2 ** 53), Number.MAX_VALUE, Number.NaN, Infinity];
const things: readonly unknown[] = [null, true, [], {}, [[[[]]]], { toString: 1 }, JSON.parse('{"__proto__":{"polluted":1}}'), new Uint8Array(3)];

/** Values of the shape that a parser asks for, with hostile content: what is refused for its shape alone proves little. `known` are texts that mean something there. */
export function typedJunk(random: Seeded, known: readonly string[]): (schema: z.ZodType, depth?: number) => unknown {
  const text = () => (known.length > 0 && random.below(2) === 0 ? random.pick(known) : random.pick(texts));
  const anything = (depth: number): unknown => {
    const kind = random.below(6);
    if (kind === 0) return text();
    if (kind === 1) return random.pick(numbers);
    if (kind === 2 && depth < 3) return Object.fromEntries(Array.from({ length: random.below(4) }, () => [text(), anything(depth + 1)]));
    if (kind === 3 && depth < 3) return Array.from({ length: random.below(4) }, () => anything(depth + 1));
    return random.pick(things);
  };
  const make = (schema: z.ZodType, depth = 0): unknown => {
    // Now and then another shape than was asked for.
    if (random.below(60) === 0) return anything(depth);
    // Proof of the cast: the parts of zod's own definitions that are used, each looked for before it is used.
    const def = schema.def as unknown as Def;
    switch (def.type) {
      case 'string':
        return text();
      case 'number':
      case 'int':
        return random.below(3) === 0 ? random.pick(numbers) : random.below(40);
      case 'boolean':
        return random.below(2) === 0;
      case 'literal':
        return def.values?.[0];
      case 'enum':
        return random.pick(Object.values(def.entries ?? { none: '' }));
      case 'nullable':
      case 'optional':
      case 'default':
      case 'prefault':
        return random.below(3) === 0 || !def.innerType ? (def.type === 'nullable' ? null : undefined) : make(def.innerType, depth);
      case 'array':
        return Array.from({ length: random.below(4) }, () => (def.element ? make(def.element, depth + 1) : anything(depth + 1)));
      case 'union':
        return make(random.pick(def.options ?? []), depth);
      case 'object':
        return Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, inner]) => [key, make(inner, depth + 1)]));
      case 'pipe':
        return def.in ? make(def.in, depth) : anything(depth);
      case 'record':
        return Object.fromEntries(Array.from({ length: random.below(4) }, () => [text(), anything(depth + 1)]));
      default:
        return anything(depth);
    }
  };
  return make;
}
