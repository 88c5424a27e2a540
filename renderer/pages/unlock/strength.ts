export type Strength = 'empty' | 'weak' | 'fair' | 'good' | 'strong';

/** Phrases that a joke or a manual has made famous: four words, and the first that are tried of all phrases. */
const famous = ['correct horse battery staple', 'to be or not to be', 'the quick brown fox', 'lorem ipsum dolor', 'open sesame', 'may the force be with you'];

/** Starts of lists that every guesser tries first. */
const tried = [
  'password',
  'passwort',
  'letmein',
  'qwerty',
  'asdf',
  'welcome',
  'admin',
  'iloveyou',
  'dragon',
  'monkey',
  'secret',
  'cordon',
  '12345',
  '123456',
  'abc123',
  'changeme',
];

/**
 * Bits a guesser needs, held low on purpose. A word of a phrase counts 11 bits (people choose from some 2,000 words), a letter or figure outside words 3
 * (people choose them badly: half of what chance would give), a sign 4; what repeats or runs in order counts once.
 */
export function guessBits(passphrase: string): number {
  const text = passphrase.trim();
  if (text === '') return 0;
  const lower = famous.reduce((left, phrase) => left.replaceAll(phrase, ''), text.toLowerCase().replace(/[\s_-]+/g, ' '));
  const words = lower.split(/[^\p{L}]+/u).filter((word) => word.length >= 3 && word.length <= 12);
  const different = new Set(words.filter((word) => !tried.some((start) => word.startsWith(start))));
  const rest = lower.replace(/\p{L}{3,12}/gu, '').replace(/\s/g, '');
  const capitals = /\p{Lu}/u.test(text.slice(1)) ? 2 : 0;
  const long = lower.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 12);
  const longBits = long.reduce((sum, word) => sum + runs(word) * 3, 0);
  return different.size * 11 + longBits + [...new Set(rest)].reduce((sum, sign) => sum + (/\p{N}/u.test(sign) ? 3 : 4), 0) + capitals;
}

/** Characters that neither repeat the one before nor follow it in the alphabet. */
function runs(word: string): number {
  return [...word].filter((sign, i, all) => {
    const before = all[i - 1];
    return before === undefined || Math.abs((sign.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) > 1;
  }).length;
}

/** In words: fewer than 33 bits are three words, 44 four, 55 five. */
export function strengthOf(passphrase: string): Strength {
  const bits = guessBits(passphrase);
  if (passphrase.trim() === '') return 'empty';
  return bits < 33 ? 'weak' : bits < 44 ? 'fair' : bits < 55 ? 'good' : 'strong';
}
