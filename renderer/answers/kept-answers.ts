import { useScreen } from '../screen/screen.ts';

/** What the records alone decide, and the day: asked again at the same entry it is answered the same. */
const kept: ReadonlySet<string> = new Set([
  'records.list',
  'records.numbers',
  'records.history',
  'records.whole',
  'records.get',
  'records.stateChanges',
  'records.graph',
  'deadlines.raised',
  'docket.fitting',
  'requests.lines',
  'scope.status',
  'scope.access',
]);
/** What changes nothing that an answer could depend on. Everything else may: whatever is not named here lets go of all answers. */
export const harmless: ReadonlySet<string> = new Set([
  ...kept,
  'session.state',
  'people.list',
  'approvals.of',
  'records.workingSet',
  'records.changesSince',
  'records.search',
  'records.rows',
  'records.several',
  'records.sealed',
  'records.erasure',
  'records.removed',
  'records.earlier',
  'records.mayMove',
  'records.past',
  'drafts.all',
  'drafts.read',
  'drafts.save',
  'drafts.discard',
  'dates.read',
  'deadline.rules',
  'deadline.compute',
  'deadline.moved',
  'evidence.text',
  'evidence.page',
  'evidence.unread',
  'settings.read',
  'reminders.missed',
  'reminders.acknowledge',
  'settings.fixed',
  'diagnostics.read',
  'backups.state',
  'views.read',
  'filters.read',
  'filters.save',
  'filters.choose',
  'looked.read',
  'palette.read',
  'palette.save',
  'place.read',
  'place.save',
  'window.act',
  'filings.preflight',
  'exchange.previewList',
  'filings.preview',
  'filings.previewPage',
  'print.page',
  'scope.reach',
  'screening.differing',
  'roster.due',
]);
/** Answers that are kept at most, oldest gone first: the pages between which one goes to and fro. */
const most = 40;

/** An answer with its print, by which it is seen whether another comes to the same. */
export interface Kept<R> {
  readonly reply: R;
  readonly print: string;
}

let turn = 0;
const answers = new Map<string, Kept<unknown>>();
const placeOf = (key: string): string => {
  const { seq, session } = useScreen.getState();
  return `${seq} ${session?.today} ${session?.zone} ${key}`;
};

/** The answer that was given to this question at this very entry and day, so that a page one comes back to stands at once; undefined where there is none. */
export const keptAnswer = (name: string, key: string): Kept<unknown> | undefined => (kept.has(name) ? answers.get(placeOf(`${name} ${key}`)) : undefined);

/** Gives what keeps the answer to a question that is asked now. One that was on its way while something may have changed is not kept. */
export function answerKeeper(name: string, key: string): (good: Kept<unknown>) => void {
  if (!kept.has(name)) return () => {};
  const [place, asked] = [placeOf(`${name} ${key}`), turn];
  return (good) => {
    if (asked !== turn) return;
    answers.delete(place);
    answers.set(place, good);
    if (answers.size > most) answers.delete(answers.keys().next().value ?? '');
  };
}

/** To be called before and after each question: lets go of all answers where it may change something. */
export function letGoBy(name: string): void {
  if (!harmless.has(name)) letGo();
}
/** Lets go of all answers: somebody asks for them anew. */
export function letGo(): void {
  turn++;
  answers.clear();
}
