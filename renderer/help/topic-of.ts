import { kindNames, kindNamed } from '../../shared/records/kinds.ts';
import { viewOf } from '../pages/analysis/views.ts';
import type { Route } from '../screen/route.ts';

/** The help on one record of a kind, where it has some of its own. */
const ofRecord: Readonly<Record<string, string>> = {
  restricted_model: 'model',
  order: 'order',
  deadline: 'deadline',
  evidence_request: 'request',
  evidence_item: 'exhibit',
  remediation_plan: 'plan',
  remediation_step: 'plan',
  restore_criterion: 'plan',
  assertion: 'disputed-issues',
  filing: 'filing',
  release: 'filings',
  party: 'parties',
  communication: 'communications',
  legal_hold: 'holds',
  decision: 'decisions',
  note: 'notes',
  chronology_event: 'chronology',
  employment_action: 'employment',
  access_determination: 'people-sealed',
  person: 'people-sealed',
  roster: 'people-sealed',
  screening: 'screen',
  scope_rule: 'reach',
  ambiguity: 'reach',
  audience: 'access',
};
/** The help on the list of a kind, where it has a page of its own. */
const ofList: Readonly<Record<string, string>> = {
  restricted_model: 'models',
  order: 'orders',
  deadline: 'deadlines',
  remediation_plan: 'remediation',
  assertion: 'disputed-issues',
  party: 'parties',
  communication: 'communications',
  legal_hold: 'holds',
  decision: 'decisions',
  note: 'notes',
  chronology_event: 'chronology',
};
const kindOfPrefix: Readonly<Record<string, string>> = Object.fromEntries(kindNames.map((kind) => [kindNamed(kind)?.prefix ?? '', kind]));

/** The topic of help on a page: what F1 opens there. Every page has one. */
export function topicOf(route: Route): string {
  switch (route.page) {
    case 'analysis':
      return `analysis-${viewOf(route.view)}`;
    case 'list':
      return ofList[route.kind] ?? 'list';
    case 'record':
      if (route.tab === 'history') return 'history';
      if (route.tab === 'reach') return 'reach';
      return ofRecord[kindOfPrefix[route.number.split('-')[0] ?? ''] ?? ''] ?? 'record';
    case 'edit':
    case 'new':
      return 'form';
    case 'press':
      return 'make-a-pdf';
    case 'help':
      return route.topic ?? 'first-hour';
    case 'import':
    case 'screen':
    case 'docket':
    case 'history':
    case 'requests':
    case 'evidence':
    case 'filings':
    case 'settings':
    case 'search':
    case 'moved':
    case 'reach':
    case 'access':
    case 'unfinished':
    case 'removed':
    case 'network':
    case 'diagnostics':
      return route.page;
  }
}
