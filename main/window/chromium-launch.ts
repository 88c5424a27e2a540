import { chromium, type Browser } from 'playwright-core';

export interface ChromiumLaunch {
  readonly executable: string;
  readonly headless: boolean;
  /** Switches that this browser wants besides. */
  readonly more?: readonly string[] | undefined;
}

/** A Chromium, driven over a pipe: no port is opened, no name is resolved, nothing of it stays. It has no page yet. */
export function launchChromium({ executable, headless, more = [] }: ChromiumLaunch): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    headless,
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-quic', '--disable-breakpad', '--no-pings', '--disable-background-networking', '--disable-component-update', ...more],
  });
}
