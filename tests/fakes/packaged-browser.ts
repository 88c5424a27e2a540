import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/** Whether the package has a browser for this machine. */
export const packagedHere = process.platform === 'linux' && process.arch === 'x64';

/** The headless shell in the npm package `@sparticuz/chromium` (Linux x64), unpacked once into a folder of its own, and the libraries and fonts that come with it. */
export async function packagedBrowser(): Promise<{ readonly executable: string; readonly env: Readonly<Record<string, string>> }> {
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
  // Without one font of its own a page draws no text at all; the package's settings name folders of a machine elsewhere.
  const fonts = path.join(folder, 'fonts.conf');
  const settings = `<fontconfig><dir>${path.join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>`;
  // Written under another name first: another test file's browser may be reading it.
  if (!existsSync(fonts)) {
    writeFileSync(`${fonts}.${process.pid}`, settings);
    renameSync(`${fonts}.${process.pid}`, fonts);
  }
  const libraries = [path.join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return { executable: path.join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: process.env['FONTCONFIG_FILE'] ?? fonts } };
}
