import { parseDay } from '../../shared/calendar/day.ts';
import { rosterColumnNames, type NamedMapping, type RosterColumn } from '../../shared/law/scope/roster-columns.ts';
import { otherControls, resultWords, type Result } from '../../shared/law/scope/ruling.ts';
import type { RecordOf } from '../../shared/records/kinds.ts';
import { rosterEncodings } from '../evidence/roster/roster-form.ts';
import { screenRoster } from '../evidence/roster/screen-roster.ts';
import { openSource } from '../evidence/source-file.ts';
import { exportScreening } from '../exchange/export-screening.ts';
import { differing } from '../records/screening-results.ts';
import { keyOptions, keyUsage, misuse, oneOf, type Command, type Given } from './command.ts';
import { outFile } from './destinations.ts';
import { withVault } from './with-vault.ts';

/** `--map us_person="US Person"`, again for each column. */
function mappingTyped(given: Given): NamedMapping {
  return Object.fromEntries(
    given.options('map').map((pair): [RosterColumn, string] => {
      const at = pair.indexOf('=');
      const column = rosterColumnNames.find((name) => name === pair.slice(0, at));
      return column !== undefined && at < pair.length - 1
        ? [column, pair.slice(at + 1)]
        : misuse(`--map takes COLUMN=NAME IN THE FILE, where COLUMN is one of ${rosterColumnNames.join(', ')}.`);
    }),
  );
}

/** `--keep-roster-until` and `--keep-because`: both or neither. */
function keepTyped(given: Given): { readonly purgeOn: string; readonly why: string } | undefined {
  const [purgeOn, why] = [given.option('keep-roster-until'), given.option('keep-because')?.trim()];
  if (purgeOn === undefined && why === undefined) return undefined;
  if (purgeOn === undefined || parseDay(purgeOn) === null || why === undefined || why === '')
    return misuse('A roster is kept until a day and for a reason: --keep-roster-until 2026-12-31 --keep-because WORDS.');
  return { purgeOn, why };
}

/** The record of a screening as the command line gives it. */
export function screeningJson({ number, fields }: RecordOf<'screening'>): object {
  const { day, rows, counts, reasons, beside, badLines, badLineCount, notUnderstood, notes, file } = fields;
  const differ = (beside ?? []).filter((one) => one.differs);
  return {
    screening: number,
    day,
    rows,
    counts,
    reasons: (reasons ?? []).map(({ result, why, order, clause, definition, missing, rows: count }) => ({
      result,
      why,
      order: order ?? null,
      clause: clause ?? null,
      definition: definition ?? null,
      missing: missing ?? [],
      rows: count,
    })),
    badLines: badLines ?? [],
    badLineCount,
    notUnderstood: notUnderstood ?? [],
    ear: { beside: beside ?? [], differ: differ.reduce((sum, one) => sum + one.rows, 0) },
    notes: notes ?? [],
    roster: { file: file.name, bytes: file.bytes, sha256: file.sha256, encoding: file.encoding },
    otherControls,
  };
}

