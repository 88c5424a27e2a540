import { createHash } from 'node:crypto';
import type { Now } from '../../../shared/calendar/clock.ts';
import { finish, type Finished } from './finish/finish.ts';
import { houseFonts, readFont } from './fonts.ts';
import { checkPaper } from './malformed.ts';
import { paperDay } from './paper-day.ts';
import { titles, type Pressable, type PressData } from './paper.ts';
import { printable, type Json } from './printable.ts';
import type { PressFiles } from './press-files.ts';
import { typeset, type Typesetting } from './typeset.ts';

export type Profile = 'internal' | 'outgoing';

interface Asked<T extends Pressable> {
  readonly template: T;
  readonly data: PressData[T];
  readonly instant: Now;
  /** Letter unless said otherwise; lines break alike on both. */
  readonly paper?: 'us-letter' | 'a4';
  readonly bates?: { readonly prefix: string; readonly digits: number; readonly start: number };
}
/** Internal papers say what they were made from and carry it; an outgoing one has neither, by its type. */
export type PressOrder<T extends Pressable = Pressable> = Asked<T> &
  ({ readonly profile: 'internal'; readonly checkpoint: { readonly seq: number; readonly root: string } } | { readonly profile: 'outgoing' });

export interface Pressed {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly sha256: string;
  /** Characters that no font of the house has, shown on the page by their code point. */
  readonly substituted: number;
}
export interface PressProgress {
  readonly done: number;
  readonly of: 2;
  readonly unit: 'step';
  readonly what: 'typeset' | 'finish';
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`);

/**
 * Sets, finishes and gives one paper. The same order gives the same bytes on every machine: `internal` as PDF/A-3a and PDF/UA-1 with its
 * data attached, `outgoing` as PDF/A-2a and PDF/UA-1 with nothing but its pages. Refuses with `filing-malformed`.
 */
export async function press(order: PressOrder, files: PressFiles, tell: (progress: PressProgress) => void = () => undefined): Promise<Pressed> {
  tell({ done: 0, of: 2, unit: 'step', what: 'typeset' });
  const { typesetting, substituted } = typesettingOf(order, files);
  const set = await typeset(typesetting, files);
  tell({ done: 1, of: 2, unit: 'step', what: 'finish' });
  const { pdf, pages } = await finished(set, order, files);
  tell({ done: 2, of: 2, unit: 'step', what: 'finish' });
  return { pdf, pages, sha256: sha256(pdf), substituted };
}

/** What is typeset for an order: its document, the data and facts it reads, and the fonts that their letters need. Refuses with `filing-malformed`. */
export function typesettingOf(order: PressOrder, files: PressFiles): { readonly typesetting: Typesetting; readonly substituted: number } {
  // Proof of the cast: paper data is made of strings, numbers, lists and records only.
  const data = order.data as unknown as Json;
  checkPaper(data);
  const { value, substituted, fonts } = printable(data, files);
  const families = fonts.map((font) => font.family);
  const made = { 'data.json': bytesOf(value), ...copyFacts(order, substituted, families) };
  const typesetting = {
    document: `${order.template}.typ`,
    files: new Map(Object.entries(made).map(([name, bytes]) => [`/${name}`, bytes])),
    fonts: [...houseFonts, ...fonts].map((font) => readFont(files, font)),
  };
  return { typesetting, substituted };
}

/** A typeset paper as the archive PDF that the order asks for. */
export const finished = (set: Uint8Array, { template, profile, instant }: PressOrder, files: PressFiles): Promise<Finished> =>
  finish(set, { title: titles[template], language: 'en-US', day: paperDay(instant).iso, part: profile === 'internal' ? 3 : 2 }, files.qpdfWasm());

/** What the words of a paper refer to, each once, in the order of its first mention: `{see: …}` at any depth. */
function citedIn(data: unknown): string[] {
  const found = new Set<string>();
  const walk = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return;
    if ('see' in at && typeof at.see === 'string') found.add(at.see);
    for (const inside of Object.values(at)) walk(inside);
  };
  walk(data);
  return [...found];
}

/** `press.json`, how this copy is printed; and for internal papers the data as it was handed over, to be attached. */
function copyFacts(order: PressOrder, substituted: number, fallback: readonly string[]): Record<string, Uint8Array> {
  const day = paperDay(order.instant);
  const every = { title: titles[order.template], profile: order.profile, paper: order.paper ?? 'us-letter', bates: order.bates ?? null, fallback, cited: citedIn(order.data) };
  if (order.profile === 'outgoing') return { 'press.json': bytesOf({ ...every, generated: { iso: day.iso, day: day.day }, attach: false }) };
  const attached = bytesOf(order.data);
  const copy = {
    ...every,
    generated: day,
    attach: true,
    attached: `${order.template}.json`,
    digest: sha256(attached),
    maker: 'Cordon',
    substituted,
    // The note of a checkpoint writes its root in base64; on paper it stands as the other digests do.
    checkpoint: { entries: order.checkpoint.seq.toLocaleString('en-US'), root: Buffer.from(order.checkpoint.root, 'base64').toString('hex') },
  };
  return { 'press.json': bytesOf(copy), 'attached.json': attached };
}
