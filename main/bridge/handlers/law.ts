import type { Contract } from '../../../shared/contract/contract.ts';
import { compute } from '../../../shared/law/compute.ts';
import { ruleById, rules } from '../../../shared/law/rules.ts';
import type { Handlers } from '../serve.ts';

/** Time limits: the same pure functions that the command line and the papers use. */
export function lawHandlers(): Pick<Handlers<Contract>, 'deadline.rules' | 'deadline.compute'> {
  return {
    'deadline.rules': () => ({
      rules: rules.map((rule) => ({
        id: rule.id,
        title: rule.title,
        citation: rule.citation,
        text: rule.notes,
        confirmed: rule.confirmed_by !== null,
        inputs: rule.inputs.map(({ name, meaning, required }) => ({ name, meaning, required })),
      })),
    }),
    'deadline.compute': ({ rule, trigger, inputs }) => ({ ...compute(ruleById(rule), { ...inputs, trigger }) }),
  };
}
