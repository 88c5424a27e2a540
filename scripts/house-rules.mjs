// The rules of the house that neither compiler nor linter knows. Prints each breach as file:line and why; exit 1 on any.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './runtime.mjs';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
const breaches = [];
const source = (name) => /\.(ts|tsx|mjs|css)$/.test(name) && /^(main|renderer|shared|scripts|tests|bench)\//.test(name);
const test = (name) => /\.test\.tsx?$/.test(name) || name.startsWith('tests/') || name.startsWith('bench/');

/** A pattern that may not stand in the files that `where` accepts, and why. */
const forbidden = [
  {
    what: /\b(Date\.now\(\)|new Date\(\)|performance\.now\(\))/,
    where: (f) => f.startsWith('main/') && !test(f) && f !== 'main/clock.ts',
    why: 'only main/clock.ts reads the time',
  },
  { what: /\bMath\.random\(|\bDate\.now\(|\bnew Date\(/, where: (f) => f.startsWith('shared/') && !test(f), why: 'shared takes time and randomness as arguments' },
  {
    what: /from 'electron'|require\('electron'\)/,
    where: (f) => !/^main\/(index\.ts|window\/)/.test(f) && !f.startsWith('scripts/') && !f.startsWith('vite'),
    why: "import 'electron' stands in the Electron entry, main/window and the preload only",
  },
  { what: /'(chacha20-poly1305|blake2b512|sha3-\d+|argon2)'/, where: (f) => f.startsWith('main/') && !test(f), why: "missing in Electron's BoringSSL: use sodium-native" },
  { what: /sodium_malloc\(/, where: (f) => f.startsWith('main/'), why: 'fails in Electron: Buffer.allocUnsafeSlow and sodium_mlock' },
  {
    what: /#[0-9a-fA-F]{6}\b/,
    where: (f) => f.startsWith('renderer/') && !test(f) && !/tokens\.ts$|theme\.ts$/.test(f),
    why: 'a colour is a token by meaning (renderer/ui/tokens.ts)',
  },
  { what: /from '.*shared\/(calendar|law)\//, where: (f) => f.startsWith('tests/law-second/'), why: 'the second implementation of counting time shares no line with the first' },
  { what: /\bas any\b|:\s*any\b|@ts-ignore|oxlint-disable|eslint-disable|\.only\(|\bit\.todo\b/, where: (f) => /\.tsx?$/.test(f), why: 'no escape hatches' },
  { what: /\bdangerouslySetInnerHTML|\beval\(|new Function\(/, where: (f) => f.startsWith('renderer/'), why: 'nothing is turned into code or markup' },
  {
    what: /(^|[\s,{>+~])(:global\((body|html)\)|body|html|:root|\*)?:has\(/,
    where: (f) => f.startsWith('renderer/') && f.endsWith('.css'),
    why: 'a :has() of the page or of any element at all has the whole window styled anew at each change, 20 ms a time',
  },
  { what: /https?:\/\/(?!app\.local|127\.0\.0\.1|localhost)/, where: (f) => f.startsWith('renderer/') && !test(f), why: 'the window has no network' },
];

for (const name of files.filter(source)) {
  if (name === 'scripts/house-rules.mjs') continue;
  const lines = readFileSync(path.join(root, name), 'utf8').split('\n');
  if (lines.length > 401 && !/samples?\/|\/data\/|word-?list/.test(name)) breaches.push(`${name}: ${lines.length - 1} lines; 400 at the most`);
  if (/(^|\/)(utils?|helpers?|common|misc|manager)(\.|\/|-)/i.test(name)) breaches.push(`${name}: a name that says nothing`);
  lines.forEach((line, index) => {
    for (const { what, where, why } of forbidden)
      if (where(name) && what.test(line) && !line.trimStart().startsWith('//') && !line.trimStart().startsWith('*')) breaches.push(`${name}:${index + 1}: ${why}`);
  });
}
for (const breach of breaches) process.stdout.write(`${breach}\n`);
process.stdout.write(breaches.length === 0 ? `house rules: ${files.filter(source).length} files, no breach\n` : `house rules: ${breaches.length} breaches\n`);
process.exit(breaches.length === 0 ? 0 : 1);
