import { refuse } from '../../shared/failure/failure.ts';
import { notAskedAgain, withAskedAgain, type AskedAgain } from '../../shared/records/asked-again.ts';
import type { Records, SlicesSetting } from './records.ts';
import { free, inOneAct, type DoneTogether } from './together.ts';

/** Records of many requests that their answer was asked for again, as one act. All or none: refuses `not-together` for what was never asked of anybody, or is closed. */
export const askAgain = (records: Records, numbers: readonly string[], again: AskedAgain, setting: SlicesSetting): Promise<DoneTogether> =>
  inOneAct(records, numbers, null, setting, (writing, number) => {
    const record = free(writing, number);
    const why = notAskedAgain(record);
    if (why !== null) refuse({ code: 'not-together', number, what: 'Asked again', why });
    writing.update(record.id, { fields: { chased: withAskedAgain(record, again) } });
  });
