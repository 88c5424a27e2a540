import { mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { dayText } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { RecordOf } from '../../shared/records/kinds.ts';
import { datedCase, datedFiles } from '../../shared/records/samples/dated.ts';
import { reportedCase } from '../../shared/records/samples/reported.ts';
import type { Sample } from '../../shared/records/samples/sample.ts';
import { takeIn } from '../evidence/intake.ts';
import { sourceOfBytes } from '../evidence/source-file.ts';
import { fileDestination } from '../exchange/file-destination.ts';
import { importRecords } from '../exchange/import-records.ts';
import type { PaperAsked } from '../filings/paper-of.ts';
import { pressFiling } from '../filings/press-filing.ts';
import { openRecords, type Records } from '../records/records.ts';
import { createVault, type Vault } from '../vault/vault.ts';
import { misuse, type Command, type Desk } from './command.ts';
import { documents } from './file.ts';
import { recoverySheet } from './new.ts';

/** The least that a vault allows: nothing in a sample is secret, and somebody waits for it. */
const effort = { memoryMiB: 64, passes: 3 };

async function written(file: string, bytes: Uint8Array, desk: Desk): Promise<void> {
  const delivery = await fileDestination(file, unique(desk)).begin();
  await delivery.write(bytes);
  await delivery.finish();
  await delivery.deliver();
}
const unique = (desk: Desk): string => Buffer.from(desk.random(6)).toString('hex');
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** Takes a sample in, and gives the new number of each of its records by the id it has in the sample. */
async function takeSample(records: Records, sample: Sample, file: string): Promise<Map<string, string>> {
  const { numbers } = await importRecords(records, text(JSON.stringify(sample)), file);
  const given = new Map(numbers.map((one) => [one.formerNumber, one.number]));
  return new Map(sample.records.map((record) => [record.id, given.get(record.number) ?? '']));
}

/** The files that ship with the dated sample become the bytes of the items that describe them. */
async function takeFiles(vault: Vault, records: Records, numbers: ReadonlyMap<string, string>, today: string, desk: Desk): Promise<number> {
  const files = datedFiles(today);
  for (const file of files) {
    const source = sourceOfBytes(file.filename, text(file.text), desk.clock().instant);
    await takeIn({ vault, records, runJob: desk.runJob, clock: desk.clock }, source, {
      caseId: null,
      item: numbers.get(file.item),
      custodian: file.custodian,
      system: file.source,
      signal: desk.signal,
      reason: 'A demonstration: the sample has one person, so nobody else could open this vault.',
    });
  }
  return files.length;
}

type Filing = RecordOf<'filing'>;
const documentOf: Readonly<Partial<Record<Filing['fields']['type'], PaperAsked['document']>>> = { order_summary: 'order-summary', status_report: 'status-report' };

/** Both papers for ourselves about the first model of each case, and for sending what an approved filing chooses. */
function papers(records: Records): PaperAsked[] {
  const reading = records.reading();
  const internal = reading
    .all('case')
    .flatMap((one) => reading.all('restricted_model', one.id).slice(0, 1))
    .flatMap((model) => documents.map((document): PaperAsked => ({ document, model: model.number, profile: 'internal' })));
  const outgoing = reading
    .all('filing')
    .filter((filing) => filing.state === 'approved' && filing.fields.profile === 'outgoing')
    .flatMap((filing): PaperAsked[] => {
      const document = documentOf[filing.fields.type];
      const model = reading.get(filing.fields.models?.[0] ?? '');
      return document && model ? [{ document, model: model.number, profile: 'outgoing', filing: filing.number }] : [];
    });
  return [...internal, ...outgoing];
}

export const demo: Command = {
  name: 'demo',
  usage: 'demo --into FOLDER',
  says: 'Makes a vault with the two sample cases in FOLDER, takes in their small files, makes their papers as PDF and checks every byte. The passphrase stands in a file beside it.',
  options: { into: { type: 'string' } },
  operands: [0, 0],
  async run(given, desk) {
    const into = path.resolve(given.option('into') ?? misuse('Say where: --into FOLDER.'));
    const folder = path.join(into, 'Sample.cordon');
    if (existsSync(folder)) refuse({ code: 'vault-exists', file: 'Sample.cordon' });
    await mkdir(path.join(into, 'papers'), { recursive: true });
    const passphraseFile = path.join(into, 'passphrase.txt');
    const passphrase = `sample-${Buffer.from(desk.random(9)).toString('hex')}`;
    await written(passphraseFile, text(`${passphrase}\n`), desk);
    const { vault, recoveryWords } = await createVault(folder, { name: 'Sample Counsel', passphrase: text(passphrase) }, { ...desk.vaultSetting, kdf: effort });
    await written(path.join(into, 'recovery-key.txt'), recoverySheet(recoveryWords), desk);
    const records = openRecords(vault, desk);
    try {
      const now = desk.clock();
      const today = dayText(momentAt(now.instant, now.zone).day);
      await takeSample(records, reportedCase, 'the reported case');
      const numbers = await takeSample(records, datedCase(today), 'the dated case');
      const files = await takeFiles(vault, records, numbers, today, desk);
      const house = { records, checkpoint: () => vault.checkpoint(), clock: desk.clock, runJob: desk.runJob };
      const pdfs: string[] = [];
      for (const asked of papers(records)) {
        const name = [asked.document, asked.filing ?? asked.model, asked.profile].join('-').toLowerCase();
        const pdf = path.join(into, 'papers', `${name}.pdf`);
        await pressFiling(house, asked, () => fileDestination(pdf, unique(desk)), { signal: desk.signal });
        pdfs.push(pdf);
        if (!desk.json) desk.line(pdf);
      }
      const report = await vault.verify({ upgrade: records.upgrade, compare: records.compare, signal: desk.signal });
      return {
        ok: report.ok,
        json: { vault: folder, passphraseFile, pdfs, files, verified: report.ok, entries: report.entries },
        words: [
          `Made ${folder} with ${report.records} records and ${files} files; its passphrase is in ${passphraseFile}.`,
          report.ok ? `Nothing was found in ${report.entries} entries.` : 'The check found something; run cordon verify.',
        ],
      };
    } finally {
      records.close();
      await vault.close();
    }
  },
};
