import { parseDocument } from 'yaml';
import { oscalOfXml } from './oscal-xml.ts';
import { plainText } from './plain.ts';

/** The JSON form of an OSCAL file in XML or YAML, or the first thing that is wrong with it. */
export type OscalReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly line: number | null; readonly why: string };

/** NIST publishes every OSCAL model in three forms that say the same. Never throws for what is in the file. */
export function readOscal(bytes: Uint8Array): OscalReading {
  const text = plainText(bytes);
  if (text === null) return { ok: false, line: null, why: 'it is not text' };
  const plain = text.replace(/^\ufeff/, '');
  if (/^\s*</.test(plain)) {
    const read = oscalOfXml(plain);
    return 'value' in read ? { ok: true, value: read.value } : { ok: false, ...read };
  }
  try {
    // Every value stays the text it is written as: a version 1.10 is no number, and a day no moment.
    const document = parseDocument(plain, { schema: 'failsafe', prettyErrors: true, uniqueKeys: true, logLevel: 'silent' });
    const [fault] = document.errors;
    if (fault) return { ok: false, line: fault.linePos?.[0].line ?? null, why: because[fault.code] ?? 'it is not well-formed YAML' };
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) };
  } catch {
    // What stands for something else more than a hundred times, or for itself.
    return { ok: false, line: null, why: 'its aliases unfold into more than a plan holds' };
  }
}

const because: Readonly<Record<string, string>> = {
  BAD_INDENT: 'its indentation does not fit together',
  DUPLICATE_KEY: 'a name stands twice in one place',
  MISSING_CHAR: 'a quotation mark or bracket is opened and never closed',
  TAB_AS_INDENT: 'a tab stands where only spaces may',
};
