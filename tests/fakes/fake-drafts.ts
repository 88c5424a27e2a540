import type { Contract } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../main/bridge/serve.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { saidIn, wordsMark } from '../../shared/records/draft-place.ts';
import type { FakeDesk } from './fake-work.ts';

export type KeptDrafts = Map<string, { body: unknown; at: number }>;
type Names = 'drafts.read' | 'drafts.save' | 'drafts.discard' | 'drafts.all';

/** What is typed and not yet saved, in memory; refused while the drive is full. */
export function fakeDrafts(drafts: KeptDrafts, { records, tick }: Pick<FakeDesk, 'records' | 'tick'>, isFull: () => boolean): Pick<Handlers<Contract>, Names> {
  const keyOf = (form: string, record: string | null): string => `${form} ${record}`;
  return {
    'drafts.read': ({ form, record }) => drafts.get(keyOf(form, record)) ?? null,
    'drafts.save': ({ form, record, body }) => {
      if (isFull()) refuse({ code: 'disk-full', file: 'vault.db' });
      const at = tick();
      drafts.set(keyOf(form, record), { body, at });
      return { at };
    },
    'drafts.discard': ({ form, record }) => {
      drafts.delete(keyOf(form, record));
      return {};
    },
    'drafts.all': () => ({
      drafts: [...drafts]
        .map(([key, { body, at }]) => {
          const cut = key.indexOf(' ');
          const [form, found] = [key.slice(0, cut), key.slice(cut + 1)];
          const record = found === 'null' ? null : found;
          const words = form.startsWith(wordsMark);
          return {
            form,
            record,
            number: record === null || words ? null : records.get(record).number,
            body: words ? body : { said: saidOf(body), open: (body as { open?: boolean }).open === true },
            at,
          };
        })
        .reverse(),
    }),
  };
}

/** What the vault says of a form that was left: the title it has so far. */
function saidOf(body: unknown): string {
  const { values } = body as { values?: Readonly<Record<string, unknown>> };
  return saidIn([values?.['title'] ?? values?.['name']]);
}
