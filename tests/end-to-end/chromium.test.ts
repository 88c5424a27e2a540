import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { askedPage, askPage } from './ask-page.ts';
import { notes, passphrase, person, sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium, type ChromiumApp } from './start-chromium.ts';
import { unless } from './unless.ts';

const missing = noChromium();
const test = unless(missing);

let app: ChromiumApp;
beforeAll(async () => {
  if (missing) return;
  const places = freshPlaces();
  await sampleVault(places.vaults, places.state, (records) => notes(records, 3, 'ordinary'));
  app = await startChromium(places, 'installed');
});
afterAll(() => app?.stop());

const open = async () => {
  const { recent } = await askedPage(app.page(), 'session.state', {});
  return askPage(app.page(), 'session.open', { vault: recent[0]?.token ?? '', passphrase });
};

test('a vault in the folder of vaults is listed by name and a token, and opens with its passphrase', async () => {
  const state = await askedPage(app.page(), 'session.state', {});
  expect(state).toMatchObject({ phase: 'closed', host: 'chromium', lockedBecause: null, recent: [{ name: 'Sample' }] });
  expect(JSON.stringify(state)).not.toContain(app.folder);
  expect(await askPage(app.page(), 'records.list', {})).toEqual({ ok: false, failure: { code: 'vault-locked' } });
  expect(await askPage(app.page(), 'session.open', { vault: state.recent[0]?.token ?? '', passphrase: 'something else entirely 99' })).toMatchObject({
    failure: { code: 'wrong-passphrase' },
  });
  expect(await open()).toMatchObject({ ok: true, reply: { phase: 'open', vault: { name: 'Sample', person, readOnly: null, freshness: 'fresh' } } });
  expect((await askedPage(app.page(), 'records.list', { kind: 'note' })).total).toBe(3);
});

test('locking starts another vault process and another page, which know nothing', async () => {
  const [page, vault] = [app.page(), app.host.vaultPid()];
  await askedPage(page, 'drafts.save', { form: 'note', record: null, body: { title: 'half' } });
  void askPage(page, 'session.lock', { because: 'asked' }).catch(() => {});
  await expect.poll(() => app.page() !== page && app.host.vaultPid() !== vault, { timeout: 15_000 }).toBe(true);
  expect(await askedPage(app.page(), 'session.state', {})).toMatchObject({ phase: 'closed', vault: null, lockedBecause: 'asked' });
  expect(() => process.kill(vault, 0)).toThrow();
  expect(page.isClosed()).toBe(true);
  await open();
  expect(await askedPage(app.page(), 'drafts.read', { form: 'note', record: null })).toMatchObject({ body: { title: 'half' } });
});

test('a vault process that dies shows the unlock page with the reason, and what was acknowledged is there', async () => {
  const { number } = await askedPage(app.page(), 'records.create', { kind: 'note', caseId: null, fields: { title: 'acknowledged', type: 'note', body: 'x' } });
  const [page, vault] = [app.page(), app.host.vaultPid()];
  process.kill(vault, 'SIGKILL');
  await expect.poll(() => app.page() !== page && app.host.vaultPid() !== vault, { timeout: 15_000 }).toBe(true);
  expect(await askedPage(app.page(), 'session.state', {})).toMatchObject({ phase: 'closed', lockedBecause: 'crashed' });
  await open();
  expect((await askedPage(app.page(), 'records.get', { number })).record.fields['title']).toBe('acknowledged');
});

test('a file goes through the door in pieces and is taken in', async () => {
  const bytes = new TextEncoder().encode('The order was served on 12 June. '.repeat(1000));
  const half = bytes.length >> 1;
  const cases = await askedPage(app.page(), 'records.list', { kind: 'case' });
  expect(await askedPage(app.page(), 'evidence.chunk', { upload: 'u1', name: 'served.txt', at: 0, bytes: bytes.slice(0, half), end: false })).toBeNull();
  const granted = await askedPage(app.page(), 'evidence.chunk', { upload: 'u1', name: 'served.txt', at: half, bytes: bytes.slice(half), end: true });
  expect(granted).toMatchObject({ name: 'served.txt', bytes: bytes.length });
  const { files } = await askedPage(app.page(), 'evidence.intake', { caseId: cases.rows[0]?.id ?? '', files: [granted?.token ?? ''] });
  expect(files).toMatchObject([{ name: 'served.txt', bytes: bytes.length, failure: null }]);
  expect(await askedPage(app.page(), 'evidence.text', { number: files[0]?.number ?? '' })).toMatchObject({ status: 'text' });
});

