import type { Add } from '../sample.ts';
import { madeOn, noDate } from './dates.ts';
import { fromReport } from './source.ts';

/** The one test the report tells of, what it would be measured against, and what was looked for and not found. */
export function findings(add: Add): void {
  add('finding', 'finding-test', 'reported', {
    title: 'Test of Fable 5 by researchers of the cloud partner',
    model: 'fable',
    version: 'not stated',
    surface: 'unknown',
    conditions: 'Settings, number of attempts and account are not given.',
    tester: ['cloud-researchers'],
    testerRoles: ['investor', 'cloud_provider', 'hardware_supplier', 'distributor', 'evaluator', 'competitor'],
    tested: noDate(['before', 'warning']),
    methodClass: 'Jailbreak',
    prompts: 'not_in_hand',
    result: 'As people familiar with the matter are reported to say: prompts drew out information that could assist cyberattacks, in spite of the safeguards.',
    safeguardInvolved: 'Safeguards against misuse in cyberattacks',
    reproduced: [],
    mayPassOn: 'not_known',
    ...fromReport('¶ 2', 'reportedly'),
    assertions: ['weakness', 'narrow', 'known'],
    weight:
      'A report by a company that is investor, supplier and competitor at once; its own platform gives it a real reason to test. Neither adds to nor takes from what the test shows, which we have not seen.',
  });
  add('finding', 'finding-specialists', 'reported', {
    title: 'Examination of the claims by government specialists',
    model: 'fable',
    version: 'not stated',
    tester: ['specialists'],
    tested: noDate(['after', 'warning'], ['before', 'instruction']),
    prompts: 'not_in_hand',
    result: 'Not given.',
    ...fromReport(),
    assertions: ['weakness', 'immediate'],
  });
  add('comparator', 'comparator-elsewhere', 'named', {
    system: 'Equal systems elsewhere, not named',
    availability: 'unknown',
    tested: noDate(),
    assertions: ['uplift', 'proportion'],
    note: 'Named in general by the developer and by critics. Counts only with system, version, date, result and evidence.',
  });
  const search = (id: string, proposition: string, pinpoint: string | null, assertions: string[], outcome: 'none' | 'told', result: string) =>
    add('search_record', id, 'current', {
      proposition,
      sources: ['The report'],
      by: 'Office of the General Counsel',
      on: madeOn,
      outcome,
      result,
      limits: 'One source. No records of the agency or of the cloud partner were searched.',
      assertions,
      papers: ['report'],
      ...(pinpoint !== null && { pinpoint }),
    });
  search('search-mythos', 'A finding on Mythos 5', '¶ 6', ['mythos-tested'], 'none', 'None found. The restriction names the model all the same.');
  search(
    'search-ban',
    'Public evidence that the cloud partner sought the broad ban',
    '¶ 33',
    ['sought-ban'],
    'told',
    'The report itself says that there is none it knows of; the administration set the scope.',
  );
  search(
    'search-advantage',
    'An indication that the chief executive of the cloud partner sought advantage',
    '¶ 43',
    ['advantage'],
    'told',
    'The report itself says that there is none; the concern reportedly rests on testing.',
  );
  search(
    'search-limits',
    'A limit of the restriction by country, entity or end use',
    '¶ 6',
    ['everyone'],
    'none',
    'None found in any text in hand. The text of the restriction is not in hand.',
  );
}
