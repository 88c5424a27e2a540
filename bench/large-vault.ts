// A vault of 100,000 records of every kind, 10,000 texts of evidence and 300,000 entries, the same in every run. Made once into the temporary folder (CORDON_BENCH_FOLDER)
// and used again by the benches after it; each bench works on a copy of its own.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { kindNamed, type KindName } from '../shared/records/kinds.ts';
import { linksChanged } from '../shared/records/links.ts';
import { datedCase } from '../shared/records/samples/dated.ts';
import { reportedCase } from '../shared/records/samples/reported.ts';
import { openRecords, type Records } from '../main/records/records.ts';
import { repeatableRandom, testPassphrase } from '../main/records/test-vault.ts';
import type { Writing } from '../main/records/writing.ts';
import { migrations } from '../main/vault/migrations/list.ts';
import { systemRandom } from '../main/vault/system-random.ts';
import { createVault, openVault, type Vault, type VaultSetting } from '../main/vault/vault.ts';

export const sizes = { records: 100_000, texts: 10_000, entries: 300_000, cases: 20 };
const start = Date.UTC(2031, 0, 8, 15);

/** mulberry32: small, seeded, good enough to scatter words. */
export function scatter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const legal =
  `order deadline evidence request model access export foreign national surface clause obligation remediation step plan counsel commerce directorate filing privilege custody exhibit
  hearing appeal notice stay service mail holiday court agency response production hold assertion severity license review directive weights training developer customer research restricted
  safeguard criterion statement communication decision document record signed received effective authority scope definition determination submission correction withdrawal extension`.split(
    /\s+/,
  );
const syllables = 'ba ce di fo gu ha ke li mo nu pa re si to va we ya zi cho dra fle gri plo sta tre'.split(' ');
/** 4,000 words; the law's own come first, because a few words make up most of any text. */
export const words: readonly string[] = [
  ...legal,
  ...Array.from({ length: 4000 - legal.length }, (_, index) => {
    const random = scatter(index + 1);
    return Array.from({ length: 2 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)] ?? '').join('');
  }),
];
/** A word by Zipf's law: the n-th is drawn n times less often than the first. */
export const wordBy = (random: () => number): string => words[Math.min(words.length - 1, Math.floor(words.length ** random()) - 1)] ?? 'order';
const text = (random: () => number, count: number): string => Array.from({ length: count }, () => wordBy(random)).join(' ');

/** A record that a bench can write: which kind, and which of its fields hold its title and its words. */
const mix: readonly { kind: KindName; title: string; words: string; rest: Record<string, unknown> }[] = [
  { kind: 'deadline', title: 'title', words: 'source', rest: { method: 'manual', side: 'ours' } },
  { kind: 'note', title: 'title', words: 'body', rest: { type: 'note' } },
  { kind: 'assertion', title: 'statement', words: 'note', rest: { type: 'technical_capability' } },
  { kind: 'evidence_request', title: 'title', words: 'scope', rest: { direction: 'from_government' } },
  { kind: 'decision', title: 'question', words: 'reasons', rest: {} },
  { kind: 'party', title: 'name', words: 'contact', rest: { type: 'company' } },
  { kind: 'evidence_item', title: 'title', words: 'description', rest: { type: 'document' } },
];

