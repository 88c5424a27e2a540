import type { Field, Fields, Widget } from '../../../shared/records/field.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';

/** A place in a record that a column of a table can fill. */
export interface Target {
  /** `title`, `original.md5` (within a group), `items.text` (within rows: then rows of the table that belong together are one record). */
  readonly path: string;
  readonly label: string;
  readonly widget: Widget;
  readonly required: boolean;
  /** What may stand there, by its name in the record. */
  readonly options?: Readonly<Record<string, string>>;
  readonly field: Field;
  /** The rows field it lies in. */
  readonly rows?: string;
}

/** The number that the record had in another system. */
export const numberPath = '#number';

/** Widgets that one cell can say. Data of the program itself and instants are no column of anybody's list. */
const sayable: ReadonlySet<Widget> = new Set(['line', 'prose', 'quotation', 'words', 'choice', 'choices', 'flag', 'count', 'day', 'date-fact', 'link', 'links']);

/** Every place in a record of this kind that a column can fill, in the order of its definition. */
export function targetsOf(kindName: string): Target[] {
  return inside(kindNamed(kindName)?.fields ?? {});
}

function inside(fields: Fields): Target[] {
  return Object.entries(fields).flatMap(([name, field]): Target[] => {
    if (sayable.has(field.widget)) return [target(name, field)];
    const inner = Object.entries(field.fields ?? {}).filter(([, one]) => sayable.has(one.widget));
    if (field.widget === 'group')
      return inner.map(([key, one]) => ({ ...target(`${name}.${key}`, one), label: `${field.label}: ${one.label}`, required: field.required && one.required }));
    // A chain of custody is written by what happens, never by a list.
    if (field.widget === 'rows' && name !== 'custody')
      return inner.map(([key, one]) => ({ ...target(`${name}.${key}`, one), label: `${field.label}: ${one.label}`, required: false, rows: name }));
    return [];
  });
}

/** The fields of a list within a kind, by its path (`items`, `gate.conditions`); null where there is no such list or no table can fill it. */
export function listWithin(kindName: string, path: string): Fields | null {
  let fields: Fields | undefined = kindNamed(kindName)?.fields;
  let found: Field | undefined;
  for (const name of path.split('.')) {
    // Names of its own only: a path comes from the window.
    found = fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
    fields = found?.fields;
  }
  return found?.widget === 'rows' && path !== 'custody' ? (found.fields ?? null) : null;
}

/** Every place in one row of a list that a cell can fill; each is required where a row needs it and does not begin with it. */
export const targetsInRow = (fields: Fields): Target[] =>
  Object.entries(fields).flatMap(([name, field]) => (sayable.has(field.widget) ? [{ ...target(name, field), required: field.required && field.start === undefined }] : []));

const target = (path: string, field: Field): Target => ({
  path,
  label: field.label,
  widget: field.widget,
  required: field.required,
  field,
  ...(field.options && { options: field.options }),
});

/** What people call these columns, beside the words of the forms. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  name: ['title', 'party', 'organization', 'organisation', 'company'],
  subject: ['title'],
  statement: ['title'],
  question: ['title'],
  text: ['title'],
  title: ['name', 'subject', 'description of item', 'document', 'deadline', 'request'],
  date: ['due', 'due date', 'deadline date', 'file by', 'date due'],
  answerBy: ['due', 'due date', 'return date', 'response due'],
  'items.text': ['request text', 'item text', 'text of request', 'question'],
  'items.number': ['item no', 'item no.', 'request no', 'request no.'],
  'source.custodian': ['custodian'],
  'source.path': ['path', 'source path', 'file path'],
  'original.filename': ['file', 'filename', 'file name'],
  'original.md5': ['md5', 'md5hash', 'md5 hash'],
  bates: ['bates', 'bates no', 'bates number', 'begbates'],
  exhibit: ['exhibit', 'exhibit no', 'exhibit no.'],
  owner: ['owner', 'responsible', 'assigned to'],
  [numberPath]: ['number', 'id', 'no', 'no.', 'ref', 'reference'],
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** For each column of a heading the place it most likely fills, or null. No place is given twice; the label of a form comes before other names for it. */
export const guessedTargets = (kindName: string, header: readonly string[]): (string | null)[] =>
  guessed([...targetsOf(kindName).map(({ path, label }) => ({ path, label })), { path: numberPath, label: 'Number' }], header, (path) => alsoCalled[path] ?? []);

/** The same for the rows of a list within a kind. */
export const guessedInRow = (path: string, targets: readonly Target[], header: readonly string[]): (string | null)[] =>
  guessed(targets, header, (name) => alsoCalled[`${path}.${name}`] ?? []);

function guessed(targets: readonly Pick<Target, 'path' | 'label'>[], header: readonly string[], called: (path: string) => readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  const found = header.map((): string | null => null);
  const rounds: ((path: string, label: string) => readonly string[])[] = [
    (path, label) => [label, path],
    (path, label) => [label.split(': ').at(-1) ?? label, path.split('.').at(-1) ?? path],
    called,
  ];
  for (const names of rounds) {
    for (const [at, heading] of header.entries()) {
      if (found[at] !== null || plain(heading) === '') continue;
      const fits = targets.find(({ path, label }) => !taken.has(path) && names(path, label).some((name) => plain(name) === plain(heading)));
      if (!fits) continue;
      taken.add(fits.path);
      found[at] = fits.path;
    }
  }
  return found;
}

/** What a table of a kind leaves unsaid as a rule; the person sees and can change it. */
export const usualValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  deadline: { method: 'manual', side: 'ours' },
  evidence_item: { type: 'document', bytesNote: 'Listed; the file itself is not in this vault.' },
  party: { type: 'company' },
  evidence_request: { direction: 'from_government', 'items.answer': 'none' },
};

/** What follows from what a row says: a digest is of a file, and a file that a list does not name is called as its item is. */
export function completed(kindName: string, fields: Record<string, unknown>): Record<string, unknown> {
  const { original, title } = fields;
  if (kindName !== 'evidence_item' || typeof original !== 'object' || original === null || 'filename' in original || typeof title !== 'string') return fields;
  return { ...fields, original: { filename: title, ...original } };
}
