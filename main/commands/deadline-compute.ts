import { compute } from '../../shared/law/compute.ts';
import { inputFromText } from '../../shared/law/input.ts';
import { ruleById } from '../../shared/law/rules.ts';
import { misuse, type Command } from './command.ts';

export const deadlineCompute: Command = {
  name: 'deadline compute',
  usage: 'deadline compute --rule ID --trigger DATE [--input NAME=VALUE]…',
  says: 'Computes a time limit and says how. Needs no vault. A missing fact that can change the date gives the earlier date and is named; rules are not confirmed by counsel as shipped.',
  options: { rule: { type: 'string' }, trigger: { type: 'string' }, input: { type: 'string', multiple: true } },
  operands: [0, 0],
  run(given) {
    const rule = ruleById(given.option('rule') ?? misuse('Name the rule: --rule ID.'));
    const trigger = given.option('trigger');
    const inputs = given.options('input').map((pair): [string, unknown] => {
      const at = pair.indexOf('=');
      const name = pair.slice(0, at).replaceAll('-', '_');
      return at > 0 ? [name, inputFromText(name, pair.slice(at + 1))] : misuse(`--input takes NAME=VALUE, not "${pair}".`);
    });
    const { countedDays, ...answer } = compute(rule, { ...Object.fromEntries(inputs), ...(trigger !== undefined && { trigger }) });
    const named = (label: string, value: string | null): string[] => (value === null ? [] : [`${label.padEnd(10)}${value}`]);
    return {
      json: { rule: rule.id, title: rule.title, confirmed: rule.confirmed_by !== null, ...answer, countedDays },
      words: [
        rule.title,
        ...named('due', answer.due),
        ...named('file by', answer.safe),
        ...named('follow up', answer.follow_up),
        ...named('latest', answer.latest),
        ...(answer.due === null ? [`No date: ${answer.reason ?? ''}${answer.missing.length > 0 ? ` (missing: ${answer.missing.join(', ')})` : ''}`] : []),
        ...answer.steps.map((step) => `  ${step}`),
        ...answer.assumptions.map((one) => `  Assumed: ${one.text}`),
        `${answer.citation} (text: ${answer.textAsOf}); ${rule.confirmed_by === null ? 'not confirmed by counsel' : 'confirmed by counsel'}.`,
      ],
    };
  },
};
