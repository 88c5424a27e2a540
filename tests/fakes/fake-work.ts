import type { Contract } from '../../shared/contract/contract.ts';
import type { Progress, Reply } from '../../shared/contract/wire.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Handlers } from '../../main/bridge/serve.ts';
import type { FakeRecords } from './fake-records.ts';
import { pagePicture } from './page-picture.ts';

/** Gives what is to be printed to the window under its name, and comes back when it was printed. */
export type OnPaper = (print: string, setting: { readonly signal: AbortSignal; readonly tell: (progress: Progress<Contract, 'filings.press'>) => void }) => Promise<void>;
export interface FakeDesk {
  readonly records: FakeRecords;
  /** Time goes on a little with every act. */
  readonly tick: () => number;
  readonly changed: (done: ReturnType<FakeRecords['keep']>) => void;
}
type Names =
  | 'exchange.plan'
  | 'evidence.unread'
  | 'evidence.readAgain'
  | 'evidence.planLoadFile'
  | 'evidence.loadFile'
  | 'exchange.import'
  | 'exchange.export'
  | 'exchange.previewList'
  | 'exchange.extract'
  | 'exchange.dragOut'
  | 'evidence.chooseFiles'
  | 'evidence.chunk'
  | 'evidence.intake'
  | 'evidence.text'
  | 'evidence.page'
  | 'filings.preflight'
  | 'filings.preview'
  | 'filings.previewPage'
  | 'filings.press'
  | 'vault.verify';

/** Files of which one was there already, one is an archive of which not everything came out, one can't be taken in and one took too long to read. */
const ab = 'ab'.repeat(32);
const fine = { sha256: ab, failure: null, sameBytesAs: [], inside: [], notTakenOut: [] };
const troubled = [
  {
    token: 't1',
    name: 'letter of the Bureau (copy).pdf',
    bytes: 184_220,
    result: { ...fine, name: 'letter of the Bureau (copy).pdf', number: 'EX-090', bytes: 184_220, reading: 'text', sameBytesAs: ['EX-006'] },
  },
  {
    token: 't2',
    name: 'correspondence.zip',
    bytes: 4_200_000,
    result: {
      ...fine,
      name: 'correspondence.zip',
      number: 'EX-091',
      bytes: 4_200_000,
      reading: 'text',
      inside: ['EX-092', 'EX-093'],
      notTakenOut: [{ name: '../../etc/passwd', why: 'its name leads out of the archive' }],
    },
  },
  {
    token: 't3',
    name: 'a very long name of a file that was exported from a program that puts everything it knows into the name, 2026-05-07.msg',
    bytes: 90_112,
    result: {
      ...fine,
      name: 'mail.msg',
      number: null,
      sha256: null,
      bytes: 90_112,
      reading: null,
      failure: { code: 'file-unreadable', file: 'mail.msg', why: 'permission was refused' },
    },
  },
  { token: 't4', name: 'scan of the order.tif', bytes: 88_000_000, result: { ...fine, name: 'scan of the order.tif', number: 'EX-094', bytes: 88_000_000, reading: 'timed-out' } },
] satisfies readonly { token: string; name: string; bytes: number; result: Reply<Contract, 'evidence.intake'>['files'][number] }[];

