import type { RecordOf } from '../../kinds.ts';
import type { Add } from '../sample.ts';
import { noDate } from './dates.ts';
import { told } from './source.ts';

type Fields = RecordOf<'assertion'>['fields'];
type Position = NonNullable<Fields['positions']>[number];
const says = (by: string, stance: Position['stance'], text?: string, pinpoint?: string): Position => ({
  by,
  stance,
  ...(text !== undefined && { text }),
  attributed: 'the report',
  evidence: [{ item: 'report', weight: 'context', ...(pinpoint !== undefined && { pinpoint }) }],
});

/** The disputed issues. Compound sentences are split, so that each link can be conceded or attacked alone. */
export function assertions(add: Add): void {
  const base = { attribution: told(), via: ['report'], asserted: noDate() };
  add('assertion', 'weakness', 'contested', {
    ...base,
    statement: 'Prompts drew from Fable 5 information that could assist cyberattacks, in spite of its safeguards.',
    type: 'vulnerability',
    assertedBy: ['cloud-researchers', 'familiar'],
    attribution: told('reportedly'),
    pinpoint: '¶ 2',
    models: ['fable'],
    positions: [
      says('commerce', 'affirms', 'Officials treated the finding as evidence of an immediate security risk.', '¶ 15'),
      says('developer', 'qualifies', 'The weakness is narrow and involves vulnerabilities already known.', '¶ 16'),
      says('cloud-partner', 'affirms', 'Its researchers tested the model and its chief executive told senior officials.', '¶¶ 2, 3'),
    ],
    assessments: [
      { assessor: 'commerce', severity: 'not stated by the issuer', uplift: 'not stated', basis: 'No detailed technical evidence has been provided.' },
      {
        assessor: 'developer',
        severity: 'lower than asserted',
        uplift: 'nothing substantially beyond what is available elsewhere',
        basis: 'Its own account, as reported; comparator tests not yet entered.',
      },
      { assessor: 'cloud-partner', severity: 'not stated', basis: 'Test record not in hand.' },
    ],
    reproducibility: 'unknown',
    detailInHand: 'not_in_hand',
    disclosureSafe: false,
    watch: 'Safety research',
  });
  add('assertion', 'known', 'contested', {
    ...base,
    statement: 'The vulnerabilities concerned were already known.',
    type: 'technical_capability',
    assertedBy: ['developer'],
    pinpoint: '¶ 16',
    models: ['fable'],
    dependsOn: ['weakness'],
    positions: [says('developer', 'affirms'), says('commerce', 'qualifies', 'Not reported as speaking to it; treated the finding as an immediate risk.', '¶ 15')],
    detailInHand: 'not_in_hand',
  });
  add('assertion', 'uplift', 'contested', {
    ...base,
    statement: 'The output gives nothing substantially beyond what is available elsewhere.',
    type: 'technical_capability',
    assertedBy: ['developer'],
    pinpoint: '¶ 16',
    models: ['fable'],
    positions: [says('developer', 'affirms'), says('supporters', 'denies', 'Such systems lower the expertise that is needed to exploit known weaknesses.')],
    note: 'Comparable systems count only with system, version, date and result. None is entered.',
  });
  add('assertion', 'narrow', 'asserted', {
    ...base,
    statement: 'The weakness is narrow.',
    type: 'vulnerability',
    assertedBy: ['developer'],
    pinpoint: '¶ 16',
    models: ['fable'],
    positions: [says('developer', 'affirms')],
  });
  add('assertion', 'expertise', 'asserted', {
    ...base,
    statement: 'Artificial intelligence lowers the expertise needed to exploit known weaknesses.',
    type: 'technical_capability',
    assertedBy: ['supporters'],
    models: ['fable', 'mythos'],
    positions: [says('supporters', 'affirms')],
    note: 'Apart from “novel capability”: the one may hold without the other.',
  });
  add('assertion', 'routine', 'asserted', {
    ...base,
    statement: 'Tests of this kind (jailbreaking) are routine.',
    type: 'characterization',
    assertedBy: ['publication'],
    models: ['fable'],
    excludedFromFacts: true,
  });
  add('assertion', 'immediate', 'contested', {
    ...base,
    statement: 'The risk is immediate.',
    type: 'vulnerability',
    assertedBy: ['commerce'],
    pinpoint: '¶ 15',
    models: ['fable'],
    dependsOn: ['weakness'],
    positions: [says('commerce', 'affirms', undefined, '¶ 15'), says('developer', 'denies', 'Disputes the severity.', '¶ 16')],
    assessments: [
      { assessor: 'commerce', severity: 'not stated' },
      { assessor: 'developer', severity: 'lower than asserted' },
    ],
  });
  add('assertion', 'nexus', 'asserted', {
    ...base,
    statement: 'The risk comes from access by foreign nationals.',
    type: 'legal',
    assertedBy: ['commerce'],
    pinpoint: '¶ 15',
    models: ['fable', 'mythos'],
    dependsOn: ['immediate'],
    positions: [
      says('commerce', 'affirms', 'National security is the ground cited; no country, entity or end use is named in any text in hand.', '¶¶ 6, 15'),
      says('developer', 'no_position', 'Not reported as speaking to nationality.', '¶ 16'),
    ],
  });
  add('assertion', 'mythos-tested', 'asserted', {
    ...base,
    statement: 'Mythos 5 shows the weakness reported for Fable 5.',
    type: 'technical_capability',
    assertedBy: [],
    models: ['mythos'],
    positions: [says('commerce', 'no_position', 'No test of Mythos 5 is reported; the restriction names it all the same.', '¶ 6')],
    mayNotBeLeftOut: true,
  });
  add('assertion', 'no-evidence', 'asserted', {
    ...base,
    statement: 'The government provided no detailed technical evidence.',
    type: 'procedural',
    assertedBy: ['developer'],
    pinpoint: '¶ 16',
    models: ['restriction'],
    positions: [says('developer', 'affirms', undefined, '¶ 16')],
    watch: 'Export counsel',
    note: 'Goes stale the day anything arrives: watch it before any paper repeats it.',
  });
  add('assertion', 'warning-prompted', 'asserted', {
    ...base,
    statement: 'The warning of the cloud partner’s chief executive prompted the restriction.',
    type: 'factual_timeline',
    assertedBy: ['publication'],
    attribution: told('reportedly; helped trigger'),
    pinpoint: '¶ 3',
    models: ['restriction'],
    excludedFromFacts: true,
    positions: [says('cloud-partner', 'no_position')],
  });
  add('assertion', 'sought-ban', 'asserted', {
    ...base,
    statement: 'The cloud partner sought the broad restriction that was imposed.',
    type: 'motive',
    assertedBy: [],
    pinpoint: '¶ 33',
    models: ['cloud-partner', 'restriction'],
    excludedFromFacts: true,
    needsApproval: true,
    mayNotBeLeftOut: true,
    positions: [
      says('cloud-partner', 'no_position', 'No position reported.'),
      says('commerce', 'no_position', 'The administration determined the scope of its response, as reported.', '¶ 33'),
      says('developer', 'no_position', 'Has not alleged this.'),
    ],
  });
  add('assertion', 'advantage', 'asserted', {
    ...base,
    statement: 'The chief executive of the cloud partner sought advantage.',
    type: 'motive',
    assertedBy: [],
    attribution: told('no indication'),
    pinpoint: '¶ 43',
    models: ['cloud-chief'],
    excludedFromFacts: true,
    needsApproval: true,
    mayNotBeLeftOut: true,
    note: 'The concern reportedly rests on testing. This row speaks for the other side and is never dropped silently.',
  });
  add('assertion', 'pretext', 'contested', {
    ...base,
    statement: 'The decision rested on technical evidence alone.',
    type: 'motive',
    assertedBy: ['commerce'],
    pinpoint: '¶ 32',
    models: ['restriction'],
    excludedFromFacts: true,
    needsApproval: true,
    positions: [says('developer', 'denies', 'Questions whether the motive was purely technical.', '¶ 32'), says('critics', 'denies', 'Observers question it too; less weight.')],
    note: 'Background: earlier disputes over autonomous weapons and mass surveillance. It can be left out of a paper as a set.',
  });
  add('assertion', 'proportion', 'asserted', {
    ...base,
    statement: 'A ban on one company does little if equal systems exist elsewhere.',
    type: 'policy',
    assertedBy: ['critics'],
    models: ['restriction'],
    excludedFromFacts: true,
    dependsOn: ['uplift'],
    positions: [says('critics', 'affirms'), says('supporters', 'denies', 'The costs are justified if attacks become faster.')],
  });
  add('assertion', 'sweeping', 'asserted', {
    ...base,
    statement: 'It is one of the most sweeping interventions on a commercial system of this kind.',
    type: 'characterization',
    assertedBy: ['publication'],
    models: ['restriction'],
    excludedFromFacts: true,
  });
  add('assertion', 'harm', 'asserted', {
    ...base,
    statement: 'Customers lost access almost at once; research projects, developers and partnerships were hit.',
    type: 'impact',
    assertedBy: ['publication'],
    pinpoint: '¶ 26',
    models: ['restriction', 'switch-off'],
    positions: [says('developer', 'affirms')],
    note: 'No figure is given, and none is supplied. The other side will call part of it self-inflicted: the switch-off went beyond the bar.',
  });
  add('assertion', 'offering', 'asserted', {
    ...base,
    statement: 'The restriction could complicate a reported public offering.',
    type: 'impact',
    assertedBy: ['publication'],
    models: ['restriction'],
    excludedFromFacts: true,
    needsApproval: true,
    note: 'Stays “reported”. Material and not public: ask securities counsel before any paper mentions it.',
  });
  add('assertion', 'process', 'asserted', {
    ...base,
    statement: 'There was little transparency and little chance to challenge the evidence.',
    type: 'procedural',
    assertedBy: ['critics'],
    models: ['restriction'],
    dependsOn: ['no-evidence'],
    positions: [says('critics', 'affirms')],
  });
  furtherIssues(add, base);
}

