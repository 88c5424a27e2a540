import { chromium, type Browser } from 'playwright-core';

interface Launch {
  readonly executable: string;
  readonly headless: boolean;
  readonly env?: NodeJS.ProcessEnv;
  readonly more?: readonly string[];
}

/**
 * An installed Chromium, driven over a pipe: no port is opened, no name is resolved, nothing of it stays. It has no page yet. `env` is what it sees of the
 * environment, everything by itself; `more` are switches of its own.
 */
export function launchChromium({ executable, headless, env, more = [] }: Launch): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    headless,
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-quic', '--disable-breakpad', '--no-pings', '--disable-background-networking', '--disable-component-update', ...more],
    ...(env && { env }),
  });
}
