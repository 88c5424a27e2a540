import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from '../../main/window/find-chromium.ts';

/** The browser that window tests drive, or why there is none. */
export type TestBrowser =
  | { readonly executable: string /** The one of the npm package, which shows no PDF. */; readonly packed: boolean; readonly missing: null }
  | { readonly executable: null; readonly missing: string };

/**
 * An installed browser; else, on Linux x64, the one in the npm package `@sparticuz/chromium`, unpacked once into a folder of its own and run with the
 * libraries that come with it. CORDON_NO_INSTALLED_BROWSER=1 leaves the installed one out, to prove the other.
 */
async function find(): Promise<TestBrowser> {
  const hidden = process.env['CORDON_NO_INSTALLED_BROWSER'] === '1';
  const installed = hidden ? null : findChromium(process.platform, process.env);
  if (installed !== null) return { executable: installed, packed: false, missing: null };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { executable: null, missing: 'no Chromium-based browser is installed, and the npm package with one is for Linux x64 only' };
  try {
    return { executable: await packaged(), packed: true, missing: null };
  } catch (fault) {
    return {
      executable: null,
      missing: `no Chromium-based browser is installed, and the npm package with one could not be unpacked: ${fault instanceof Error ? fault.message : 'unknown reason'}`,
    };
  }
}

async function packaged(): Promise<string> {
  const from = path.join(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const version = (createRequire(import.meta.url)(path.join(from, 'package.json')) as { version: string }).version;
  const folder = path.join(os.tmpdir(), `cordon-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) {
    // Unpacked beside and moved into place: a run that was stopped half way leaves nothing that looks whole.
    const making = `${folder}.${process.pid}`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { mode: 0o700 });
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = making;
    try {
      const { inflate } = await import('@sparticuz/chromium');
      for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(path.join(from, 'bin', name));
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
    // Two test files may unpack it at the same time: the one that ends later finds it there.
    try {
      renameSync(making, folder);
    } catch (fault) {
      rmSync(making, { recursive: true });
      if (!existsSync(folder)) throw fault;
    }
  }
  // Playwright starts browsers in this process's environment.
  process.env['LD_LIBRARY_PATH'] = [path.join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  // Without one font of its own a page draws no text at all; the package's settings name folders of a machine elsewhere.
  const fonts = path.join(folder, 'fonts.conf');
  const settings = `<fontconfig><dir>${path.join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>`;
  // Written under another name first: another test file's browser may be reading it.
  if (!existsSync(fonts)) {
    writeFileSync(`${fonts}.${process.pid}`, settings);
    renameSync(`${fonts}.${process.pid}`, fonts);
  }
  process.env['FONTCONFIG_FILE'] ??= fonts;
  return path.join(folder, 'chromium');
}

export const testBrowser: TestBrowser = await find();
