import { dayText, parseDay } from '../../shared/calendar/day.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { TableRow } from './reader/table.ts';

/** A document as a load file tells of it. Paths are as written there. */
export interface LoadRow {
  readonly line: number;
  /** Its number in the production: the first Bates number, or another identifier. */
  readonly control: string;
  readonly end: string;
  /** The control number of what it is attached to. */
  readonly parent: string | null;
  readonly title: string;
  readonly filename: string;
  readonly custodian: string;
  readonly system: string;
  readonly sourcePath: string;
  readonly native: string;
  readonly text: string;
  readonly date: string | null;
  readonly digests: { readonly md5?: string; readonly sha1?: string; readonly sha256?: string };
}

/** What the columns are called by those who write load files (domain.md §1.12, and the exports of review programs); letters and digits only. */
const names = {
  control: ['BEGBATES', 'BEGDOC', 'BEGINBATES', 'BEGINDOC', 'PRODBEG', 'DOCID', 'CONTROLNUMBER', 'CONTROLNO', 'UPI'],
  end: ['ENDBATES', 'ENDDOC', 'PRODEND'],
  group: ['BEGATTACH', 'BEGATT', 'ATTACHRANGE'],
  parent: ['PARENTID', 'PARENT', 'PARENTDOCID', 'ATTACHMENTPARENT'],
  title: ['SUBJECT', 'TITLE', 'EMAILSUBJECT'],
  filename: ['FILENAME', 'ORIGINALFILENAME', 'DOCNAME'],
  custodian: ['CUSTODIAN'],
  system: ['SOURCEDEVICE', 'SOURCE', 'SOURCESYSTEM'],
  sourcePath: ['SOURCEPATH', 'ORIGINALPATH', 'FOLDERPATH', 'FILEPATHORIGINAL'],
  native: ['NATIVEPATH', 'NATIVELINK', 'NATIVEFILE', 'NATIVEFILELINK', 'NATIVE', 'FILEPATH', 'ITEMPATH'],
  text: ['TEXTPATH', 'TEXTLINK', 'TEXTFILE', 'EXTRACTEDTEXTPATH', 'OCRPATH'],
  date: ['DATESENT', 'SENTDATE', 'DOCDATE', 'DATERCVD', 'DATERECEIVED', 'DATEMOD', 'MODIFIEDDATE'],
  md5: ['MD5HASH', 'MD5'],
  sha1: ['SHA1HASH', 'SHA1'],
  sha256: ['SHA256HASH', 'SHA256'],
  hash: ['HASH', 'HASHVALUE'],
} as const;

/** The rows of a load file by what its heading says. Refuses `import-malformed` where there is neither a control number nor a path to a native file. */
export function loadRows(rows: readonly TableRow[], file: string): LoadRow[] {
  const [heading, ...body] = rows;
  if (!heading) return refuse({ code: 'import-malformed', file, why: 'it is empty' });
  const plain = heading.cells.map((name) => name.toUpperCase().replace(/[^A-Z0-9]/g, ''));
  const places = Object.fromEntries(Object.entries(names).map(([key, known]) => [key, known.map((name) => plain.indexOf(name)).filter((at) => at !== -1)])) as Record<
    keyof typeof names,
    number[]
  >;
  if (places.control.length === 0) refuse({ code: 'import-malformed', file, line: heading.line, why: `no column is a control number (${names.control.slice(0, 5).join(', ')} …)` });
  if (places.native.length === 0)
    refuse({ code: 'import-malformed', file, line: heading.line, why: `no column is a path to the files (${names.native.slice(0, 4).join(', ')} …)` });
  const seen = new Set<string>();
  return body.map(({ line, cells }) => {
    const of = (key: keyof typeof names): string => places[key].map((at) => (cells[at] ?? '').trim()).find((value) => value !== '') ?? '';
    const control = of('control');
    if (control === '') refuse({ code: 'import-malformed', file, line, why: 'the control number is missing' });
    if (seen.has(control)) refuse({ code: 'import-malformed', file, line, why: `the control number ${control.slice(0, 60)} stands here a second time` });
    seen.add(control);
    const group =
      of('group')
        .split(/\s*[-–;]\s+|;/)[0]
        ?.trim() ?? '';
    const parent = of('parent') || (group !== '' && group !== control ? group : '');
    return {
      line,
      control,
      end: of('end'),
      parent: parent === '' ? null : parent,
      title: of('title'),
      filename: of('filename'),
      custodian: of('custodian'),
      system: of('system'),
      sourcePath: of('sourcePath'),
      native: of('native'),
      text: of('text'),
      date: dateOf(of('date')),
      digests: digestsOf(of),
    };
  });
}

/** `20020123`, `2002-01-23…`; anything else is not taken for a date: a wrong date is worse than none. */
function dateOf(text: string): string | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text);
  const day = found === null ? null : parseDay(`${found[1] ?? ''}-${found[2] ?? ''}-${found[3] ?? ''}`);
  return day === null ? null : dayText(day);
}

/** Digests by their columns; one that is only called a hash is known by its length. */
function digestsOf(of: (key: 'md5' | 'sha1' | 'sha256' | 'hash') => string): LoadRow['digests'] {
  const lengths = { md5: 32, sha1: 40, sha256: 64 } as const;
  return Object.fromEntries(
    Object.entries(lengths).flatMap(([name, length]) => {
      // Proof of the cast: the keys of the object just above.
      const value = [of(name as keyof typeof lengths), of('hash')].find((text) => text.length === length && /^[0-9a-f]+$/i.test(text));
      return value === undefined ? [] : [[name, value.toLowerCase()]];
    }),
  );
}
