import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { operation, type VaultEnd, type WindowEnd } from '../../shared/contract/wire.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { asking } from '../../renderer/ask.ts';
import { pack, unpack } from '../window/packed.ts';
import { counted } from './activity.ts';
import { printOf } from './print-of.ts';
import { checked, serve, type Handlers } from './serve.ts';

const contract = {
  twice: operation(z.strictObject({ n: z.int() }), z.strictObject({ n: z.int() })),
  turned: operation(z.strictObject({ bytes: z.instanceof(Uint8Array) }), z.strictObject({ bytes: z.instanceof(Uint8Array) })),
  steps: operation(z.strictObject({ of: z.int() }), z.strictObject({ done: z.int() }), z.int()),
  forever: operation(z.strictObject({}), z.strictObject({})),
  rows: operation(z.strictObject({ rows: z.array(z.string()).readonly() }), z.strictObject({})),
  locked: operation(z.strictObject({}), z.strictObject({})),
  broken: operation(z.strictObject({}), z.strictObject({})),
};
const faults: { readonly bug: unknown; readonly name: string }[] = [];
const handlers: Handlers<typeof contract> = {
  twice: ({ n }) => ({ n: n * 2 }),
  turned: ({ bytes }) => ({ bytes: bytes.slice().reverse() }),
  steps: async ({ of }, { tell }) => {
    for (let step = 1; step <= of; step++) tell(step);
    return { done: of };
  },
  forever: (_question, { signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
  rows: () => ({}),
  locked: () => refuse({ code: 'vault-locked' }),
  broken: () => {
    throw new RangeError('words of a case');
  },
};

interface Pair {
  readonly vault: VaultEnd;
  readonly window: WindowEnd;
  close(): void;
}

/** A real channel, which copies as Electron's ports do. */
function channel(): Pair {
  const { port1, port2 } = new MessageChannel();
  return {
    vault: { post: (message) => port1.postMessage(message), listen: (listener) => void port1.on('message', listener) },
    window: { post: (message) => port2.postMessage(message), listen: (listener) => void port2.on('message', listener) },
    close: () => port1.close(),
  };
}

/** A pipe that carries text, as to the Chromium host. */
function pipe(): Pair {
  const heard: { vault?: (message: unknown) => void; window?: (message: never) => void } = {};
  return {
    // Proof of the cast: the other end is `serve`, which says what the window's end hears.
    vault: { post: (message) => queueMicrotask(() => heard.window?.(unpack(pack(message)) as never)), listen: (listener) => void (heard.vault = listener) },
    window: { post: (message) => queueMicrotask(() => heard.vault?.(unpack(pack(message)))), listen: (listener) => void (heard.window = listener) },
    close: () => {},
  };
}

describe.each([
  ['a MessagePort', channel],
  ['a pipe of text', pipe],
] as const)('over %s', (_name, make) => {
  let close = () => {};
  afterEach(() => close());
  const start = (served: Handlers<typeof contract> = handlers) => {
    const pair = make();
    close = pair.close;
    faults.length = 0;
    const stop = serve(contract, served, pair.vault, (bug, name) => {
      faults.push({ bug, name });
      return 'ref-1';
    });
    return { ...asking<typeof contract>(pair.window), stop, pair };
  };

  test('a question is answered, also many at once', async () => {
    const { ask } = start();
    expect(await Promise.all([1, 2, 3].map((n) => ask('twice', { n })))).toEqual([2, 4, 6].map((n) => ({ ok: true, reply: { n } })));
  });

  test('an answer that is held already is not sent again, another one is', async () => {
    let n = 1;
    const { renew } = start({ ...handlers, twice: () => ({ n }) });
    const first = await renew('twice', { n: 1 }, '');
    const print = first.same ? '' : first.print;
    expect(first).toMatchObject({ same: false, answer: { ok: true, reply: { n: 1 } } });
    expect(await renew('twice', { n: 1 }, print)).toEqual({ same: true });
    n = 2;
    expect(await renew('twice', { n: 1 }, print)).toMatchObject({ same: false, answer: { ok: true, reply: { n: 2 } } });
    // A failure is told each time, and bytes have no print.
    for (const known of ['', print]) expect(await renew('locked', {}, known)).toEqual({ same: false, answer: { ok: false, failure: { code: 'vault-locked' } }, print: '' });
    expect(await renew('turned', { bytes: Uint8Array.of(1) }, print)).toMatchObject({ same: false, print: '' });
  });

  test('bytes cross as bytes', async () => {
    const answer = await start().ask('turned', { bytes: Uint8Array.of(0, 128, 255) });
    expect(answer.ok && [...answer.reply.bytes]).toEqual([255, 128, 0]);
    expect(answer.ok && answer.reply.bytes).toBeInstanceOf(Uint8Array);
  });

  test('progress is told before the answer', async () => {
    const told: number[] = [];
    expect(await start().ask('steps', { of: 3 }, { onProgress: (step) => told.push(step) })).toEqual({ ok: true, reply: { done: 3 } });
    expect(told).toEqual([1, 2, 3]);
  });

  test('work that is cancelled by the window, or by the end of serving, answers so', async () => {
    const { ask, stop } = start();
    const controller = new AbortController();
    const one = ask('forever', {}, { signal: controller.signal });
    controller.abort();
    expect(await one).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect(await ask('forever', {}, { signal: AbortSignal.abort() })).toEqual({ ok: false, failure: { code: 'cancelled' } });
    const two = ask('forever', {});
    await ask('twice', { n: 1 });
    stop();
    expect(await two).toEqual({ ok: false, failure: { code: 'cancelled' } });
  });

  test('what is taken back before its turn is not begun, and what waits behind it is', async () => {
    const begun: number[] = [];
    const { ask } = start({
      ...handlers,
      twice: ({ n }) => {
        begun.push(n);
        return { n: n * 2 };
      },
    });
    const stops = Array.from({ length: 5 }, () => new AbortController());
    const asked = stops.map(({ signal }, n) => ask('twice', { n }, { signal }));
    // As somebody types: each letter takes back the question of the one before.
    for (const stop of stops.slice(0, -1)) stop.abort();
    const answers = await Promise.all(asked);
    expect(answers.at(-1)).toEqual({ ok: true, reply: { n: 8 } });
    expect(begun.at(-1)).toBe(4);
    expect(begun.length).toBeLessThan(5);
    for (const [n, answer] of answers.entries()) if (!begun.includes(n)) expect(answer).toEqual({ ok: false, failure: { code: 'cancelled' } });
  });

  test('a failure crosses as data, a bug as a reference without its words', async () => {
    const { ask } = start();
    expect(await ask('locked', {})).toEqual({ ok: false, failure: { code: 'vault-locked' } });
    const broken = await ask('broken', {});
    expect(broken).toEqual({ ok: false, failure: { code: 'unexpected', reference: 'ref-1' } });
    expect(faults).toMatchObject([{ name: 'broken' }]);
  });

  test('a question of a wrong shape, an unknown field and an unknown name are refused by name', async () => {
    const { ask } = start();
    // Proof of the casts: they are wrong on purpose.
    expect(await ask('twice', { n: 'x' } as never)).toMatchObject({ ok: false, failure: { code: 'question-malformed', operation: 'twice', field: 'n' } });
    expect(await ask('twice', { n: 1, more: 2 } as never)).toMatchObject({ ok: false, failure: { code: 'question-malformed' } });
    for (const name of ['nothing', 'toString', '__proto__', 'constructor'])
      expect(await ask(name as never, {} as never), name).toMatchObject({ ok: false, failure: { code: 'question-malformed' } });
  });

  test('bytes in the place of a list that may not change are refused, and what is asked next is answered', async () => {
    const { ask } = start();
    // Proof of the cast: it is wrong on purpose.
    expect(await ask('rows', { rows: new Uint8Array(8) } as never)).toMatchObject({ ok: false, failure: { code: 'question-malformed', operation: 'rows' } });
    expect(await ask('twice', { n: 4 })).toEqual({ ok: true, reply: { n: 8 } });
  });

  test('noise on the port is passed over', async () => {
    const { ask, pair } = start();
    for (const noise of [null, 1, 'x', {}, { t: 'ask' }, { t: 'ask', id: 'x', name: 'twice', question: {} }, { t: 'cancel', id: 99 }]) pair.window.post(noise as never);
    expect(await ask('twice', { n: 4 })).toEqual({ ok: true, reply: { n: 8 } });
  });

  test('a reply that breaks the contract is a bug where replies are checked', async () => {
    const wrong = { ...handlers, twice: () => ({ n: 0.5 }) };
    expect(await start(checked(contract, wrong)).ask('twice', { n: 1 })).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
  });
});

test('calm comes when nothing was asked for a while, and never later than it may', async () => {
  const { handlers: counting, activity } = counted(handlers, ['locked']);
  const work = { signal: new AbortController().signal, tell: () => {} };
  await activity.calm(30, 500);
  expect(activity.running()).toBe(0);
  const open = Promise.resolve(counting.forever({}, work)).catch(() => {});
  expect(activity.running()).toBe(1);
  const before = performance.now();
  await activity.calm(30, 100);
  await activity.idle(100);
  expect(performance.now() - before).toBeGreaterThan(150);
  void open;
});

test('two lists that say the same have one print at whatever entry they were read; a record read at another entry is another answer', () => {
  expect(printOf('records.list', { rows: ['a'], seq: 1 })).toBe(printOf('records.list', { rows: ['a'], seq: 2 }));
  expect(printOf('records.list', { rows: ['a'], seq: 1 })).not.toBe(printOf('records.list', { rows: ['b'], seq: 1 }));
  expect(printOf('records.get', { record: 'a', seq: 1 })).not.toBe(printOf('records.get', { record: 'a', seq: 2 }));
});
