import type { Now } from '../../shared/calendar/clock.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { searchText } from '../../shared/records/search-text.ts';
import { typedSearch } from '../../shared/records/typed-search.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../main/bridge/serve.ts';
import type { FakeRecords } from './fake-records.ts';

/** A search over the records of the fake: every word must be there, as a beginning. */
export function searchIn(records: FakeRecords, now: () => Now): Handlers<Contract>['records.search'] {
  return ({ text, kinds: asked, limit, asOf }) => {
    // Operators are those of the vault (shared/records/typed-search.ts); here every word is a beginning.
    const { all, not, kinds: typed, days } = typedSearch(text, now());
    if (days.some(({ day }) => day === null)) return { hits: [], more: false, days };
    const words = all.flatMap(([part]) => part?.words ?? []).map((word) => word.toLowerCase());
    const kinds = typed ?? asked;
    const without = not.flatMap((part) => part.words);
    if (words.length === 0 && typed === null) return { hits: [], more: false, days };
    const hits = records
      .all(asOf)
      .filter((record) => kinds === undefined || kinds.includes(record.kind))
      .flatMap((record) => {
        const row = records.slim(record, asOf);
        const body = `${row.number}\n${row.title}\n${searchText(kindNamed(record.kind)?.fields ?? {}, record.fields)}`;
        if (without.some((word) => body.toLowerCase().includes(word.toLowerCase()))) return [];
        if (!words.every((word) => new RegExp(`(^|[^\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'iu').test(body))) return [];
        const at = words[0] === undefined ? -1 : body.toLowerCase().indexOf(words[0], row.number.length + row.title.length);
        const snippet =
          at < 0
            ? []
            : [
                { text: at > 40 ? `…${body.slice(at - 40, at).replace(/^\S*\s/, '')}` : body.slice(0, at), hit: false },
                { text: body.slice(at, at + (words[0]?.length ?? 0)), hit: true },
                { text: body.slice(at + (words[0]?.length ?? 0)).replace(/^([\s\S]{60}\S*)[\s\S]+$/, '$1…'), hit: false },
              ];
        return [{ row, snippet, ...(record.kind === 'evidence_text' && snippet.length > 0 && { page: 2 }) }];
      });
    return { hits: hits.slice(0, limit), more: hits.length > limit, days };
  };
}