const some = (count: number, one: string): string => `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;

function inWords({ fields }: RecordOf<'screening'>): string[] {
  const { counts, reasons, badLines, badLineCount, notes, beside } = fields;
  const differ = (beside ?? []).filter((one) => one.differs).reduce((sum, one) => sum + one.rows, 0);
  // Proof of the cast: the names of the counts are the results.
  const results = Object.keys(resultWords) as Result[];
  return [
    ...(notes ?? []),
    ...results.map((result) => `${counts[result].toLocaleString('en-US').padStart(11)}  ${resultWords[result]}`),
    ...(reasons ?? []).map(
      ({ result, order, clause, missing, rows }) =>
        `${rows.toLocaleString('en-US').padStart(11)}    ${resultWords[result]}${clause === undefined ? '' : `, ${order ?? ''} cl. ${clause}`}${(missing ?? []).length > 0 ? `; missing: ${(missing ?? []).join(', ')}` : ''}`,
    ),
    `${otherControls[0]?.toUpperCase() ?? ''}${otherControls.slice(1)}.`,
    ...(differ > 0 ? [`The EAR test (15 CFR 772.1) and the order’s own definition differ over ${some(differ, 'row')}; --list-differing names them.`] : []),
    ...(badLineCount > 0 ? [`${some(badLineCount, 'line')} could not be read and ${badLineCount === 1 ? 'is' : 'are'} in no result:`] : []),
    ...(badLines ?? []).slice(0, 20).map(({ line, why }) => `  line ${line}: ${why}`),
  ];
}

export const screen: Command = {
  name: 'screen',
  usage: `screen VAULT --order NUMBER --roster FILE.csv --out FILE.csv [--reasons] [--as-of DATE] [--map COLUMN=NAME]… [--encoding ENCODING] [--list-differing] [--keep-roster-until DATE --keep-because WORDS] ${keyUsage}`,
  says:
    'Screens a roster against an order as it stands on a day: who is barred by it, who is not, and of whom a fact is missing. Writes person_id,result in the order of the file;\n' +
    'with --reasons also the clause, the definition used and what is missing. Columns that need no --map: person_id, us_person (yes, no, blank), or instead of it citizenships\n' +
    '(ISO 3166 codes or English names, ; between), us_permanent_resident, us_protected_individual; then country_of_location, employer, relation, surface.\n' +
    'Identifiers and results are kept sealed with the people of the vault; the roster is not kept, unless --keep-roster-until says until when and --keep-because why. Other controls (lists, end use, sanctions) are not looked at.',
  options: {
    ...keyOptions,
    order: { type: 'string' },
    roster: { type: 'string' },
    out: { type: 'string' },
    reasons: { type: 'boolean' },
    'as-of': { type: 'string' },
    map: { type: 'string', multiple: true },
    encoding: { type: 'string' },
    'list-differing': { type: 'boolean' },
    'keep-roster-until': { type: 'string' },
    'keep-because': { type: 'string' },
  },
  operands: [1, 1],
  run: (given, desk) => {
    const order = given.option('order') ?? misuse('Name the order: --order ORD-001.');
    const roster = given.option('roster') ?? misuse('Name the roster: --roster FILE.csv.');
    const destination = outFile(given, desk);
    const day = given.option('as-of');
    if (day !== undefined && parseDay(day) === null) misuse('--as-of takes a day, written 2026-06-18.');
    const keep = keepTyped(given);
    const encoding = oneOf(given, 'encoding', rosterEncodings);
    const mapping = mappingTyped(given);
    return withVault(given, desk, async ({ vault, records }) => {
      const source = await openSource(roster);
      try {
        const setting = { order, mapping, signal: desk.signal, ...(day !== undefined && { day }), ...(encoding && { form: { encoding } }), ...(keep && { keep }) };
        const { screening, roster: kept, scope } = await screenRoster({ vault, records, clock: desk.clock }, source, setting);
        const manifest = await exportScreening({ vault, records }, { number: screening.number, reasons: given.flag('reasons'), destination, signal: desk.signal });
        const list: { id: string; result: string; ear: string }[] = [];
        if (given.flag('list-differing')) for await (const one of differing(vault, screening)) list.push(one);
        return {
          json: {
            order: scope.order.number,
            amendedBy: scope.amendedBy.map(({ number }) => number),
            ...screeningJson(screening),
            ...(given.flag('list-differing') && { differing: list }),
            kept: kept?.number ?? null,
            file: destination.path,
            release: manifest.number,
            bytes: manifest.bytes,
            sha256: manifest.sha256,
          },
          words: [
            `${some(screening.fields.rows, 'row')} screened against ${scope.order.number} as it stands on ${screening.fields.day} (${screening.number}).`,
            ...inWords(screening),
            ...list.map((one) => `  ${one.id}: ${one.result.replaceAll('_', ' ')}, EAR: ${one.ear.replaceAll('_', ' ')}`),
            `${destination.path} has ${given.flag('reasons') ? 'the results with reasons' : 'person_id,result'} (recorded as ${manifest.number}).`,
          ],
        };
      } finally {
        await source.close();
      }
    });
  },
};
