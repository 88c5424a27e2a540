import { describe, expect, test } from 'vitest';
import { dark, darkStrong, light, lightStrong, type Token } from './tokens.ts';

const part = (hex: string, at: number): number => {
  const unit = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return unit <= 0.04045 ? unit / 12.92 : ((unit + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number => 0.2126 * part(hex, 1) + 0.7152 * part(hex, 3) + 0.0722 * part(hex, 5);
const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const grounds: readonly Token[] = ['page', 'chrome', 'sunken', 'raised', 'hover', 'accentTint'];
/** Each colour of words with the grounds it stands on. */
const texts: readonly (readonly [Token, readonly Token[]])[] = [
  ...(['text', 'muted', 'faint', 'accent'] as const).map((token) => [token, [...grounds, 'lateTint', 'waitTint', 'doneTint']] as const),
  ['late', [...grounds, 'lateTint']],
  ['wait', [...grounds, 'waitTint']],
  ['done', [...grounds, 'doneTint']],
  ['onAccent', ['accentFill', 'accentHover']],
  ['onPast', ['past']],
  ['onPastMuted', ['past']],
];
const edges: readonly Token[] = ['control', 'focus', 'lateMark', 'waitMark', 'doneMark'];

describe.each([
  ['light', { ...light, ...lightStrong }, light],
  ['dark', { ...dark, ...darkStrong }, dark],
] as const)('where more contrast is asked for, in %s', (_name, strong, usual) => {
  const short = (of: Readonly<Record<Token, string>>, pairs: readonly (readonly [Token, readonly Token[]])[], least: number) =>
    pairs.flatMap(([token, under]) =>
      under.filter((ground) => contrast(of[token], of[ground]) < least).map((ground) => `${token} on ${ground}: ${contrast(of[token], of[ground]).toFixed(2)}`),
    );

  test('every text has 7 to 1, which the usual colours have not', () => {
    expect(short(strong, texts, 7)).toEqual([]);
    expect(short(usual, texts, 7)).not.toEqual([]);
  });

  test('what a control and a state are seen by has 4.5 to 1, and a line 3 to 1 on the page', () => {
    expect(
      short(
        strong,
        edges.map((token) => [token, ['page', 'chrome', 'hover']] as const),
        4.5,
      ),
    ).toEqual([]);
    expect(
      short(
        strong,
        [
          ['line', ['page']],
          ['lineStrong', ['page', 'sunken']],
        ],
        3,
      ),
    ).toEqual([]);
    expect(short(usual, [['line', ['page']]], 3)).not.toEqual([]);
  });
});
