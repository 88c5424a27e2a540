import type { RecordOf } from '../../kinds.ts';

type Attribution = NonNullable<RecordOf<'finding'>['fields']['attribution']>;

/** By way of whom everything in this case is known: one undated press report. `hedge` is the report’s own word of doubt; it is printed. */
export const told = (hedge?: string): Attribution => ({
  level: 'press',
  outlet: 'The publication',
  ...(hedge !== undefined && { hedge }),
  reliability: 'One undated report; unnamed sources.',
});

/** The report as the source, with its paragraph where that is known. */
export const fromReport = (pinpoint?: string, hedge?: string): { source: string[]; pinpoint?: string; attribution: Attribution } => ({
  source: ['report'],
  ...(pinpoint !== undefined && { pinpoint }),
  attribution: told(hedge),
});