test('the page can reach nothing but its door', async () => {
  const reached = await app.page().evaluate(async () => {
    const tried = async (what: () => Promise<unknown>) =>
      what().then(
        () => 'reached',
        () => 'refused',
      );
    return {
      fetch: await tried(() => fetch('https://app.local/index.html')),
      elsewhere: await tried(() => fetch('https://example.org/')),
      picture: await tried(() => new Promise((resolve, reject) => Object.assign(new Image(), { onload: resolve, onerror: reject, src: 'https://example.org/a.png' }))),
      eval: await tried(async () => (globalThis as unknown as Record<string, (code: string) => unknown>)['eval']?.('1')),
      worker: await tried(
        () => new Promise((resolve, reject) => Object.assign(new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))), { onmessage: resolve, onerror: reject })),
      ),
      require: typeof Reflect.get(globalThis, 'require'),
    };
  });
  expect(reached).toEqual({ fetch: 'refused', elsewhere: 'refused', picture: 'refused', eval: 'refused', worker: 'refused', require: 'undefined' });
});

test('a page taken over by script says what it likes over the pipe: malformed, deep, huge, from another frame, for files that nobody gave, in a flood; nothing comes of it', async () => {
  const [page, vault] = [app.page(), app.host.vaultPid()];
  const came = await page.evaluate(async () => {
    interface Taken {
      __cordonPost(text: unknown): Promise<void>;
      __cordonGrant(count: unknown): Promise<unknown>;
      readonly cordon: { grantDrop(files: readonly unknown[]): Promise<unknown> };
    }
    const taken = globalThis as unknown as Taken;
    const tried = (work: Promise<unknown>) =>
      Promise.race([
        work.then(
          (answer) => JSON.stringify(answer ?? null),
          () => 'refused',
        ),
        new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), 1_000)),
      ]);
    const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    const ask = (id: number, name: string, question: string) => `{"t":"ask","id":${id},"name":"${name}","question":${question}}`;
    const said: readonly unknown[] = ['{', '', 'null', '[]', '"ask"', 5, null, {}, deep(100_000), ask(1, 'drafts.save', `{"form":"deep","record":null,"body":${deep(20_000)}}`)];
    const odd = [
      ask(2, 'drafts.save', '{"form":"x","record":null,"body":{"$bytes":{"$bytes":"!!"}}}'),
      ask(3, '__proto__', '{"__proto__":{"polluted":1}}'),
      ask(4, 'evidence.chunk', '{"upload":"u","name":"../../x","at":7,"bytes":{"$bytes":"AAAA"},"end":true}'),
      ask(5, 'drafts.save', `{"form":"big","record":null,"body":"${'x'.repeat(5_000_000)}"}`),
    ];
    for (const text of [...said, ...odd]) await tried(taken.__cordonPost(text));
    // A frame of the same origin has the same names: whoever stands in it is not heard.
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = frame.contentWindow as unknown as Taken | null;
    await tried(Promise.resolve(inside?.__cordonPost?.(ask(6, 'drafts.save', '{"form":"from a frame","record":null,"body":1}'))));
    const granted = await Promise.all([
      ...[-1, 0, Number.NaN, Infinity, 1e9, 'x', {}, null].map((count) => tried(taken.__cordonGrant(count))),
      tried(taken.cordon.grantDrop([{ path: '/etc/passwd', name: 'passwd' }])),
      tried(taken.cordon.grantDrop([new File(['x'], '/etc/passwd'), document, globalThis])),
      tried(Promise.resolve(inside?.__cordonGrant?.(1) ?? null)),
    ]);
    frame.remove();
    for (let count = 0; count < 3000; count++) void taken.__cordonPost(ask(count, 'session.state', '{}'));
    return granted;
  });
  expect(came.every((granted) => ['null', '[]', 'refused'].includes(granted))).toBe(true);
  for (const token of ['/etc/passwd', '../../../etc/passwd', 'file:///etc/passwd', ''])
    expect(await askPage(page, 'exchange.plan', { file: token, caseId: null })).toMatchObject({ ok: false, failure: { code: 'misuse' } });
  expect(await askPage(page, 'session.restore', { backup: '/etc/passwd', place: '/etc', name: 'x', key: { passphrase: 'x' }, identity: null })).toMatchObject({ ok: false });
  expect(await askedPage(page, 'drafts.read', { form: 'from a frame', record: null })).toBeNull();
  expect((await askedPage(page, 'records.list', { kind: 'note' })).total).toBe(4);
  expect(app.host.vaultPid()).toBe(vault);
});

test('nothing lies behind the first page: going back stays in the window', async () => {
  const page = app.page();
  expect(await page.evaluate(() => history.length)).toBe(1);
  await page.evaluate(() => history.back());
  expect(await askedPage(page, 'session.state', {})).toMatchObject({ phase: 'open' });
  expect(page.url()).toContain('https://app.local/');
});

test('a page that never lets go of its process is locked all the same', async () => {
  const page = app.page();
  void page.evaluate('for (;;);').catch(() => {});
  await app.host.lock('idle');
  await expect.poll(() => app.page() !== page, { timeout: 15_000 }).toBe(true);
  expect(await askedPage(app.page(), 'session.state', {})).toMatchObject({ phase: 'closed', lockedBecause: 'idle' });
});

test('nothing readable of the vault is left on the disk beside it', () => {
  expect(readdirSync(app.vaults)).toEqual(['Sample.cordon']);
  expect(readdirSync(path.join(app.folder, 'downloads'))).toEqual([]);
});
