import type { Contract } from '../../../shared/contract/contract.ts';
import type { Question } from '../../../shared/contract/wire.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { isKind, kindNamed } from '../../../shared/records/kinds.ts';
import { lookingAt } from '../../../shared/records/binding-hour.ts';
import { plainText } from '../../../shared/records/plain-text.ts';
import { readCalendarFile, readOscalFile, readTableFile } from '../../evidence/read-tables.ts';
import { exportCalendar } from '../../exchange/export-calendar.ts';
import { exportEvidence } from '../../exchange/export-evidence.ts';
import { exportFigure } from '../../exchange/export-figure.ts';
import type { FigurePicture } from '../../exchange/svg-page.ts';
import { pressList } from '../../filings/list-paper.ts';
import { figurePage } from '../../filings/figure-picture.ts';
import { readPage } from '../../evidence/read-file.ts';
import { exportOscal } from '../../exchange/export-oscal.ts';
import { exportRecords, exportTable } from '../../exchange/export-records.ts';
import { extractEvidence } from '../../exchange/extract-evidence.ts';
import type { Destination } from '../../exchange/destination.ts';
import { fileDestination } from '../../exchange/file-destination.ts';
import { handOver } from '../../exchange/hand-over.ts';
import { neutralName } from '../../exchange/neutral-name.ts';
import type { Draft } from '../../exchange/import/draft.ts';
import { formOfFile } from '../../exchange/import/form-of-file.ts';
import { importDrafts } from '../../exchange/import/import-drafts.ts';
import { planImport, refuseFaults, type Planned } from '../../exchange/import/plan-import.ts';
import { labelsOf } from '../../exchange/import/labels.ts';
import { numberPath, targetsOf } from '../../exchange/import/targets.ts';
import { importRecords } from '../../exchange/import-records.ts';
import type { Manifest } from '../../exchange/release.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import type { Reading } from '../../records/reading.ts';
import { inTurn, stoppable } from '../../vault/in-turn.ts';
import type { CarriedFiles } from '../carried-files.ts';
import type { Context } from '../context.ts';
import { readGranted } from '../read-granted.ts';
import type { Handlers } from '../serve.ts';
import { listHouse } from './list-papers.ts';
import { documentsListed } from './load-file.ts';
import { dayTextAt } from '../today.ts';

export type ExchangeHandlers = Pick<Handlers<Contract>, 'exchange.plan' | 'exchange.import' | 'exchange.export' | 'exchange.extract' | 'exchange.dragOut'>;
type Importing = Question<Contract, 'exchange.plan'>;
type Exporting = Question<Contract, 'exchange.export'>;

/** Most records of a file that are shown as they would be, and most faults. */
const [shownRecords, shownFaults] = [50, 200];

