import { parseDay } from '../../shared/calendar/day.ts';
import { archive } from './archive.ts';
import type { ListRows } from './list-rows.ts';

/** Most characters of a cell and rows of a sheet (Excel specifications and limits). */
const mostCharacters = 32_767;
const cutNote = ' … (cut here; the record has all of it)';

/**
 * A workbook of one sheet (ECMA-376 Part 1). Every cell is text, written as text: no program runs it, drops its leading zeros or takes it for a date;
 * days alone are days. It says nothing of who made it, when or where (domain.md §7 U17).
 */
export function xlsx(list: ListRows): AsyncGenerator<Uint8Array> {
  const part = (name: string, text: string) => ({ name, content: () => [Buffer.from(`${declaration}${text}`)] });
  return archive([
    part('[Content_Types].xml', contentTypes),
    part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    part('xl/workbook.xml', workbook(list.name)),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ),
    part('xl/styles.xml', styles),
    { name: 'xl/worksheets/sheet1.xml', content: () => sheet(list) },
  ]);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes =
  `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`;

const relations = (targets: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${documents}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** Excel allows 31 characters and none of these in the name of a sheet. */
const workbook = (name: string): string =>
  `<workbook xmlns="${main}" xmlns:r="${documents}"><sheets><sheet name="${escaped(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** Cell formats: 0 text that wraps, 1 the heading, 2 a day as 2026-06-18. */
const styles =
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">' +
  '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" horizontal="left"/></xf></cellXfs></styleSheet>';

function* sheet({ header, rows, dayColumn }: ListRows): Generator<Uint8Array> {
  const widths = header.map((_, at) => (at === 1 ? 60 : at === dayColumn ? 12 : 18));
  const last = columnName(header.length - 1);
  yield Buffer.from(
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>` +
      `<row r="1">${header.map((text, at) => textCell(`${columnName(at)}1`, text, 1)).join('')}</row>`,
  );
  let number = 1;
  for (const row of rows()) {
    number++;
    const cells = row.map((text, at) => {
      const place = `${columnName(at)}${number}`;
      const day = at === dayColumn ? serial(text) : null;
      return day === null ? textCell(place, text, 0) : `<c r="${place}" s="2"><v>${day}</v></c>`;
    });
    yield Buffer.from(`<row r="${number}">${cells.join('')}</row>`);
  }
  yield Buffer.from(`</sheetData><autoFilter ref="A1:${last}${number}"/></worksheet>`);
}

function textCell(place: string, text: string, style: number): string {
  if (text === '') return '';
  const whole = text.length > mostCharacters ? `${text.slice(0, mostCharacters - cutNote.length)}${cutNote}` : text;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(whole)}</t></is></c>`;
}

/** XML text. Characters that XML cannot hold are dropped; what would be read as one of Excel's own escapes (`_x000D_`) is escaped itself. */
function escaped(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const columnName = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26));

/** 30 December 1899, from which Excel counts once its day that never was, in February 1900, is behind; what lies before stays text. */
const start = parseDay('1899-12-30') ?? 0;
function serial(text: string): number | null {
  const day = parseDay(text);
  return day === null || day - start <= 60 ? null : day - start;
}