/** What is said about it all: comment and policy, kept apart from the facts and never exported as one. */
function furtherIssues(add: Add, base: Pick<Fields, 'attribution' | 'via' | 'asserted'>): void {
  const comment = (id: string, statement: string, type: 'policy' | 'characterization', by: string[], models: string[], more: Partial<Fields> = {}) =>
    add('assertion', id, 'asserted', { ...base, statement, type, assertedBy: by, models, excludedFromFacts: true, ...more });
  comment('precaution', 'Officials may act before the threat is understood, and precaution has a cost of its own.', 'policy', ['publication'], ['restriction'], {
    dependsOn: ['immediate'],
  });
  comment('costs-justified', 'The costs are justified if attacks become faster.', 'policy', ['supporters'], ['restriction'], {
    positions: [says('supporters', 'affirms'), says('critics', 'denies')],
    note: 'The best case of the other side. A paper on proportion is not released without it.',
  });
  comment('military', 'Access to the models was treated as access to sensitive military technology is.', 'characterization', ['publication'], ['fable', 'mythos', 'restriction']);
  comment('everyone', 'The restriction reached everybody abroad, not named adversaries or organizations.', 'characterization', ['publication'], ['restriction'], {
    pinpoint: '¶ 6',
  });
  comment('outweighs', 'A warning by a company of that size outweighs an ordinary report.', 'characterization', ['publication'], ['cloud-partner'], {
    note: 'Why a report is given weight is explained on the finding; size alone is no reason.',
  });
  comment('own-systems', 'Others may build systems of their own, because such restrictions come with little notice.', 'policy', ['publication'], ['restriction']);
  comment('bypass', 'Executive orders, export controls and emergency powers pass by consultation and review.', 'policy', ['critics'], ['restriction']);
  comment('responsibility', 'The cloud partner carries a responsibility at the center of the industry.', 'characterization', ['publication'], ['cloud-partner']);
  comment('from-chips', 'Controls move from chips to the question who may use the intelligence.', 'policy', ['publication'], ['restriction', 'earlier-controls']);
  add('assertion', 'standard-of-proof', 'asserted', {
    ...base,
    statement: 'Evidence of a stated quality is needed before access is cut.',
    type: 'legal',
    assertedBy: ['critics'],
    models: ['restriction'],
    positions: [says('critics', 'affirms'), says('commerce', 'no_position')],
    watch: 'Export counsel',
    note: 'A question kept open: who sets the threshold, and what must be shown first.',
  });
}