/** Taking in what other programs wrote, and letting lists and cases out. */
export function exchangeHandlers(context: Context, carried: CarriedFiles): ExchangeHandlers {
  const { clock, grants, line, printer, random, runJob, session } = context;
  /** Each may hold two hundred megabytes: one after the other, however many are asked for. */
  const turns = inTurn();
  const inMemory = <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> =>
    stoppable(signal, (begin) =>
      turns(() => {
        begin();
        return work();
      }),
    );

  async function read(asked: Importing, signal: AbortSignal): Promise<{ name: string; bytes: Uint8Array; form: ReturnType<typeof formOfFile> }> {
    const { name, bytes } = await readGranted(grants, asked.file, signal);
    return { name, bytes, form: formOfFile(bytes, name) };
  }
  function planned(name: string, bytes: Uint8Array, form: 'table' | 'calendar' | 'oscal', asked: Importing, signal: AbortSignal): Promise<Planned> {
    const desk = {
      reading: session.opened().records.reading(),
      now: clock(),
      readTable: (content: Uint8Array, file: string) => readTableFile(runJob, content, file, signal),
      readCalendar: (content: Uint8Array, file: string) => readCalendarFile(runJob, content, file, signal),
      readOscal: (content: Uint8Array, file: string) => readOscalFile(runJob, content, file, signal),
    };
    return planImport(desk, bytes, name, { form, caseId: asked.caseId, kind: asked.kind, sheet: asked.sheet, columns: asked.columns, constants: asked.constants });
  }

  return {
    'exchange.plan': (asked, { signal }) =>
      inMemory(signal, async () => {
        const { records } = session.opened();
        const { name, bytes, form } = await read(asked, signal);
        if (form === 'cordon') {
          const { records: count, notes } = await importRecords(records, bytes, name, { signal, rehearse: true });
          return { form, records: count, faults: [], notes: notes.slice(0, shownFaults).map((one) => ({ ...one })), preview: [], table: null, documents: null };
        }
        const { plan, table } = await planned(name, bytes, form, asked, signal);
        const reading = records.reading();
        return {
          form,
          records: plan.drafts.length,
          faults: plan.faults.slice(0, shownFaults).map((one) => ({ ...one })),
          notes: plan.notes.slice(0, shownFaults).map((one) => ({ ...one })),
          preview: plan.drafts.slice(0, shownRecords).map((draft) => shownDraft(reading, draft)),
          table: table && shownTable(table),
          documents: table && documentsListed(table.rows, name),
        };
      }),
    'exchange.import': ({ rehearse, ...asked }, { signal, tell }) =>
      inMemory(signal, async () => {
        const { records } = session.opened();
        const { name, bytes, form } = await read(asked, signal);
        const setting = (of: number) => ({ signal, rehearse, tell: (done: number) => tell({ done, of, unit: 'record', what: name }) });
        if (form === 'cordon') {
          const done = await importRecords(records, bytes, name, setting(0));
          if (!rehearse) grants.forget(asked.file);
          return { records: done.records, act: rehearse ? null : done.act, numbers: done.numbers.map((one) => one.number) };
        }
        const { plan } = await planned(name, bytes, form, asked, signal);
        refuseFaults(name, plan.faults);
        const { act, numbers } = await importDrafts(records, plan.drafts, name, setting(plan.drafts.length));
        if (!rehearse) grants.forget(asked.file);
        return { records: plan.drafts.length, act, numbers: numbers.map((one) => one.number) };
      }),
    'exchange.extract': async ({ number, audience, recipient, privilegedBecause, print }, { signal }) => {
      const { vault, records } = session.opened();
      const name = extractName(records.reading().require(number));
      const going = { number, audience, recipient, privilegedBecause, signal };
      if (print !== undefined) {
        const left = await extractEvidence({ vault, records, clock }, { ...going, destination: printer.destination(print, name, { signal }) });
        return { number: left.number, file: left.file, bytes: left.bytes, sha256: left.sha256, drag: null };
      }
      const { path } = await line.ask('place.saveAs', { name });
      if (path === null) return refuse({ code: 'cancelled' });
      const left = await extractEvidence({ vault, records, clock }, { ...going, destination: fileDestination(path, Buffer.from(random(8)).toString('hex')) });
      return { number: left.number, file: left.file, bytes: left.bytes, sha256: left.sha256, drag: carried.give(path) };
    },
    'exchange.dragOut': async ({ drag }) => line.ask('place.dragOut', { path: await carried.take(drag) }),
    'exchange.export': async (asked, { signal, tell }) => {
      const { instant, zone } = clock();
      const name = fileNameOf(asked, asked.asOf === undefined ? dayTextAt(instant, zone) : `as-known-on-${dayTextAt(asked.asOf, zone)}`);
      const { print } = asked;
      if (print !== undefined && asked.form !== 'pdf') return refuse({ code: 'misuse', why: 'only a paper is printed' });
      if (asked.asOf !== undefined && asked.form !== 'pdf') return refuse({ code: 'misuse', why: 'of a past day only a paper is made, which says so on every page' });
      const path = print === undefined ? (await line.ask('place.saveAs', { name })).path : name;
      if (path === null) return refuse({ code: 'cancelled' });
      const place = (ending = '') =>
        print === undefined ? fileDestination(`${path}${ending}`, Buffer.from(random(8)).toString('hex')) : printer.destination(print, name, { signal, tell });
      const { number, file, numbers, bytes, sha256, withheld, beside } = await exported(context, asked, place, { signal, tell });
      return { number, file, records: numbers.length, bytes, sha256, withheld: withheld.map((one) => ({ ...one })), beside: [...beside] };
    },
  };
}

type Setting = Parameters<ExchangeHandlers['exchange.export']>[1];

