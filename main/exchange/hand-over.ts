import { amongUs } from '../../shared/records/field.ts';
import { instantText } from '../../shared/calendar/instant.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { kindNames, kinds } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { ageFile, checkRecipients } from './age-file.ts';
import { archive } from './archive.ts';
import { bag, written, type Payload } from './bag.ts';
import { exportText } from './cordon-json.ts';
import { csv } from './csv.ts';
import type { Destination } from './destination.ts';
import { evidencePayload, storedEvidence } from './evidence-payload.ts';
import { bagName, today, type EvidenceDesk } from './export-evidence.ts';
import { recordsFor, releasing, type Exporting } from './export-records.ts';
import { recordLeaving } from './leaving-custody.ts';
import { listRows } from './list-rows.ts';
import { nameTo } from './name-to.ts';
import { release, type Manifest } from './release.ts';
import { verificationSheet } from './verification-sheet.ts';

export interface HandingOver extends Exporting {
  /** Public keys of age (`age1…`): each of them opens it, nobody else does, we neither. */
  readonly recipients: readonly string[];
  /** Where a file beside the hand-over goes: the destination's name with `ending` after it. */
  readonly beside: (ending: string) => Destination;
}

/**
 * Hands the part of a case that an audience may have to people by their keys: a bag with the records in the form `cordon/1`, a table of each kind
 * and the stored evidence with its custody, encrypted with age; beside it the vault's signature (minisign) and a sheet that says how to check both.
 * What may not go is left out, and the manifest names it. Refuses `not-a-recipient`, `misuse` without a recipient and `release-withheld` where nothing may go.
 */
export async function handOver({ vault, records, clock }: EvidenceDesk, asked: HandingOver): Promise<Manifest> {
  checkRecipients(asked.recipients);
  if (asked.recipients.length === 0) refuse({ code: 'misuse', why: 'A hand-over is encrypted to somebody: name at least one recipient.' });
  const reading = records.reading();
  const all = recordsFor(reading, asked);
  const name = bagName(asked.destination.name);
  const signer = vault.fileSigner();
  let count = 0;

  const payload = (going: readonly AnyRecord[]): Payload[] => [
    written('records.json', exportText(going)),
    ...kindNames
      .filter((kind) => kind !== 'evidence_text' && going.some((record) => record.kind === kind))
      .map((kind) =>
        written(
          `lists/${kinds[kind].plural.toLowerCase().replace(/\W+/g, '-')}.csv`,
          csv(
            listRows(
              kind,
              going.filter((record) => record.kind === kind),
              nameTo(reading, asked),
            ),
          ),
        ),
      ),
    ...evidencePayload(vault, storedEvidence(vault, going), asked.audience),
  ];
  return release(records, {
    ...releasing(asked),
    what: asked.caseId === undefined ? 'Hand-over' : 'Hand-over of a case',
    format: 'hand-over',
    records: all,
    ifWithheld: 'leave-out-alone',
    nothingIs: 'refused',
    make: async function* (going) {
      count = going.length;
      for await (const chunk of ageFile(archive(bag(name, payload(going), today(clock))), asked.recipients)) {
        signer.take(chunk);
        yield chunk;
      }
    },
    beside: (made) => {
      const signed = signer.finish(`sha256:${made.sha256}`);
      const sheet = verificationSheet({
        ...made,
        file: asked.destination.name,
        made: instantText(clock().instant),
        records: count,
        // How much there is besides is nobody's business beyond outside counsel.
        withheld: amongUs(asked.audience) ? all.length - count : 0,
        audience: asked.audience,
        publicKey: signed.publicKey,
        recipients: asked.recipients,
        bag: name,
      });
      return [
        { destination: asked.beside('.minisig'), bytes: Buffer.from(signed.minisig) },
        { destination: asked.beside('.verify.txt'), bytes: Buffer.from(sheet) },
      ];
    },
    alongside: (writing, _sha256, going) => recordLeaving(writing, storedEvidence(vault, going), clock, asked.destination.name, asked.audience),
  });
}
