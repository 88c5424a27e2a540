import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { thirdParties } from './third-parties.ts';

const notices = readFileSync(path.join(import.meta.dirname, '..', '..', '..', 'THIRD-PARTY-NOTICES.md'), 'utf8');

test('every package that is shipped stands there with its license, and no words of a license are lost', () => {
  const found = thirdParties(notices);
  expect(found).toHaveLength(notices.match(/^\| (?!package )\S+ \| \S+ \| .+ \|$/gm)?.length ?? 0);
  expect(found.length).toBeGreaterThan(50);
  expect(found.filter(({ words }) => words !== '')).toHaveLength(notices.match(/^## /gm)?.length ?? 0);
  const zod = found.find(({ name }) => name === 'zod');
  expect(zod).toMatchObject({ license: 'MIT' });
  expect(zod?.words).toMatch(/^[\s\S]*Permission is hereby granted/);
  expect(found.some(({ words }) => words.includes('```'))).toBe(false);
});
