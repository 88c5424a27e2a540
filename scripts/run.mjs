// The everyday commands other than start and test: check, build, bench, demo, cordon, screens, package.
// `check --quick` leaves out the rules of the linter that need types, which take as long as the types themselves.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { bin, ensureInstalled, root, runNode, stop } from './runtime.mjs';

ensureInstalled();
const [command, ...rest] = process.argv.slice(2);

async function inTurn(...steps) {
  for (const step of steps) {
    const code = await step();
    if (code !== 0) process.exit(code);
  }
}
const built = async () => runNode(['scripts/build.mjs']);

const commands = {
  check: () =>
    inTurn(
      // One checker a project: several look at what all of them use once each, which costs twice the processor here.
      () => runNode([bin('typescript'), '-b', '--checkers', '1']),
      () => runNode([bin('oxlint'), ...(rest.includes('--quick') ? [] : ['--type-aware', '--tsconfig', 'tests/tsconfig.json']), '--deny-warnings']),
      () => runNode([bin('@biomejs/biome'), 'format', ...(rest.includes('--write') ? ['--write'] : [])]),
      () => runNode(['scripts/house-rules.mjs']),
    ),
  build: () => inTurn(() => runNode(['scripts/build.mjs', '--force'])),
  bench: () => {
    const files = readdirSync(path.join(root, 'bench')).filter((name) => name.endsWith('.bench.ts') && (rest.length === 0 || rest.some((wanted) => name.startsWith(wanted))));
    if (files.length === 0) stop(`There is no bench named ${rest.join(', ')}.`, 2);
    return inTurn(built, ...files.map((name) => () => runNode(['--expose-gc', path.join('bench', name)])));
  },
  demo: () =>
    inTurn(built, () =>
      runNode([
        'dist/command-line/index.mjs',
        'demo',
        '--into',
        rest[0] && !rest[0].startsWith('-') ? rest[0] : path.join(root, 'demo-output'),
        ...rest.filter((word) => word.startsWith('-')),
      ]),
    ),
  cordon: () => inTurn(built, () => runNode(['dist/command-line/index.mjs', ...rest], { cwd: process.env.INIT_CWD ?? process.cwd() })),
  screens: () => inTurn(built, () => runNode(['tests/screens/screens.ts', ...rest])),
  package: () => inTurn(built, () => runNode([bin('electron-builder'), ...rest])),
};
if (!Object.hasOwn(commands, command)) stop(`usage: npm run ${Object.keys(commands).join('|')}`, 2);
await commands[command]();
