import type { ErasurePreview } from '../records/erasure.ts';
import { authorityGiven, authorityOptions, authorityUsage } from './authority.ts';
import { keyOptions, keyUsage, type Command } from './command.ts';
import { withVault } from './with-vault.ts';

const named = (list: readonly { readonly number: string; readonly title: string }[]): string[] => list.map(({ number, title }) => `  ${number}  ${title}`);

function words(preview: ErasurePreview): string[] {
  const { records, files, hinders, floors, mentionedBy, releases, backups } = preview;
  return [
    'This would go, for ever:',
    ...records.map(({ number, kind, title, entries, drafts, indexed }) => {
      const parts = [`${entries} ${entries === 1 ? 'entry' : 'entries'} of the history`, ...(indexed ? ['its words in the search'] : []), ...(drafts > 0 ? ['a draft'] : [])];
      return `  ${number}  ${kind}: ${title} (${parts.join(', ')})`;
    }),
    ...(files.count > 0 ? [`  ${files.count} stored ${files.count === 1 ? 'file' : 'files'}, ${files.bytes} bytes`] : []),
    ...(mentionedBy.length > 0 ? ['These lead to it, stay, and may repeat it:', ...named(mentionedBy)] : []),
    ...(releases.length > 0 ? ['It left the vault with these; only who has it can destroy it:', ...named(releases)] : []),
    ...(backups.length > 0 ? ['These backups hold it until they are destroyed:', ...backups.map(({ file, at }) => `  ${file}, ${new Date(at).toISOString()}`)] : []),
    ...(floors.length > 0
      ? ['It has to be kept; only a clawback notice, a protective or court order or the direction of an agency goes before that:', ...floors.map((floor) => `  ${floor}`)]
      : []),
    ...(hinders.length > 0 ? ['It cannot be erased now:', ...hinders.map((why) => `  ${why}`)] : []),
  ];
}

export const erase: Command = {
  name: 'erase',
  usage: `erase VAULT NUMBER… [${authorityUsage} --yes] ${keyUsage}`,
  says:
    'Without --yes it shows what would go and what it cannot reach, and changes nothing. With it the content goes from records, history, search, drafts and files, and cannot be brought back;\n' +
    'what is left says number, who, when and under what authority. Refused under a legal hold, an agency request (15 CFR 762.6(b)) or, for --authority privacy and undertaking, a date until which it has to be kept.',
  options: { ...keyOptions, ...authorityOptions, yes: { type: 'boolean' } },
  operands: [2, 200],
  run: (given, desk) => {
    const authority = given.flag('yes') ? authorityGiven(given) : null;
    return withVault(given, desk, async ({ records }) => {
      const numbers = given.operands.slice(1);
      const preview = records.erasure(numbers);
      if (!authority)
        return {
          ok: preview.hinders.length === 0,
          json: { erased: [], preview },
          words: [...words(preview), 'Nothing was changed. Add --authority, --paper, --reason and --yes to erase it.'],
        };
      const done = await records.erase(numbers, authority);
      const { backups, releases } = preview;
      return {
        json: { erased: done.numbers, act: done.act, backups, releases },
        words: [
          `Erased: ${done.numbers.join(', ')}.`,
          ...(backups.length > 0
            ? [`${backups.length} known ${backups.length === 1 ? 'backup holds' : 'backups hold'} it still: ${backups.map(({ file }) => file).join(', ')}.`]
            : []),
        ],
      };
    });
  },
};
