import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** What `vite build -c vite.main.config.ts --mode NAME` makes of what. */
const entries: Readonly<Record<string, string>> = {
  main: 'main/index.ts',
  preload: 'main/window/preload/preload.ts',
  'vault-process': 'main/vault-process.ts',
  'database-thread': 'main/database-thread.ts',
  'press-job': 'main/press-job.ts',
  'reader-job': 'main/reader-job.ts',
  'chromium-host': 'main/chromium-host.ts',
  'command-line': 'main/command-line.ts',
};
const { dependencies, version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { dependencies: Record<string, string>; version: string };

/** Loaded from node_modules at run time: addons and WASM packages find their own files beside themselves; Electron is the runtime itself. */
const external = [...builtinModules, ...Object.keys(dependencies), 'electron', 'playwright-core'];

export default defineConfig(({ mode }) => {
  const input = entries[mode];
  if (!input) throw new Error(`--mode must be one of ${Object.keys(entries).join(', ')}`);
  const preload = mode === 'preload';
  return {
    publicDir: false,
    ssr: { noExternal: true },
    // The released build has no doors for tests in it: scripts/before-pack.mjs sets CORDON_RELEASE.
    define: { __TEST_DOORS__: JSON.stringify(process.env['CORDON_RELEASE'] !== '1'), __VERSION__: JSON.stringify(version) },
    build: {
      ssr: true,
      target: preload ? 'chrome130' : 'node20.18',
      minify: false,
      sourcemap: process.env['CORDON_RELEASE'] !== '1',
      emptyOutDir: true,
      outDir: `dist/${mode}`,
      rolldownOptions: {
        input,
        external: (id: string) => id.startsWith('node:') || external.some((name) => id === name || id.startsWith(`${name}/`)),
        // A sandboxed preload can only be CommonJS.
        output: preload ? { format: 'cjs', entryFileNames: 'index.cjs' } : { format: 'esm', entryFileNames: 'index.mjs' },
      },
    },
  };
});
