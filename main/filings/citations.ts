import { byNumber } from '../../shared/records/by-number.ts';
import type { RecordOf } from '../../shared/records/kinds.ts';
import { cellDate } from './paper-date.ts';
import type { Exhibit, Run } from './press/paper.ts';
import type { Profile } from './press/press.ts';
import type { Shelf } from './shelf.ts';

/** The exhibits that a paper cites, in the order of their numbers. What is not on the shelf is not cited. */
export class Citations {
  readonly #shelf: Shelf;
  readonly #profile: Profile;
  readonly #labels: ReadonlyMap<string, string>;
  readonly #cited = new Map<string, Exhibit>();

  /** `filing` may give exhibits labels of its own. */
  constructor(shelf: Shelf, filing: RecordOf<'filing'> | undefined, profile: Profile) {
    this.#shelf = shelf;
    this.#profile = profile;
    this.#labels = new Map((filing?.fields.exhibits ?? []).map((one) => [one.item, one.label]));
    for (const one of filing?.fields.exhibits ?? []) this.exhibit(one.item);
  }

  /** `(Ex. 2 at 3)` in a sentence, `Ex. 2 at 3` with `bare`; undefined when the exhibit may not be shown. */
  exhibit(id: string | undefined, pinpoint?: string, bare = false): Run | undefined {
    const item = this.#shelf.get('evidence_item', id);
    if (item === undefined) return undefined;
    // Beside labels of the filing's own, the exhibit numbers of the case would mean two things: the record's number means one.
    const label = this.#labels.get(item.id) ?? (this.#labels.size > 0 ? item.number : (item.fields.exhibit ?? item.number));
    if (!this.#cited.has(label)) this.#cited.set(label, exhibitRow(item, label, this.#labels.size === 0 || this.#labels.has(item.id), this.#profile));
    return { ex: label, ...(pinpoint !== undefined && { at: pinpoint }), ...(bare && { bare: true as const }) };
  }

  /** For a cell of a table: exhibits as such, other records by their number. */
  proof(ids: readonly string[] | undefined): Run[] {
    return (ids ?? []).flatMap((id): Run[] => {
      const record = this.#shelf.any(id);
      if (record === undefined) return [];
      const exhibit = this.exhibit(id, undefined, true);
      return [exhibit ?? { text: record.number }];
    });
  }

  /** After a sentence: ` (Ex. 1; Ex. 4)`. */
  after(ids: readonly string[] | undefined): Run[] {
    const runs = (ids ?? []).flatMap((id) => this.exhibit(id, undefined, true) ?? []);
    return runs.length === 0 ? [] : [' (', ...runs.flatMap((run, i) => (i === 0 ? [run] : ['; ', run])), ')'];
  }

  /** The filing's own exhibits first, then the others. */
  table(): Exhibit[] {
    const own = new Set(this.#labels.values());
    const others = ({ number }: Exhibit) => Number(!own.has(number));
    return [...this.#cited.values()].sort((a, b) => others(a) - others(b) || byNumber(a, b));
  }
}

function exhibitRow(item: RecordOf<'evidence_item'>, label: string, own: boolean, profile: Profile): Exhibit {
  // `Ex. 2` for an exhibit that has a number as such; the number of its record as it is.
  const plain = own ? (/^EX-0*(\w+)$/.exec(label)?.[1] ?? /^Ex(?:hibit|\.)?\s*(\S+)$/i.exec(label)?.[1] ?? label) : null;
  const { title, original, bytesNote } = item.fields;
  return {
    key: `ex:${label}`,
    number: label,
    cited: plain === null ? label : `Ex. ${plain}`,
    what:
      original?.sha256 === undefined
        ? [{ text: title }, title.endsWith('.') ? ' ' : '. ', { missing: profile === 'internal' ? (bytesNote ?? 'No copy is in hand.') : 'No copy is in hand.' }]
        : { text: title },
    date: cellDate(item.fields.date),
    received: cellDate(item.fields.received),
    hash: original?.sha256?.toLowerCase() ?? null,
  };
}
