// Writes THIRD-PARTY-NOTICES.md from what the lock file brings into the product: name, version, licence and its text's first line.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './runtime.mjs';

const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
/** What is bundled into the product or shipped beside it; test and build tools are not. */
const shippedFromDev = [
  'react',
  'react-dom',
  '@mantine/core',
  '@mantine/dates',
  '@mantine/hooks',
  '@mantine/form',
  '@tabler/icons-react',
  '@tanstack/react-table',
  '@tanstack/react-virtual',
  'dayjs',
  'dexie',
  'dexie-react-hooks',
  'zustand',
  'zod',
  'canonicalize',
  'temporal-polyfill',
  'postal-mime',
  'fflate',
  'yazl',
  'yauzl',
  'age-encryption',
  'csv-parse',
  'ical.js',
  '@kenjiuno/msgreader',
  'playwright-core',
  ...Object.keys(own.devDependencies).filter((name) => /^@(fontsource|expo-google-fonts|embedpdf\/fonts|fontsource-variable)/.test(name)),
];
const seen = new Map();

function add(name, from) {
  if (seen.has(name)) return;
  let folder = from;
  let found = null;
  while (!found && folder.startsWith(root)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(candidate, 'package.json'))) found = candidate;
    folder = path.dirname(folder);
  }
  if (!found) return;
  const manifest = JSON.parse(readFileSync(path.join(found, 'package.json'), 'utf8'));
  const licenceFile = readdirSync(found).find((file) => /^(licen[cs]e|copying)/i.test(file));
  seen.set(name, {
    name,
    version: manifest.version,
    licence: typeof manifest.license === 'string' ? manifest.license : (manifest.license?.type ?? 'see its text'),
    text: licenceFile ? readFileSync(path.join(found, licenceFile), 'utf8').trim() : '',
  });
  for (const dependency of Object.keys(manifest.dependencies ?? {})) add(dependency, found);
}
for (const name of [...Object.keys(own.dependencies), ...shippedFromDev]) add(name, root);

const all = [...seen.values()].sort((a, b) => a.name.localeCompare(b.name));
const parts = [
  '# Third-party notices',
  '',
  'What Cordon ships beside its own code. Written by `node scripts/notices.mjs` from the installed packages.',
  '',
  '| package | version | licence |',
  '|---|---|---|',
  ...all.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
  '',
  ...all.filter(({ text }) => text).map(({ name, version, text }) => `## ${name} ${version}\n\n\`\`\`\n${text.replaceAll('```', "'''")}\n\`\`\`\n`),
];
writeFileSync(path.join(root, 'THIRD-PARTY-NOTICES.md'), `${parts.join('\n')}\n`);
process.stdout.write(`${all.length} packages\n`);
