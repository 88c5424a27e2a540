import { accessStates, restrictedModel } from '../../shared/records/kinds/restricted-model.ts';
import { surfaces } from '../../shared/records/parts/activities.ts';
import { datesAhead, deadlineParts, deadlinesOf, noDeadlines } from './deadlines.ts';
import { count, listed, lower, type Desk, type Of } from './desk.ts';
import { furniture } from './furniture.ts';
import { issuesOf } from './issues.ts';
import { obligationCounts, obligationRows } from './obligations.ts';
import { cellDate } from './paper-date.ts';
import type { Fact, Paragraph, RequestRow, Run, Sign, StatusReportData } from './press/paper.ts';
import { gateRows, plansOf, remediationAccount, stepRows } from './remediation.ts';
import { isOurs, requestRows, requestsOf } from './requests.ts';
import { signatures } from './signatures.ts';
import { statements } from './statements.ts';

type Access = NonNullable<Of<'restricted_model'>['fields']['access']>[number];

/** Where the model stands: access, obligations, requests, deadlines, disputed issues and the gate before access returns. */
export function statusReport(desk: Desk): StatusReportData {
  const requests = requestsOf(desk);
  const deadlines = deadlinesOf(desk, requests);
  const plans = plansOf(desk);
  const rows = requestRows(desk, requests);
  const ours = requestRows(desk, requests.filter(isOurs));
  const data = {
    account: [...account(desk), ...statements(desk)],
    access: accessMatrix(desk),
    obligations: obligationRows(desk),
    ...deadlineParts(desk, deadlines),
    noDeadlines: noDeadlines(desk),
    requestAccount: requestAccount(ours),
    requests: rows,
    issues: issuesOf(desk),
    remediationAccount: remediationAccount(desk, plans),
    steps: stepRows(desk, plans),
    gate: gateRows(desk, plans),
    limits: limits(desk),
  };
  return { ...data, ...signatures(desk), filing: furniture(desk, `As of ${desk.todayWords}`, glance(desk, deadlines, ours, data.gate)), exhibits: desk.cite.table() };
}

function glance(desk: Desk, deadlines: readonly Of<'deadline'>[], requests: readonly RequestRow[], gate: StatusReportData['gate']): Fact[] {
  const counts = obligationCounts(desk);
  const owed = requests.filter((row) => row.answer.sign === 'none' || row.answer.sign === 'part').length;
  const open = gate.filter((row) => row.state.sign !== 'done' && row.state.sign !== 'none').length;
  return [
    ['State', [{ text: desk.model.fields.name }, `: ${lower(modelState(desk))}.`]],
    ['Obligations', counts.all === 0 ? { missing: 'None is recorded.' } : `${count(counts.all, 'obligation', 'obligations')}, of which ${String(counts.open)} open.`],
    ...(requests.length === 0 ? [] : [['Owed to us', `${String(owed)} of ${count(requests.length, 'item', 'items')} asked for.`] satisfies Fact]),
    ...(gate.length === 0 ? [] : [['Return of access', `${String(open)} of ${count(gate.length, 'condition', 'conditions')} not met.`] satisfies Fact]),
    ...datesAhead(desk, deadlines),
  ];
}

const modelState = (desk: Desk) => restrictedModel.states[desk.model.state as keyof typeof restrictedModel.states]?.label ?? desk.model.state;

function account(desk: Desk): Paragraph[] {
  const rows = desk.model.fields.access ?? [];
  const groups: readonly (readonly [readonly Access['state'][], string])[] = [
    [['disabled'], 'off'],
    [['identity_gated', 'geo_restricted'], 'limited'],
    [['enabled'], 'on'],
    [['undetermined'], 'undetermined'],
    [['not_offered'], 'not offered'],
  ];
  const counted = groups.flatMap(([states, words]) => {
    const n = rows.filter((row) => states.includes(row.state)).length;
    return n === 0 ? [] : [`${String(n)} ${n === 1 ? 'is' : 'are'} ${words}`];
  });
  const summary: Run[] = [
    `On ${desk.todayWords} the state of `,
    { text: desk.model.fields.name },
    ` is: ${lower(modelState(desk))}`,
    ...desk.cite.after(desk.model.fields.stateProof),
    '. ',
    rows.length === 0 ? { missing: 'No row of access is recorded.' } : `Of ${count(rows.length, 'recorded row', 'recorded rows')} of version and surface, ${listed(counted)}.`,
  ];
  return [summary];
}

const accessSigns: Readonly<Record<Access['state'], Sign>> = {
  enabled: 'open',
  identity_gated: 'part',
  geo_restricted: 'part',
  disabled: 'done',
  undetermined: 'late',
  not_offered: 'none',
};

/** Every version against every surface that any version has: what nobody recorded stands there as not recorded. */
function accessMatrix(desk: Desk): StatusReportData['access'] {
  const rows = desk.model.fields.access ?? [];
  const versions = [...new Set([...(desk.model.fields.versions ?? []).map((one) => one.label), ...rows.map((row) => row.version)])];
  const used = [...new Set(rows.map((row) => row.surface))];
  return versions.flatMap((version) =>
    used.flatMap((surface): StatusReportData['access'] => {
      const found = rows.filter((row) => row.version === version && row.surface === surface);
      if (found.length === 0)
        return [{ version, surface: surfaces[surface], reach: { missing: 'not recorded' }, state: { sign: 'open', words: 'Not recorded' }, since: { words: '—' }, proof: [] }];
      return found.map((row) => ({
        version,
        surface: surfaces[surface],
        reach: [
          row.audience === undefined ? { missing: 'not recorded' } : { text: row.audience },
          ...(row.identityCheck === 'no' ? ['; no identity check'] : row.identityCheck === 'unknown' ? ['; identity check unknown'] : []),
        ],
        state: { sign: accessSigns[row.state], words: accessStates[row.state] },
        since: cellDate(row.since),
        proof: desk.cite.proof(row.proof),
      }));
    }),
  );
}

function requestAccount(ours: readonly RequestRow[]): Paragraph[] {
  if (ours.length === 0) return [['No request of ours for evidence is recorded.']];
  const silent = ours.filter((row) => row.answer.words === 'No answer').length;
  return [
    [
      `${count(ours.length, 'item was', 'items were')} asked for. ${silent === 0 ? 'Every one has an answer of some kind.' : `On ${String(silent)} of them nothing has been said; silence is recorded as silence, with its age.`}`,
    ],
  ];
}

function limits(desk: Desk): Paragraph[] {
  return [
    [
      `This report says what is known on ${desk.todayWords}. Where a date is not known the paper says `,
      { em: 'unknown' },
      ', ',
      { em: 'about' },
      ' or ',
      { em: 'disputed' },
      '; no date is estimated.',
    ],
    ['What rests on a press report or on unnamed sources stands with its source and is not stated as fact. Severities are those of each assessor and are not averaged.'],
  ];
}
