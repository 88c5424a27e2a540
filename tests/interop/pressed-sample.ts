import path from 'node:path';
import { filledCase, type Fill } from '../../main/filings/filled-case.test-support.ts';
import { paperOf } from '../../main/filings/paper-of.ts';
import { preflight } from '../../main/filings/preflight.ts';
import { press, type Pressed, type PressOrder, type Profile } from '../../main/filings/press/press.ts';
import { pressFiles } from '../../main/filings/press/press-files.ts';
import type { Template } from '../../main/filings/press/paper.ts';
import { readingOfSample } from '../../main/filings/sample-reading.test-support.ts';

export const files = pressFiles(path.resolve(import.meta.dirname, '../../main/filings/press'));
export const now = { instant: Date.UTC(2026, 5, 22, 18, 7), zone: 'America/New_York' };
export const checkpoint = { seq: 4182, root: Buffer.alloc(32, 7).toString('base64') };

/** The order for one document of the filled case, as `pressFiling` would give it. */
export function orderFor(document: Template, profile: Profile, fill: Fill): PressOrder {
  const asked = { document, profile, model: 'MODEL-001', order: 'ORD-002', filing: document === 'order-summary' ? 'FIL-001' : 'FIL-002' };
  const { findings, shelf, subject } = preflight(readingOfSample(filledCase(fill)), asked, now);
  const standing = findings.filter((one) => one.refuses);
  if (standing.length > 0) throw new Error(JSON.stringify(standing));
  const common = { template: document, data: paperOf(shelf, subject, asked, now), instant: now };
  // Proof of the cast: `paperOf` gives the data of the document that was asked for.
  return profile === 'internal' ? { ...common, profile, checkpoint } : { ...common, profile };
}

export const pressOrder = (order: PressOrder): Promise<Pressed> => press(order, files);

/** Words as a careful person would enter them: a whole sentence for prose, a few words for a line. */
export const plainWords: Fill = (record, _path, field) =>
  field.widget === 'line' ? `${field.label} of ${record.number}` : `${field.label} of ${record.number}, as entered by counsel on June 22, 2026 under 15 C.F.R. § 744.6.`;
