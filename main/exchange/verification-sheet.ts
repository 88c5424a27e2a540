import type { Made } from './release.ts';

/** What the receiver of a hand-over checks it by. */
export interface SheetFacts extends Made {
  readonly file: string;
  readonly made: string;
  readonly records: number;
  readonly withheld: number;
  readonly audience: string;
  /** A minisign public key file: the comment and the key. */
  readonly publicKey: string;
  readonly recipients: readonly string[];
  readonly bag: string;
}

/**
 * The sheet beside a hand-over: its digest, the keys, and the commands with which other people's programs check and open it. It is a file of its own,
 * because a digest that lies inside what it speaks of proves nothing (domain.md §7 U14).
 */
export function verificationSheet(facts: SheetFacts): string {
  const { file, bytes, sha256, made, records, withheld, audience, publicKey, recipients, bag } = facts;
  const key = publicKey.split('\n')[1] ?? '';
  const plain = file.replace(/\.age$/i, '');
  return `VERIFICATION SHEET

File        ${file}
Bytes       ${bytes}
SHA-256     ${sha256}
Made        ${made}
For         ${audience.replace('_', ' ')}
Records     ${records}${withheld > 0 ? `, and ${withheld} held back` : ''}

1  The file is whole

     echo "${sha256}  ${file}" | sha256sum -c

   Windows PowerShell:

     (Get-FileHash "${file}" -Algorithm SHA256).Hash -eq "${sha256}"

2  It came from the vault whose key this is

     minisign -V -m "${file}" -P ${key}

   Compare the key with the one you were given by another way, by telephone for example:

     ${key}

3  Open it

     age -d -i YOUR-KEY-FILE -o "${plain}" "${file}"

   It was encrypted to:

${recipients.map((one) => `     ${one}`).join('\n')}

4  What is in it is whole: unpack it, then

     bagit.py --validate ${bag}

   or, in that folder:

     sha256sum -c manifest-sha256.txt
`;
}
