import type { Act } from '../screen/offers.ts';
import type { KeptCommands } from '../../shared/contract/palette.ts';
import { fitting, likely, type Fit } from './fuzzy.ts';

/** How much likelier something is to be meant, as a share of what its name says: it decides between acts that fit about as well. */
const favours = { page: 0.06, pinned: 0.06, used: 0.04 } as const;

/** The most lines of each group, so that records stay in sight. */
const most = { page: 8, used: 5, rest: 8, likely: 6, guessed: 12 } as const;

/** Acts as the search window shows them. */
export interface Shown {
  /** With nothing typed: what can be done here, what is pinned, what was done last, and a few of the rest. */
  readonly page: readonly Fit<Act>[];
  readonly pinned: readonly Fit<Act>[];
  readonly used: readonly Fit<Act>[];
  /** With something typed: what it says, before the records; without: a few of all. */
  readonly best: readonly Fit<Act>[];
  /** What it might mean, after the records. */
  readonly guessed: readonly Fit<Act>[];
}

/** The acts that the search window shows for what was typed, each once: those of the page that is open, and all others. */
export function shownActs(typed: string, ofPage: readonly Act[], general: readonly Act[], kept: Pick<KeptCommands, 'pinned' | 'used'>): Shown {
  const all = new Map([...general, ...ofPage].map((act) => [act.id, act]));
  const here = new Set(ofPage.map((act) => act.id));
  if (typed.trim() !== '') {
    const [pinned, used] = [new Set(kept.pinned), new Set(kept.used)];
    const favour = ({ id }: Act): number => (here.has(id) ? favours.page : 0) + (pinned.has(id) ? favours.pinned : 0) + (used.has(id) ? favours.used : 0);
    // Of two with one name the one of the page is meant: it stands for what is open.
    const named = new Map([...all.values()].map((act) => [act.name, act]));
    const fits = fitting([...named.values()], typed, favour);
    const best = fits.filter(({ score }) => score >= likely).slice(0, most.likely);
    return { page: [], pinned: [], used: [], best, guessed: fits.filter((fit) => !best.includes(fit)).slice(0, most.guessed) };
  }
  const shown = new Set<string>();
  const take = (ids: readonly string[], at: number): readonly Fit<Act>[] =>
    ids
      .flatMap((id) => {
        const act = all.get(id);
        return act === undefined || shown.has(id) ? [] : [act];
      })
      .slice(0, at)
      .map((act) => {
        shown.add(act.id);
        return { act, score: 1, marks: [] };
      });
  const pins = new Set(kept.pinned);
  // A form has fifty fields and a record a dozen states: what has keys goes first, the rest is found by its name.
  const keyed = [...ofPage.filter((act) => act.key ?? act.keys), ...ofPage.filter((act) => !(act.key ?? act.keys))];
  return {
    page: take(
      keyed.map(({ id }) => id).filter((id) => !pins.has(id)),
      most.page,
    ),
    pinned: take(kept.pinned, kept.pinned.length),
    used: take(kept.used, most.used),
    best: take(
      general.map(({ id }) => id),
      most.rest,
    ),
    guessed: [],
  };
}