/** Work that takes a moment: intake, previews, papers, verification; each tells how far it is and stops when it is cancelled. */
export function workHandlers({
  records,
  tick,
  changed,
  pagesStand,
  paperSays,
  onPaper,
}: FakeDesk & { readonly pagesStand: () => boolean; readonly paperSays: () => string; readonly onPaper: OnPaper }): Pick<Handlers<Contract>, Names> {
  return {
    'evidence.chooseFiles': () => [
      { token: 'f1', name: 'letter of the Bureau.pdf', bytes: 184_220 },
      { token: 'f2', name: 'access log May.jsonl', bytes: 38_400_120 },
      ...(records.troubledFiles ? troubled.map(({ token, name, bytes }) => ({ token, name, bytes })) : []),
    ],
    'evidence.chunk': ({ upload, name, at, bytes, end }) => (end ? { token: upload, name, bytes: at + bytes.length } : null),
    'evidence.intake': async ({ caseId, files }, { signal, tell }) => {
      const taken: Reply<Contract, 'evidence.intake'>['files'] = [];
      for (const [index, file] of files.entries()) {
        for (let step = 0; step <= 10; step++) {
          if (signal.aborted) refuse({ code: 'cancelled' });
          tell({ file, index, of: files.length, done: step * 1000, bytes: 10_000, number: null });
          await new Promise((resolve) => setTimeout(resolve, records.intakePace));
        }
        const trouble = troubled.find(({ token }) => token === file);
        if (trouble) {
          taken.push(trouble.result);
          continue;
        }
        const number = records.nextNumber('evidence_item');
        const name = `file ${index + 1}`;
        changed(
          records.keep(tick(), null, [
            {
              verb: 'create',
              record: {
                id: `new-${records.entries.length}`,
                kind: 'evidence_item',
                number,
                caseId,
                state: 'registered',
                audience: 'internal',
                privilege: 'under_review',
                tags: [],
                fields: { title: name, type: 'document', original: { filename: name, size: 10_000, sha256: 'ab'.repeat(32), mime: 'application/pdf' } },
              },
            },
          ]),
        );
        taken.push({ name, number, sha256: 'ab'.repeat(32), bytes: 10_000, failure: null, reading: 'text' as const, sameBytesAs: [], inside: [], notTakenOut: [] });
      }
      return { files: taken };
    },
    'exchange.plan': ({ file, kind = 'party', columns, constants }) => ({
      form: 'table' as const,
      records: 2,
      faults: file === 'f2' ? [{ line: 3, column: 'Type', why: '"insurer" is none of Company, Agency, Court' }] : [],
      notes: [],
      preview: [
        {
          line: 2,
          kind,
          title: 'Ottermole LLP',
          fields: [
            { label: 'Name', text: 'Ottermole LLP' },
            { label: 'Type', text: 'Company' },
          ],
        },
        {
          line: 4,
          kind,
          title: 'Harbor Insurance',
          fields: [
            { label: 'Name', text: 'Harbor Insurance' },
            { label: 'Type', text: 'Company' },
          ],
        },
      ],
      table: {
        sheets: ['Parties'],
        sheet: 0,
        rows: 3,
        heading: ['Party', 'Type', 'Remark'],
        samples: ['Ottermole LLP', 'company', 'outside counsel'],
        columns: columns ?? ['name', 'type', null],
        constants: constants ?? {},
        targets: [
          { path: 'name', label: 'Name', required: true },
          { path: 'type', label: 'Type', required: true, options: { company: 'Company', agency: 'Agency' } },
          { path: 'note', label: 'Note', required: false },
        ],
      },
      documents: kind === 'evidence_item' ? 3 : null,
    }),
    'evidence.unread': () => ({
      files: records.troubledFiles
        ? (['timed-out', 'timed-out', 'not-read', 'damaged'] as const).map((status, i) => ({ number: `EX-00${i + 1}`, title: `Exhibit ${i + 1}`, status, bytes: 40_000 }))
        : [],
    }),
    'evidence.readAgain': ({ numbers }) => ({
      files: numbers.map((number) => ({ number, before: 'timed-out' as const, reading: 'text' as const, inside: [], notTakenOut: [], failure: null })),
    }),
    'evidence.planLoadFile': ({ columns }) => ({
      documents: 3,
      images: 2,
      heading: ['BEGBATES', 'NATIVEPATH', 'Remark'],
      samples: ['ACME-0000001', 'NATIVES\\a.txt', 'first box'],
      columns: columns ?? ['control', 'native', null],
      preview: ['1', '2', '3'].map((at) => ({ line: Number(at) + 1, control: `ACME-000000${at}`, parent: null, title: '', custodian: '', path: `NATIVES\\${at}.txt`, text: '' })),
      faults: [{ line: 4, column: 'NATIVEPATH', why: 'there is no such file' }],
      faultCount: 1,
      wanted: ['NATIVES\\a.txt'],
    }),
    'evidence.loadFile': () => ({
      taken: 2,
      refused: 1,
      lines: [{ line: 4, control: 'ACME-0000003', failure: { code: 'file-unreadable', file: 'NATIVES/c.txt', why: 'there is no such file' } }],
    }),
    'exchange.import': ({ rehearse }) => ({ records: 2, act: rehearse ? null : 'act', numbers: rehearse ? [] : ['PTY-101', 'PTY-102'] }),
    'exchange.previewList': () => ({ preview: 'p', pages: 2, sha256: '9f2c41d07be3a6'.repeat(5).slice(0, 64), bytes: 112_008, held: 0, content: paperSays() }),
    'exchange.export': async ({ form, audience, print, content }, { signal, tell }) => {
      if (content !== undefined && content !== paperSays()) refuse({ code: 'pages-changed', list: 'Orders' });
      if (print !== undefined) await onPaper(print, { signal, tell });
      return {
        number: 'REL-001',
        file: `list.${form}`,
        records: 12,
        bytes: 20_480,
        sha256: 'cd'.repeat(32),
        withheld:
          audience === 'internal'
            ? []
            : [
                { number: 'ORD-002', why: 'audience' },
                { number: 'ORD-003', field: 'clauses.reading', why: 'privileged' },
              ],
        beside: form === 'hand-over' ? ['list.minisig', 'list.verify.txt'] : [],
      };
    },
    'exchange.extract': ({ number }) => ({ number: 'REL-002', file: `${number}.pdf`, bytes: 20_480, sha256: 'ef'.repeat(32), drag: 'd' }),
    'exchange.dragOut': () => ({ begun: false }),
    'evidence.text': ({ number }) => ({
      status: 'text' as const,
      text: `The words of ${number}.\n\nYou are hereby informed that a license is required for the release of, or the provision of access to, the models known as Heron 2.0 and Heron 2.1.`,
      pages: 2,
      facts: [
        { name: 'Author', value: 'Records office' },
        { name: 'Created', value: '2026-06-12 16:30:00 -04:00' },
      ],
    }),
    'evidence.page': () => ({ png: pagePicture(), width: 640, height: 828 }),
    'filings.preflight': ({ profile, model }) => ({
      findings:
        profile === 'internal'
          ? [{ number: model, field: 'Access', why: 'one cell is undetermined and is printed so', refuses: false }]
          : [
              { number: model, field: 'Dates', why: 'the rule behind a date is not confirmed by counsel', refuses: true },
              { number: 'NOTE-001', field: 'Privilege', why: 'privileged, and left out', refuses: false },
            ],
      content: paperSays(),
    }),
    'filings.preview': async (_question, { signal, tell }) => {
      for (let page = 1; page <= 3; page++) {
        if (signal.aborted) refuse({ code: 'cancelled' });
        tell({ done: page, of: 3, unit: 'page', what: 'Typesetting' });
        do await new Promise((resolve) => setTimeout(resolve, 60));
        while (pagesStand() && !signal.aborted);
      }
      return { preview: 'p', pages: 3, sha256: '9f2c41d07be3a6'.repeat(5).slice(0, 64), bytes: 112_008, content: paperSays() };
    },
    'filings.previewPage': () => ({ png: pagePicture(), width: 640, height: 828 }),
    'filings.press': async (question, { signal, tell }) => {
      for (let page = 1; page <= 12; page++) {
        if (signal.aborted) refuse({ code: 'cancelled' });
        tell({ done: page, of: 12, unit: 'page', what: 'Typesetting' });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      if (question.print !== undefined) await onPaper(question.print, { signal, tell });
      return {
        file: 'Status report.pdf',
        pages: 12,
        sha256: '9f2c41d07be3a6'.repeat(5).slice(0, 64),
        bytes: 412_008,
        number: question.filing ?? null,
        release: 'REL-009',
        recipient: question.recipient ?? null,
        savedAs: question.print === undefined ? 'Status report.pdf' : null,
        drag: question.print === undefined ? 'd' : null,
        keptAs: question.filing === undefined ? null : 'EX-020',
      };
    },
    'vault.verify': async (_question, { signal, tell }) => {
      for (let done = 0; done <= 5; done++) {
        if (signal.aborted) refuse({ code: 'cancelled' });
        tell({ done: done * 100, of: 500, unit: 'entries', what: 'Chain' });
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      return { ok: true, entries: records.entries.length, root: 'q3sF0vS1hY2bq7Jm7wXn2g==', findings: [], dates: [] };
    },
  };
}
