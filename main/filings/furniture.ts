import { reviewOf } from '../../shared/records/approvals.ts';
import { filingApprovals } from '../../shared/records/kinds/filing-guards.ts';
import { instruments } from '../../shared/records/kinds/order-fields.ts';
import { listed, partyName, type Desk } from './desk.ts';
import { reviewWords } from './review.ts';
import type { Fact, Furniture, Run } from './press/paper.ts';

/** Every page of an internal paper bears it (domain.md §7 U2). */
const internalBanner = 'INTERNAL – PRIVILEGED DRAFT';

/** The first page and what stands on every page. */
export function furniture(desk: Desk, subtitle: string, glance: readonly Fact[]): Furniture {
  const { filing, profile, recipient } = desk;
  const markings = filing?.fields.markings ?? [];
  return {
    number: filing?.number ?? null,
    revision: filing === undefined ? null : (filing.fields.outputs ?? []).length + 1,
    // Every page says whose copy it is: one that is found alone does too.
    running: forWhom(desk.model.fields.name, recipient),
    marking:
      profile === 'internal'
        ? {
            banner: internalBanner,
            legend: [
              ...markings.map((words) => ({ text: words })),
              ...(recipient === undefined ? [] : [['For ', { text: recipient }, ', and for nobody else.']]),
              'Made for counsel from the records of the case, privileged ones and our own reading among them. Nothing here has been approved for anybody outside.',
            ],
          }
        : { banner: markings.length === 0 ? null : markings.join(' · '), legend: [] },
    subtitle,
    caption: { ...forum(desk), opening: 'In the Matter of', parties: captionParties(desk), refs: refs(desk) },
    glance: [...(recipient === undefined ? [] : [['Prepared for', [{ text: recipient }]] satisfies Fact]), ...glance, ...review(desk)],
  };
}

/** What is pressed from a sample bears it on every page, before any other marking: somebody may find it without its vault. */
export const markedAsSample = (own: Furniture): Furniture => ({
  ...own,
  marking: { ...own.marking, banner: own.marking.banner === null ? 'SAMPLE' : `SAMPLE · ${own.marking.banner}` },
});

/** What stands in the head of every page, with the name of whoever the paper is for. */
export const forWhom = (running: string, recipient: string | undefined): string => (recipient === undefined ? running : `${running} · for ${recipient}`);

function forum({ shelf, filing }: Desk): Pick<Furniture['caption'], 'forum' | 'offices'> {
  const to = (filing?.fields.to ?? []).flatMap((id) => shelf.get('party', id) ?? []);
  const first = to[0];
  if (first === undefined) return { forum: null, offices: [] };
  const above = shelf.get('party', first.fields.partOf);
  const names = to.map((party) => party.fields.name);
  return above === undefined ? { forum: first.fields.name, offices: names.slice(1) } : { forum: above.fields.name, offices: names };
}

function captionParties(desk: Desk): Furniture['caption']['parties'] {
  const developer = partyName(desk, desk.model.fields.developer);
  return [{ name: desk.model.fields.name, role: 'an artificial-intelligence model' }, ...(developer === undefined ? [] : [{ name: developer }])];
}

function refs({ filing, orders }: Desk): Fact[] {
  const own = (filing?.fields.caption ?? []).map((line): Fact => [line.name, [{ text: line.value }]]);
  const instrument: Fact[] =
    orders.length === 0
      ? []
      : [
          [
            orders.length === 1 ? 'Instrument' : 'Instruments',
            orders.flatMap((order, i): Run[] => [...(i === 0 ? [] : ['; ']), { text: order.number }, `, ${lowerInstrument(order.fields.instrument)}`]),
          ],
        ];
  const dockets = [...new Set([...(filing?.fields.docketNumber === undefined ? [] : [filing.fields.docketNumber]), ...orders.flatMap((order) => order.fields.docketNumber ?? [])])];
  return [...own, ...instrument, ...(dockets.length === 0 ? [] : [['Docket', [{ text: listed(dockets) }]] satisfies Fact])];
}

const lowerInstrument = (name: keyof typeof instruments) =>
  name === 'unknown'
    ? 'form unknown'
    : instruments[name].startsWith('Order') || !/^[A-Z]{2}/.test(instruments[name])
      ? instruments[name].charAt(0).toLowerCase() + instruments[name].slice(1)
      : instruments[name];

/** Who stood behind the paper. */
function review({ filing, shelf, profile }: Desk): Fact[] {
  const words = filing === undefined ? null : reviewWords(reviewOf(filing, filingApprovals, shelf.seeing), profile);
  return words === null ? [] : [['Review', words]];
}
