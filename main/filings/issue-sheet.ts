import { assertion as kind } from '../../shared/records/kinds/assertion.ts';
import type { DateFact } from '../../shared/records/date-fact.ts';
import { inWords } from './paper-date.ts';
import { partyName, type Desk, type Of } from './desk.ts';
import type { IssueSheet, Run, Words } from './press/paper.ts';

type Assertion = Of<'assertion'>;
type Position = NonNullable<Assertion['fields']['positions']>[number];
type Assessment = NonNullable<Assertion['fields']['assessments']>[number];

const unnamed = 'A party not named here';

/** A disputed issue for the page: one column for each side and each further assessment. Severities stand side by side and are never merged. */
export function issueSheet(desk: Desk, one: Assertion): IssueSheet {
  const assessments = [...(one.fields.assessments ?? [])];
  const take = (party: string) =>
    assessments.splice(
      Math.max(
        0,
        assessments.findIndex((each) => each.assessor === party),
      ),
      assessments.some((each) => each.assessor === party) ? 1 : 0,
    )[0];
  const withPosition = (one.fields.positions ?? []).map((position) => side(desk, position.by, position, take(position.by)));
  return {
    number: one.number,
    status: kind.states[one.state as keyof typeof kind.states]?.label ?? one.state,
    statement: { text: one.fields.statement },
    sides: [...withPosition, ...assessments.map((assessment) => side(desk, assessment.assessor, undefined, assessment))],
    notes: notes(desk, one),
  };
}

function side(desk: Desk, party: string, position: Position | undefined, assessment: Assessment | undefined): IssueSheet['sides'][number] {
  const stances = kind.fields.positions.fields?.stance?.options ?? {};
  const told: Run[] = position?.attributed === undefined ? [] : [' (as told by ', { text: position.attributed }, ').'];
  return {
    party: partyName(desk, party) ?? unnamed,
    stance: position === undefined ? 'No position recorded' : (stances[position.stance] ?? position.stance),
    text: position?.text === undefined ? null : [{ text: told.length === 0 ? position.text : position.text.replace(/\.$/, '') }, ...told],
    severity: assessment === undefined ? null : severity(assessment),
    basis: assessment?.basis === undefined ? null : { text: assessment.basis },
    proof: proof(desk, [...(position?.evidence ?? []), ...(assessment?.evidence ?? [])]),
  };
}

const notStated = /^not stated/i;
function severity(one: Assessment): Words {
  const parts: Run[] = [
    one.severity === undefined || notStated.test(one.severity) ? { missing: 'not stated' } : { text: one.severity },
    ...(one.likelihood === undefined ? [] : ['; likelihood: ', { text: one.likelihood }]),
    ...(one.uplift === undefined || notStated.test(one.uplift) ? [] : ['; beyond what is available elsewhere: ', { text: one.uplift }]),
    ...(one.on === undefined || one.on.certainty === 'unknown' ? [] : [` (${inWords(one.on)})`]),
  ];
  return parts;
}

function proof(desk: Desk, evidence: NonNullable<Position['evidence']>): Words {
  const weights = { supports: '', contradicts: ' (against)', context: ' (context)' };
  const cited = evidence.flatMap((one): Run[][] => {
    const run = desk.cite.exhibit(one.item, one.pinpoint, true) ?? desk.cite.proof([one.item])[0];
    return run === undefined ? [] : [[run, weights[one.weight]]];
  });
  return cited.length === 0 ? { missing: 'None in hand' } : cited.flatMap((run, i) => (i === 0 ? run : ['; ', ...run]));
}

/** Rows under the sides: what the statement is known from, what was searched and compared, what came of it. */
function notes(desk: Desk, one: Assertion): IssueSheet['notes'] {
  const { attribution, resolution, onInformationAndBelief } = one.fields;
  const comparators = desk.shelf.linking('comparator', one.id, 'compared_for').map(({ fields }) => fields);
  const searches = desk.shelf.linking('search_record', one.id, 'searched_for').map(({ fields }) => fields);
  const levels = kind.fields.attribution.fields?.level?.options ?? {};
  const on = (date: DateFact | undefined) => (date === undefined ? 'an unrecorded date' : inWords(date));
  const known: Run[] =
    attribution === undefined
      ? []
      : [
          levels[attribution.level] ?? attribution.level,
          ...(attribution.outlet === undefined ? [] : [', ', { text: attribution.outlet }]),
          ...(attribution.hedge === undefined ? [] : [', which says ', { quote: attribution.hedge }]),
          ...desk.cite.after((one.fields.via ?? []).filter((id) => desk.shelf.get('evidence_item', id))),
          ...(['press', 'unnamed_source'].includes(attribution.level) ? ['. A report, not a finding.'] : ['.']),
        ];
  return [
    ...(known.length === 0 ? [] : [{ label: 'Known from', words: known }]),
    ...(onInformationAndBelief ? [{ label: 'Made', words: 'On information and belief.' }] : []),
    ...comparators.map((each) => ({
      label: 'Compared with',
      words: [
        { text: [each.system, each.version].filter((part) => part !== undefined).join(' ') },
        `, tested on ${on(each.tested)}`,
        ...(each.result === undefined ? [] : [': ', { text: each.result }]),
        ...desk.cite.after(each.evidence),
      ],
    })),
    ...searches.map((each) => ({
      label: 'Searched',
      words: [
        `As of ${on(each.on)}, a search of `,
        { text: each.sources.join(', ') || 'unrecorded sources' },
        ' for ',
        { quote: each.proposition },
        ' gave: ',
        { text: each.result },
        ...(each.limits === undefined ? [] : [' Limits: ', { text: each.limits }]),
      ],
    })),
    ...(resolution === undefined
      ? []
      : [
          {
            label: 'Outcome',
            words: [
              `${kind.fields.resolution.fields?.outcome?.options?.[resolution.outcome] ?? resolution.outcome}, by `,
              { text: resolution.by },
              ...(resolution.on === undefined ? [] : [`, ${inWords(resolution.on)}`]),
              ...desk.cite.after(resolution.source),
              '.',
            ],
          },
        ]),
  ];
}
