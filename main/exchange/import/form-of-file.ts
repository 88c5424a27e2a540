import { mostImportBytes } from '../cordon-json.ts';

/** What a file to import is. */
export type ImportForm = 'cordon' | 'oscal' | 'calendar' | 'table';

const plan = 'plan-of-action-and-milestones';

/** Told from its beginning, then from its name; OSCAL comes as JSON, XML or YAML. A JSON text that is no plan of action is taken for Cordon's own, whose reader says what is wrong with it. */
export function formOfFile(bytes: Uint8Array, name: string): ImportForm {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^BEGIN:VCALENDAR/i.test(start) || /\.ics$/i.test(name)) return 'calendar';
  if (new RegExp(`<(\\w+:)?${plan}[\\s>]`).test(start) || new RegExp(`^${plan}:`, 'm').test(start)) return 'oscal';
  if (!start.startsWith('{') && !/\.json$/i.test(name)) return 'table';
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, mostImportBytes));
  return whole.includes(`"${plan}"`) && !/"format"\s*:\s*"cordon\//.test(start) ? 'oscal' : 'cordon';
}
