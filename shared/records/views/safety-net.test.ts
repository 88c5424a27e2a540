import { expect, test } from 'vitest';
import { dated, reported } from './sample-records.test-support.ts';
import { safetyNet } from './safety-net.ts';

const today = '2026-11-24';
const all = { cases: dated('case'), orders: dated('order'), deadlines: dated('deadline') };
const net = ({ cases, orders, deadlines }: typeof all, day = today) => safetyNet(cases, orders, deadlines, day);
const answering = (about: string, until?: string) =>
  all.cases.map((one) => ({ ...one, fields: { ...one.fields, netAnswers: [{ about, reason: 'It follows the appeal.', ...(until !== undefined && { until }) }] } }));

test('an open obligation without an open deadline is raised by the number of its order and its own', () => {
  const found = net(all).filter(({ why }) => why === 'no-next-date');
  expect(found.length).toBeGreaterThan(0);
  const [first] = found;
  const order = all.orders.find(({ number }) => first?.about.startsWith(`${number} `));
  const obligation = order?.fields.obligations?.find(({ number }) => first?.about.endsWith(` ${number}`));
  expect(obligation).toMatchObject({ text: first?.words });
  expect(['open', 'in_progress', 'not_chosen']).toContain(obligation?.state);
});

test('a deadline behind it takes it off, and closing that deadline puts it back', () => {
  const held = all.orders.flatMap((order) =>
    (order.fields.obligations ?? [])
      .filter(({ due, state }) => due !== undefined && ['open', 'in_progress'].includes(state))
      .map(({ number, due }) => ({ about: `${order.number} ${number}`, due })),
  );
  const one = held.find(({ due }) => all.deadlines.some(({ id, state }) => id === due && state === 'active'));
  if (one === undefined) throw new Error('the sample has an obligation with a running deadline');
  const raised = (deadlines: typeof all.deadlines) => net({ ...all, deadlines }).some(({ about }) => about === one.about);
  expect(raised(all.deadlines)).toBe(false);
  expect(raised(all.deadlines.map((each) => (each.id === one.due ? { ...each, state: 'met' } : each)))).toBe(true);
});

test('a running date that a rule counts from an event which nothing proves is raised, an entered date is not', () => {
  const running = all.deadlines.find(({ state, fields }) => state === 'active' && fields.method === 'rule' && (fields.trigger?.evidence ?? []).length > 0);
  if (running === undefined) throw new Error('the sample has one');
  const raised = (fields: typeof running.fields) =>
    net({ ...all, deadlines: all.deadlines.map((each) => (each.id === running.id ? { ...each, fields } : each)) }).some(({ about }) => about === running.number);
  const { evidence: _evidence, ...bare } = running.fields.trigger ?? {};
  expect(raised(running.fields)).toBe(false);
  expect(raised({ ...running.fields, trigger: bare })).toBe(true);
  expect(raised({ ...running.fields, trigger: bare, method: 'manual' })).toBe(false);
});

test('a case under an order in force whose last deadline is closed is raised; a case without orders is not', () => {
  const closed = all.deadlines.map((one) => ({ ...one, state: 'met' }));
  const raised = (orders: typeof all.orders) => net({ ...all, orders, deadlines: closed }).filter(({ why }) => why === 'no-open-deadline');
  expect(raised(all.orders)).toMatchObject([{ about: all.cases[0]?.number, answerIn: all.cases[0]?.number }]);
  expect(raised([])).toEqual([]);
});

test('an answer with its reason takes it off until the day on which the case looks again', () => {
  const about = net(all)[0]?.about ?? '';
  const raised = (cases: typeof all.cases, day = today) => net({ ...all, cases }, day).some((one) => one.about === about);
  expect(raised(all.cases)).toBe(true);
  expect(raised(answering(about))).toBe(false);
  expect(raised(answering(about, '2026-12-01'))).toBe(false);
  expect(raised(answering(about, '2026-12-01'), '2026-12-01')).toBe(true);
  expect(raised(answering('ORD-999 OB-1'))).toBe(true);
});

test('in the reported case, whose orders give no date, every open obligation is raised', () => {
  const found = safetyNet(reported('case'), reported('order'), reported('deadline'), today);
  expect(found.filter(({ why }) => why === 'no-next-date').length).toBeGreaterThanOrEqual(1);
});
