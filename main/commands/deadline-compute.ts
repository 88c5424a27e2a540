import { compute } from '../../shared/law/compute.ts';
import { inputFromText } from '../../shared/law/input.ts';
import { ruleById } from '../../shared/law/rules.ts';
import { misuse, type Command, type Given } from './command.ts';

/** Options that stand for an input of the engine, by the names that SCHEMA §6 gives the command line. */
const named = { trigger: 'trigger', court: 'court', state: 'state', service: 'service_method', filing: 'filing' } as const;

/** `--holiday DATE --by WHO`, in pairs: who declared a holiday decides what it counts for. */
function holidaysGiven(given: Given): { readonly holidays?: readonly object[] } {
  const [days, by] = [given.options('holiday'), given.options('by')];
  if (days.length !== by.length) misuse('Say of each holiday who declared it: --holiday DATE --by president|congress|state|court.');
  return days.length === 0 ? {} : { holidays: days.map((date, index) => ({ date, by: by[index] })) };
}

/** Everything typed, by the names of the engine. Refuses `misuse` where one input is given twice, since only one could count. */
function inputsGiven(given: Given): Readonly<Record<string, unknown>> {
  const inaccessible = given.options('inaccessible');
  const byOption: readonly (readonly [string, unknown])[] = [
    ...Object.entries(named).flatMap(([option, input]) => {
      const typed = given.option(option);
      return typed === undefined ? [] : [[input, typed] as const];
    }),
    ...Object.entries(holidaysGiven(given)),
    ...(inaccessible.length > 0 ? [['inaccessible', inaccessible] as const] : []),
    ...given.options('input').map((pair): [string, unknown] => {
      const at = pair.indexOf('=');
      const name = pair.slice(0, at).replaceAll('-', '_');
      return at > 0 ? [name, inputFromText(name, pair.slice(at + 1))] : misuse(`--input takes NAME=VALUE, not "${pair}".`);
    }),
  ];
  const inputs = new Map<string, unknown>();
  for (const [name, value] of byOption) {
    if (inputs.has(name)) misuse(`${name} is given twice.`);
    inputs.set(name, value);
  }
  return Object.fromEntries(inputs);
}

export const deadlineCompute: Command = {
  name: 'deadline compute',
  usage:
    'deadline compute --rule ID --trigger DATE [--court ID] [--state XX] [--service METHOD] [--filing electronic|paper|agency] [--holiday DATE --by president|congress|state|court]… [--inaccessible DATE]… [--input NAME=VALUE]…',
  says: 'Computes a time limit and says how. Needs no vault. A missing fact that can change the date gives the earlier date and is named; rules are not confirmed by counsel as shipped.',
  options: {
    rule: { type: 'string' },
    ...Object.fromEntries(Object.keys(named).map((option) => [option, { type: 'string' } as const])),
    holiday: { type: 'string', multiple: true },
    by: { type: 'string', multiple: true },
    inaccessible: { type: 'string', multiple: true },
    input: { type: 'string', multiple: true },
  },
  operands: [0, 0],
  run(given) {
    const rule = ruleById(given.option('rule') ?? misuse('Name the rule: --rule ID.'));
    const { countedDays, ...answer } = compute(rule, inputsGiven(given));
    const line = (label: string, value: string | null): string[] => (value === null ? [] : [`${label.padEnd(10)}${value}`]);
    return {
      json: { rule: rule.id, title: rule.title, confirmed: rule.confirmed_by !== null, ...answer, countedDays },
      words: [
        rule.title,
        ...line('due', answer.due),
        ...line('file by', answer.safe),
        ...line('follow up', answer.follow_up),
        ...line('latest', answer.latest),
        ...(answer.due === null ? [`No date: ${answer.reason ?? ''}${answer.missing.length > 0 ? ` (missing: ${answer.missing.join(', ')})` : ''}`] : []),
        ...answer.steps.map((step) => `  ${step}`),
        ...answer.assumptions.map((one) => `  Assumed: ${one.text}`),
        `${answer.citation} (text: ${answer.textAsOf}); ${rule.confirmed_by === null ? 'not confirmed by counsel' : 'confirmed by counsel'}.`,
      ],
    };
  },
};
