import { test } from 'vitest';

/** `test`, or a test that is skipped with its reason where something it needs is missing. */
export function unless(missing: string | null): (name: string, run: () => unknown, timeoutMs?: number) => void {
  return (name, run, timeoutMs) =>
    test(name, { ...(timeoutMs !== undefined && { timeout: timeoutMs }) }, async (context) => (missing === null ? void (await run()) : context.skip(missing)));
}