interface Made {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

function make(w: Writing, random: () => number, index: number, cases: readonly string[]): Made {
  const { kind, title, words: prose, rest } = mix[index % mix.length] ?? { kind: 'note', title: 'title', words: 'body', rest: { type: 'note' } };
  const day = `20${31 + Math.floor(random() * 4)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
  const fields = { ...rest, [title]: text(random, 6), [prose]: text(random, 40), ...(kind === 'deadline' && random() < 0.9 && { date: { certainty: 'exact', day } }) };
  const closed = random() < 0.6 ? { deadline: 'superseded', note: 'final', evidence_request: 'withdrawn', decision: 'superseded', party: 'former' }[kind as string] : undefined;
  const why = closed !== undefined && kind === 'deadline' ? { whyNot: 'entered twice' } : {};
  const { id } = w.createAny(kind, { caseId: cases[Math.floor(random() * cases.length)] ?? null, fields: { ...fields, ...why }, ...(closed !== undefined && { state: closed }) });
  return { id, title, words: prose };
}

/** The records of both sample cases, whole: every kind but the sealed ones, as they link to each other. */
const samples = [reportedCase, datedCase('2031-01-08')].map(({ records }) => records.filter((record) => record.kind !== 'case'));
export const kindsMixed = new Set(samples.flatMap((records) => records.map((record) => record.kind)));

/** Fields with the words of a kind's prose drawn anew: a vault of one text a thousand times would flatter every search. */
function reworded(kind: string, fields: Readonly<Record<string, unknown>>, random: () => number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const widget = kindNamed(kind)?.fields[name]?.widget;
      if (typeof value !== 'string') return [name, value];
      return [name, widget === 'prose' ? text(random, 20) : widget === 'line' && (name === 'title' || name === 'name') ? text(random, 6) : value];
    }),
  );
}

const unsampled = (item: string, title: string) => ({
  production_set: { title, volume: 'VOL001' },
  privilege_entry: { title, item, date: { certainty: 'exact', day: '2031-01-08' }, docType: 'email', basis: 'attorney_client', description: title, treatment: 'withheld' },
  authorization: { title, type: 'bis_license' },
  person: { name: title, kindOfPerson: 'employee' },
});

/** Copies of the sample cases into cases of the vault, links led within each copy. */
async function mixed(records: Records, cases: readonly string[], count: number, random: () => number): Promise<void> {
  let left = count;
  for (let copy = 0; left > 0; ) {
    const act: { readonly caseId: string; readonly of: (typeof samples)[number] }[] = [];
    for (let size = 0; left > 0 && size < 9_000; copy++) {
      const of = samples[copy % samples.length]?.slice() ?? [];
      if (of.length + 4 > left) {
        left = 0;
        break;
      }
      act.push({ caseId: cases[copy % cases.length] ?? '', of });
      size += of.length + 4;
      left -= of.length + 4;
    }
    await records.changeMany(null, act, (w, { caseId, of }) => {
      const ids = new Map(of.map((record) => [record.id, w.newId()]));
      const idOf = (id: string) => ids.get(id) ?? caseId;
      for (const { id, kind, state, audience, privilege, fields } of of)
        w.createAny(kind, {
          id: idOf(id),
          caseId,
          state,
          audience,
          privilege,
          fields: reworded(kind, linksChanged(kindNamed(kind)?.fields ?? {}, fields, idOf) ?? fields, random),
        });
      // What neither sample has, because nothing was produced yet and nobody is named.
      const item = idOf(of.find((record) => record.kind === 'evidence_item')?.id ?? '');
      for (const [kind, fields] of Object.entries(unsampled(item, text(random, 6)))) w.createAny(kind, { caseId, fields });
    });
  }
}

async function fill(records: Records): Promise<void> {
  const random = scatter(20310108);
  const { result: cases } = await records.change(null, (w) =>
    Array.from({ length: sizes.cases }, (_, index) => w.create('case', { caseId: null, fields: { title: `Case ${index + 1}` } }).id),
  );
  const made: Made[] = [];
  const numbers = Array.from({ length: 10_000 }, (_, index) => index);
  const many = (items: readonly number[], work: (w: Writing, item: number) => void) => records.changeMany(null, items, work);
  // Half are lists of seven kinds, as imports make them; half are whole cases, of every kind.
  const lists = sizes.records / 2;
  for (let from = sizes.cases; from < lists; from += numbers.length) {
    await many(numbers.slice(0, lists - from), (w, index) => void made.push(make(w, random, from + index, cases)));
  }
  await mixed(records, cases, sizes.records - lists, random);
  const items = records.reading().all('evidence_item').slice(0, sizes.texts);
  await many(
    items.map((_, index) => index),
    (w, index) => {
      const item = items[index];
      if (item) w.create('evidence_text', { caseId: item.caseId, fields: { item: item.id, name: `file-${index}.pdf`, status: 'text', text: text(random, 400) } });
    },
  );
  let left = sizes.entries - records.reading().seq;
  while (left > 0) {
    const count = Math.min(left, numbers.length);
    const from = Math.floor(random() * made.length);
    // Half of all changes touch words that search knows, half do not. Neighbours change together, as they do in an import, which keeps the making short.
    await many(numbers.slice(0, count), (w, index) => {
      const one = made[(from + index) % made.length];
      if (one) w.update(one.id, index % 2 === 0 ? { tags: [String(left + index)] } : { fields: { [one.words]: text(random, 40) } });
    });
    left = sizes.entries - records.reading().seq;
  }
}

export interface LargeVault {
  readonly folder: string;
  readonly setting: VaultSetting;
  open(): Promise<{ vault: Vault; records: Records; readonly close: () => Promise<void> }>;
  remove(): void;
}

const settingIn = (base: string, random: VaultSetting['random']): VaultSetting => {
  let instant = start;
  return {
    clock: () => ({ instant: (instant += 1000), zone: 'America/New_York' }),
    random,
    stateFolder: path.join(base, 'state'),
    kdf: { memoryMiB: 64, passes: 3 },
  };
};

/** A copy of the large vault in a folder of its own inside `place`. */
export async function largeVault(place = process.env['CORDON_BENCH_FOLDER'] ?? os.tmpdir()): Promise<LargeVault> {
  const shape = createHash('sha256')
    .update(JSON.stringify([migrations.map(({ sql }) => sql), sizes, mix, fill.toString(), mixed.toString(), [...kindsMixed]]))
    .digest('hex')
    .slice(0, 12);
  const kept = path.join(process.env['CORDON_BENCH_FOLDER'] ?? os.tmpdir(), `cordon-large-vault-${shape}`);
  if (!existsSync(kept)) {
    process.stderr.write('making a vault of 100,000 records and 300,000 entries; this takes a few minutes, once\n');
    const making = mkdtempSync(`${kept}.`);
    const setting = settingIn(making, repeatableRandom('large'));
    const { vault } = await createVault(path.join(making, 'Large.cordon'), { name: 'Ada Reyes', passphrase: Buffer.from(testPassphrase) }, setting);
    const records = openRecords(vault, setting);
    await fill(records);
    records.close();
    await vault.close();
    // Another bench may have made it meanwhile: the two are the same.
    if (existsSync(kept)) rmSync(making, { recursive: true, force: true });
    else renameSync(making, kept);
  }
  const base = mkdtempSync(path.join(place, 'cordon-bench-'));
  cpSync(kept, base, { recursive: true });
  const setting = settingIn(base, systemRandom);
  const folder = path.join(base, 'Large.cordon');
  return {
    folder,
    setting,
    open: async () => {
      const vault = await openVault(folder, { passphrase: Buffer.from(testPassphrase) }, setting);
      const records = openRecords(vault, setting);
      return {
        vault,
        records,
        close: async () => {
          records.close();
          await vault.close();
        },
      };
    },
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

/** The value below which `share` of the measured ones lie. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** One line of JSON, rounded to hundredths: what the report of all benches is made of. */
export function tell(report: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(report, (_name, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}\n`);
}
