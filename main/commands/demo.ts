import { mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import type { RecordOf } from '../../shared/records/kinds.ts';
import { fillSample, sampleEffort, samplePerson } from '../bridge/sample-case.ts';
import { fileDestination } from '../exchange/file-destination.ts';
import type { PaperAsked } from '../filings/paper-of.ts';
import { pressFiling } from '../filings/press-filing.ts';
import { openRecords, type Records } from '../records/records.ts';
import { createVault } from '../vault/vault.ts';
import { misuse, type Command, type Desk } from './command.ts';
import { documents } from './file.ts';
import { recoverySheet } from './new.ts';

async function written(file: string, bytes: Uint8Array, desk: Desk): Promise<void> {
  const delivery = await fileDestination(file, unique(desk)).begin();
  await delivery.write(bytes);
  await delivery.finish();
  await delivery.deliver();
}
const unique = (desk: Desk): string => Buffer.from(desk.random(6)).toString('hex');
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

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
  says: 'Makes a vault with the two sample cases in FOLDER, marked in itself and on its papers as a sample, takes in their small files, makes their papers as PDF and checks every byte. The passphrase stands in a file beside it.',
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
    const { vault, recoveryWords } = await createVault(folder, { name: samplePerson, passphrase: text(passphrase) }, { ...desk.vaultSetting, kdf: sampleEffort, sample: true });
    await written(path.join(into, 'recovery-key.txt'), recoverySheet(recoveryWords), desk);
    const records = openRecords(vault, desk);
    try {
      const files = await fillSample({ vault, records, runJob: desk.runJob, clock: desk.clock }, { signal: desk.signal });
      const house = { records, checkpoint: () => vault.checkpoint(), clock: desk.clock, sample: vault.sample, runJob: desk.runJob };
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