function exported(context: Context, asked: Exporting, place: (ending?: string) => Destination, { signal, tell }: Pick<Setting, 'signal' | 'tell'>): Promise<Manifest> {
  const { clock, runJob, session } = context;
  const { vault, records } = session.opened();
  const { form, kind, caseId, numbers, audience, recipient, privilegedBecause, titles = false, recipients = [] } = asked;
  const { instant: now, zone } = clock();
  const going = {
    audience,
    signal,
    destination: place(),
    ...(caseId !== null && { caseId }),
    ...(numbers && { numbers }),
    ...(recipient !== undefined && { recipient }),
    ...(privilegedBecause !== undefined && { privilegedBecause }),
  };
  switch (form) {
    case 'csv':
    case 'xlsx':
    case 'svg':
    case 'png':
      if (asked.figure) {
        const draw = async (picture: FigurePicture) => (await readPage(runJob, await figurePage(runJob, clock, picture, signal), 1, signal, picture.width * 2)).png;
        const { name, ...which } = asked.figure;
        return exportFigure(records, { ...going, ...which, figure: name, as: form, draw, at: lookingAt(now, zone) });
      }
      if (form === 'svg' || form === 'png') return refuse({ code: 'misuse', why: 'a picture is of a figure' });
      return exportTable(records, { ...going, kind: kind ?? refuse({ code: 'misuse', why: 'a table is of one kind' }), as: form });
    case 'pdf': {
      const { look, content, asOf } = asked;
      if (look === undefined || numbers === undefined) return refuse({ code: 'misuse', why: 'a paper is of the rows of a list' });
      return pressList(listHouse(context), { ...going, kind, caseId, numbers, look, asOf }, place(), { signal, tell, content });
    }
    case 'ics':
      return exportCalendar(records, { ...going, titles, remindDays: [7], now, zone });
    case 'oscal':
      return exportOscal(records, { ...going, plan: numbers?.[0] ?? refuse({ code: 'misuse', why: 'choose the plan' }), now });
    case 'bag':
      return exportEvidence({ vault, records, clock }, going);
    case 'hand-over':
      // A case is handed over whole, as far as its audience may have it; cases never together.
      if (caseId === null) return refuse({ code: 'misuse', why: 'choose the case that is handed over' });
      return handOver(
        { vault, records, clock },
        {
          audience,
          signal,
          caseId,
          destination: place(),
          ...(recipient !== undefined && { recipient }),
          ...(privilegedBecause !== undefined && { privilegedBecause }),
          recipients,
          beside: place,
        },
      );
    default:
      return exportRecords(records, going);
  }
}

/** The number and the ending that the file came with. */
const extractName = (record: AnyRecord): string => neutralName(record.number, isKind(record, 'evidence_item') ? record.fields.original?.filename : undefined);

/** A name that says what sort of thing it is and the day, and nothing of the case (domain.md §7 U17). */
function fileNameOf({ form, kind, figure, look }: Exporting, day: string): string {
  const plural =
    figure?.name ??
    (look?.name === 'found' ? undefined : look?.name) ??
    kindNamed(kind ?? '')
      ?.plural.toLowerCase()
      .replace(/\W+/g, '-') ??
    'records';
  const names: Readonly<Record<Exporting['form'], string>> = {
    csv: `${plural}-${day}.csv`,
    xlsx: `${plural}-${day}.xlsx`,
    pdf: `${plural}-${day}.pdf`,
    svg: `${plural}-${day}.svg`,
    png: `${plural}-${day}.png`,
    ics: `deadlines-${day}.ics`,
    oscal: `plan-${day}.json`,
    bag: `evidence-${day}.zip`,
    json: `records-${day}.json`,
    'hand-over': `hand-over-${day}.zip.age`,
  };
  return names[form];
}

function shownDraft(reading: Reading, { line, kind: kindName, fields }: Draft) {
  const kind = kindNamed(kindName);
  const nameOf = (id: string) => reading.get(id)?.number;
  // Proof of the cast: a draft's fields were parsed by its kind's own schema when it was planned.
  const title = kind?.title(fields) ?? '';
  const shown = Object.entries(fields).flatMap(([name, value]) => {
    const field = kind?.fields[name];
    return field && value !== undefined ? [{ label: field.label, text: plainText(field, value, nameOf).slice(0, 300) }] : [];
  });
  return { line, kind: kindName, title, fields: shown };
}

function shownTable({ sheets, sheet, rows, mapping }: NonNullable<Planned['table']>) {
  const [heading, ...body] = rows;
  const columns = (heading?.cells ?? []).map((_, at) => mapping.columns[at] ?? null);
  return {
    sheets: [...sheets],
    sheet,
    rows: body.length,
    heading: [...(heading?.cells ?? [])],
    samples: columns.map((_, at) => body.find((row) => (row.cells[at] ?? '').trim() !== '')?.cells[at]?.slice(0, 120) ?? ''),
    columns,
    constants: { ...mapping.constants },
    targets: [
      ...targetsOf(mapping.kind).map(({ path, label, required, options }) => ({ path, label, required, ...(options && { options: { ...options } }) })),
      { path: numberPath, label: 'Number it had elsewhere', required: false },
      ...labelsOf(mapping.kind).map(({ path, label, options }) => ({ path, label, required: false, options: { ...options } })),
    ],
  };
}
