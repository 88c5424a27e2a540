import { counted } from './count.ts';

/** Words of the figures: what they find, in words, with their unit. */
export const figures = {
  note: 'Counted from what is recorded, on the day that the window shows. Every bar begins at nought.',
  chart: 'Bars',
  table: 'Table',
  showAs: (title: string) => `Show as: ${title}`,
  ageing: (count: number, longest: number | null) =>
    count === 0
      ? 'No answer is owed to us'
      : `${counted(count, 'request')} ${count === 1 ? 'waits' : 'wait'} for an answer${longest === null ? '' : `, the oldest for ${counted(longest, 'day')}`}`,
  ageingNote:
    'Days since we asked, for the oldest item of each request that was not answered in full. The mark is the day to ask again; past it the bar is amber and striped. Where the day of asking is not known there is no bar, and an open end means at least so many.',
  ageingHeads: ['Request', 'Whom we asked', 'Items open', 'Days'],
  itemsOf: (open: number, all: number) => `${open} of ${all}`,
  days: (words: string) => (/^\d+$/.test(words) ? counted(Number(words), 'day') : words === 'unknown' ? 'unknown' : `${words} days`),
  steps: (done: number, all: number) => (all === 0 ? 'No step is planned' : `${done} of ${counted(all, 'step')} ${done === 1 ? 'is' : 'are'} proved to be done`),
  stepsNote: 'Steps by how far they are. Only what somebody other than its owner verified, or what the risk of was accepted, counts as done.',
  stepsHeads: ['How far', 'Steps', 'Number'],
  burn: (open: number, all: number) => (all === 0 ? 'No step was planned' : `${counted(open, 'step')} of ${all.toLocaleString('en-US')} ${open === 1 ? 'is' : 'are'} still open`),
  burnNote: 'Steps not yet proved to be done, at the end of each day or week, as the journal tells it: what was planned later makes the bars longer again.',
  burnHeads: ['At the end of', 'Proved to be done', 'Still open'],
  gate: (met: number, all: number) =>
    all === 0 ? 'No condition for the return of access is set' : `${met} of ${counted(all, 'condition')} for the return of access ${met === 1 ? 'is' : 'are'} met`,
  gateNote: 'All of them must hold before access returns.',
  gateHeads: ['Condition', 'Records', 'Number'],
  met: 'Met',
  notMet: 'Not met',
  drill: (says: string, figure: string) => `${says}: ${figure}. Show what is behind it`,
  behind: (says: string) => `Behind “${says}”`,
  behindCount: (says: string, count: number) => `${says}: ${counted(count, 'record')}`,
  closeRows: 'Close',
  firstRows: (count: number) => `The first ${count} of them.`,
  noDate: 'no date',
  rowHeads: ['Number', 'Title', 'Due', 'State'],
  duties: (count: number, longest: number | null) =>
    count === 0
      ? 'No obligation of an order is open'
      : `${counted(count, 'obligation')} of orders that bind or may bind ${count === 1 ? 'is' : 'are'} open${longest === null ? '' : `, the oldest for ${counted(longest, 'day')}`}`,
  dutiesNote: 'Days since the order took effect and had reached us. Of alternatives each is open until one of them is done. Where neither day is known there is no bar.',
  dutiesHeads: ['Obligation', 'With', 'State', 'Days'],
  dutiesOver: (open: number, all: number) =>
    all === 0 ? 'No obligation was recorded' : `${open.toLocaleString('en-US')} of ${counted(all, 'obligation')} ${open === 1 ? 'is' : 'are'} neither done nor set aside`,
  dutiesOverNote:
    'At the end of each day or week, as the journal tells it; an alternative that was not chosen is set aside. What an order asked later makes the bars longer again.',
  dutiesOverHeads: ['At the end of', 'Done or set aside', 'Still open'],
  unknown: 'unknown',
  empty: 'Nothing is asked for, nothing is owed and nothing is planned.',
  emptyThen: 'Obligations of orders, requests for evidence and steps of remediation are counted here.',
} as const;
