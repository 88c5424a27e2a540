import { refuse } from '../../shared/failure/failure.ts';
import { mostImportBytes } from '../exchange/cordon-json.ts';
import type { Grants } from './grants.ts';
import { openGranted } from './open-granted.ts';

/** All bytes of a file that the person pointed at, for an import. Refuses what the file refuses, `import-malformed` above 200 MB, and `cancelled`. */
export async function readGranted(grants: Grants, token: string, signal: AbortSignal): Promise<{ name: string; bytes: Uint8Array }> {
  const source = await openGranted(grants.take(token), 0);
  try {
    const chunks: Uint8Array[] = [];
    let sum = 0;
    for await (const chunk of source.read()) {
      if (signal.aborted) refuse({ code: 'cancelled' });
      sum += chunk.length;
      if (sum > mostImportBytes) refuse({ code: 'import-malformed', file: source.name, why: 'it is larger than 200 MB' });
      chunks.push(chunk.slice());
    }
    return { name: source.name, bytes: Buffer.concat(chunks) };
  } finally {
    await source.close();
  }
}
