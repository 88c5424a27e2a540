import { expect, test } from 'vitest';
import { parted } from './parted.ts';

test('what was typed is parted where it is said to be, and nothing empty comes of it', () => {
  expect(parted(' export control, ,licence ,')).toEqual(['export control', 'licence']);
  expect(parted('9 June 2026; 12 June 2026\n\n15 June 2026, 16:30', /[;\n]/)).toEqual(['9 June 2026', '12 June 2026', '15 June 2026, 16:30']);
  expect(parted('  ')).toEqual([]);
});
