import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { Refused, refuse } from '../../../shared/failure/failure.ts';
import { takeIn } from '../../evidence/intake.ts';
import { readPage, mostReadBytes } from '../../evidence/read-file.ts';
import type { SourceFile } from '../../evidence/source-file.ts';
import { textOfItem } from '../../evidence/text-of-item.ts';
import { isKind } from '../../../shared/records/kinds.ts';
import { orQuarantine } from '../../records/quarantine.ts';
import { tight } from '../../jobs/job-message.ts';
import type { Context } from '../context.ts';
import { openGranted } from '../open-granted.ts';
import type { Handlers } from '../serve.ts';
import { uploads } from '../uploads.ts';

type Names = 'evidence.chooseFiles' | 'evidence.chunk' | 'evidence.intake' | 'evidence.text' | 'evidence.page';
export type EvidenceHandlers = Pick<Handlers<Contract>, Names>;

/** Taking files in, and looking at what was taken in. */
export function evidenceHandlers(context: Context): EvidenceHandlers {
  const { clock, grants, line, runJob, session } = context;
  const upload = uploads(grants, () => session.opened().vault.staging);

  return {
    'evidence.chooseFiles': async () => {
      const { paths, available } = await line.ask('place.chooseFiles', {});
      if (!available)
        refuse({ code: 'not-available-here', what: 'choosing files', why: 'this browser shows no files of this computer; drop them on the window or pick them in the form' });
      return grants.files(paths);
    },
    'evidence.chunk': (piece) => upload(piece),
    // One file after another, each an act of its own: what was taken in stays when a later one is refused or the person stops.
    'evidence.intake': async ({ caseId, files, source: system, reasonWithoutSecondOpener: reason, ...labels }, { signal, tell }) => {
      const { vault, records } = session.opened();
      const done: Reply<Contract, 'evidence.intake'>['files'] = [];
      for (const [index, token] of files.entries()) {
        const granted = grants.take(token);
        const name = 'path' in granted ? (granted.path.split(/[\\/]/).at(-1) ?? '') : granted.name;
        let file: SourceFile | undefined;
        try {
          if (signal.aborted) refuse({ code: 'cancelled' });
          file = await openGranted(granted, clock().instant);
          const { bytes } = file;
          const said = { file: name, index, of: files.length, bytes };
          tell({ ...said, done: 0, number: null });
          const taken = await takeIn({ vault, records, runJob, clock }, file, {
            ...labels,
            caseId,
            system,
            reason,
            signal,
            tell: (so) => tell({ ...said, done: so, number: null }),
          });
          grants.forget(token);
          done.push({
            name,
            number: taken.number,
            sha256: taken.sha256,
            bytes: taken.bytes,
            failure: null,
            reading: taken.reading,
            sameBytesAs: [...taken.sameBytesAs],
            inside: taken.children.map((child) => child.number),
            notTakenOut: taken.notTakenOut.map((one) => ({ ...one })),
          });
          tell({ ...said, done: bytes, number: taken.number });
        } catch (thrown) {
          if (!(thrown instanceof Refused)) throw thrown;
          done.push({ name, number: null, sha256: null, bytes: 0, failure: thrown.failure, reading: null, sameBytesAs: [], inside: [], notTakenOut: [] });
        } finally {
          await file?.close();
        }
      }
      return { files: done };
    },
    'evidence.text': ({ number }) => {
      const { facts, ...words } = textOfItem(session.opened().records.reading(), number);
      return { ...words, facts: facts.map((fact) => ({ ...fact })) };
    },
    'evidence.page': async ({ number, page }, { signal }) => {
      const { vault, records } = session.opened();
      const item = records.reading().require(number);
      const digest = digestOf(item.fields);
      if (!isKind(item, 'evidence_item') || digest === null) return refuse({ code: 'record-not-found', number });
      const bytes = await orQuarantine({ records, clock }, item, () => bytesOf(vault.blobs.open(digest), number));
      const picture = await readPage(runJob, bytes, page, signal);
      return { png: tight(picture.png), width: picture.width, height: picture.height };
    },
  };
}

/** The digest of an item's original, where it has one. */
function digestOf(fields: Readonly<Record<string, unknown>>): string | null {
  const original = fields['original'];
  return typeof original === 'object' && original !== null && 'sha256' in original && typeof original.sha256 === 'string' ? original.sha256 : null;
}

async function bytesOf(source: AsyncIterable<Uint8Array>, number: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let sum = 0;
  for await (const chunk of source) {
    sum += chunk.length;
    if (sum > mostReadBytes) refuse({ code: 'job-failed', job: 'reader', why: 'refused', detail: `${number} is larger than ${mostReadBytes / 1048576} MB` });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
