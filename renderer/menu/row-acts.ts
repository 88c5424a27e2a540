import { dayNow, useScreen } from '../screen/screen.ts';
import { changesOf, copyOutOf, waysTo, type RecordAct } from './acts-of-record.ts';
import { readWhole } from './read-whole.ts';

/** The record that something on the page stands for: its row, or its number in running text. */
export function recordAt(place: Element | null): { readonly number: string; readonly row: boolean } | null {
  const link = place?.closest('a[href^="#/record/"]')?.getAttribute('href');
  if (link) return { number: decodeURIComponent(link.split('/')[2] ?? ''), row: place?.closest('[data-record]') !== null };
  const number = place?.closest<HTMLElement>('[data-record]')?.dataset['record'];
  return number === undefined || number === '' ? null : { number, row: true };
}

/** Everything that can be done with a record from outside its page. In a past time and where nothing may be written: looking at it. */
export async function actsOn(number: string, row: boolean): Promise<readonly RecordAct[]> {
  const { asOf, session } = useScreen.getState();
  const writable = asOf === null && session?.vault?.readOnly == null;
  const whole = await readWhole(number);
  return [...waysTo(number, row, writable), ...(whole ? [...copyOutOf(whole, writable), ...changesOf(whole, writable, dayNow())] : [])];
}

/** Does one act on the row that has the focus; gives whether there is such a row. */
export function actOnRow(focused: Element | null, id: 'beside' | 'edit' | 'remove'): boolean {
  const row = focused?.closest('[data-record]') ? recordAt(focused) : null;
  if (row === null) return false;
  void actsOn(row.number, true).then((acts) => {
    const act = acts.find((one) => one.id === id);
    (act?.ask ?? act?.act)?.();
  });
  return true;
}
