import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { rules } from '../../shared/law/rules.ts';
import { unless } from '../end-to-end/unless.ts';
import { python, pythonMissing } from './python.ts';

const folder = path.resolve(import.meta.dirname, '../law-golden');
const proved = unless(pythonMissing('zoneinfo', 'tzdata'));

proved('the golden dates are what their derivation gives, to the byte', () => {
  const derived = python(`import sys\nsys.dont_write_bytecode = True\nsys.path.insert(0, sys.argv[1])\nfrom cases import golden\nprint(golden(), end='')`, folder);
  expect(derived).toBe(readFileSync(path.join(folder, 'golden.jsonl'), 'utf8'));
});

proved('each rule counts as its card says', () => {
  const cards = python(`import json, sys\nsys.dont_write_bytecode = True\nsys.path.insert(0, sys.argv[1])\nfrom cards import RULES\nprint(json.dumps(RULES))`, folder);
  const added = (days: Readonly<Record<string, number>> | null | undefined) => Object.fromEntries(Object.entries(days ?? {}).filter(([, n]) => n > 0));
  const own = Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      [
        rule.counting_method,
        rule.offset,
        rule.unit,
        rule.direction,
        rule.roll_rule,
        rule.holidays_calendar,
        rule.actor,
        rule.nature,
        rule.act,
        {
          ...(rule.end_of_day && { ends: [rule.end_of_day.time, rule.end_of_day.zone] }),
          ...(rule.service_extension && { served: added(rule.service_extension) }),
          ...(rule.service_extension_arguable && { served_arguable: added(rule.service_extension_arguable) }),
          ...(rule.count_trigger_day === true && { with_trigger: true }),
          ...(rule.unsettled?.includes('strictly_before') === true && { strict: true }),
        },
      ],
    ]),
  );
  expect(own).toEqual(JSON.parse(cards));
});
