import { expect, test } from 'vitest';
import { givenFiles } from './given-files.ts';

interface Dropped {
  readonly name: string;
  readonly place: boolean;
  readonly readable?: boolean;
}
const token = (name: string) => ({ token: `of ${name}`, name, bytes: 1 });
const host = (asked: number[] = []) => ({
  grant: (files: readonly Dropped[]) => {
    asked.push(files.length);
    if (files.some(({ name }) => name === 'too many')) return Promise.reject(new Error('refused'));
    return Promise.resolve(files.every(({ place }) => place) ? files.map(({ name }) => token(name)) : null);
  },
  send: ({ name, readable = true }: Dropped) => Promise.resolve(readable ? token(`bytes of ${name}`) : null),
});

test('one file without a place or that cannot be read keeps no other back, and is named', async () => {
  const { grant, send } = host();
  const dropped = [
    { name: 'a.txt', place: true },
    { name: '', place: false },
    { name: 'made.png', place: false },
    { name: 'too many', place: true, readable: false },
    { name: 'b.txt', place: true },
  ];
  const { files, unread } = await givenFiles(dropped, grant, send);
  expect(files.map(({ name }) => name)).toEqual(['a.txt', 'bytes of made.png', 'b.txt']);
  expect(unread).toEqual(['', 'too many']);
});

test('files are granted in few questions however many there are, and a folder that is refused ends the wait', async () => {
  const asked: number[] = [];
  const { grant, send } = host(asked);
  const many = Array.from({ length: 2_500 }, (_, at) => ({ name: String(at), place: true }));
  expect((await givenFiles(many, grant, send)).files.map(({ name }) => name)).toEqual(many.map(({ name }) => name));
  expect(asked).toEqual([1_000, 1_000, 500]);
  expect(await givenFiles([{ name: 'too many', place: true, readable: false }], grant, send)).toEqual({ files: [], unread: ['too many'] });
});

test('whoever stops is told of nothing that was not read', async () => {
  const stop = new AbortController();
  const { grant } = host();
  const send = () => {
    stop.abort();
    return Promise.resolve(null);
  };
  const two = [
    { name: 'a', place: false },
    { name: 'b', place: false },
  ];
  expect(await givenFiles(two, grant, send, stop.signal)).toEqual({ files: [], unread: [] });
});
