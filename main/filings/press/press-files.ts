import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FontFile } from './fonts.ts';

/** Where the press takes its programs, templates and fonts from: given, so that tests and the built program need no switch inside. */
export interface PressFiles {
  readonly typstWasm: () => Uint8Array;
  readonly qpdfWasm: () => Uint8Array;
  readonly font: (font: FontFile) => Uint8Array;
  /** Every template by its path under `assets/filings`. */
  readonly templates: () => ReadonlyMap<string, string>;
}

/** The folder of an installed package, found without its `exports`: font packages list no files there. */
function packageFolder(need: NodeJS.Require, name: string): string {
  const folder = (need.resolve.paths(name) ?? []).map((at) => path.join(at, name)).find((at) => existsSync(at));
  if (folder === undefined) throw new Error(`package ${name} is not installed`);
  return folder;
}

/**
 * The press's files seen from a module in `folder`: `assets` and the fonts beside the built program (`dist/main/` → `dist/assets/`),
 * else from the source tree and the installed packages. The two programs are read from their packages either way.
 */
export function pressFiles(folder: string): PressFiles {
  const need = createRequire(path.join(folder, 'press-job.mjs'));
  const assets = [path.join(folder, '../assets'), path.join(folder, '../../../assets'), path.join(folder, '../../assets')].find((at) => existsSync(path.join(at, 'filings')));
  if (assets === undefined) throw new Error('the filing templates are not where the program expects them');
  const fonts = path.join(assets, 'fonts');
  return {
    typstWasm: () => readFileSync(path.join(packageFolder(need, '@myriaddreamin/typst-ts-web-compiler'), 'pkg/typst_ts_web_compiler_bg.wasm')),
    qpdfWasm: () => readFileSync(path.join(packageFolder(need, '@neslinesli93/qpdf-wasm'), 'dist/qpdf.wasm')),
    font: (font) => {
      const copied = path.join(fonts, font.package, font.file);
      return readFileSync(existsSync(copied) ? copied : path.join(packageFolder(need, font.package), font.file));
    },
    templates: () => {
      const root = path.join(assets, 'filings');
      const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.typ'));
      return new Map(names.map((name) => [name.replaceAll(path.sep, '/'), readFileSync(path.join(root, name), 'utf8')]));
    },
  };
}
