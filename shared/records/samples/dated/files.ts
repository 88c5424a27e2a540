import { letterWords } from './letter.ts';
import { datesFor } from './calendar.ts';

/** A small file that ships with the sample, so that a demonstration can take real bytes in. */
export interface SampleFile {
  /** Id of the exhibit of the sample that describes it. */
  readonly item: string;
  readonly filename: string;
  readonly mime: 'text/plain';
  /** ASCII only: as many bytes as characters. */
  readonly text: string;
  readonly custodian: string;
  readonly source: string;
}

/** The three files of the dated case: a note of a call, the letter, and the attestation of the switch-off. */
export function filesOf(today?: string): readonly SampleFile[] {
  const dates = datesFor(today);
  const { long } = dates;
  const words = letterWords(dates);
  const note = `NOTE OF A TELEPHONE CALL
Made the same day by export counsel, Corvane Research, Inc.
Invented sample case. Not legal advice.

Day: ${long('2026-06-09')}, 3:05 p.m. to 3:17 p.m. Eastern
Caller: Office of Export Enforcement; the caller gave an office and no name.
Present for us: export counsel; head of safety research.

1. The caller said that a weakness had been found in Heron 2: a jailbreak that
   draws out exploit code the safeguards should withhold.
2. The caller said: "correct it, or withdraw it."
3. Asked which version, which prompts and who had tested: no answer.
4. Asked for the instruction in writing: "you will hear from us."
5. Asked by when: "soon."

We promised to look into it and to answer in writing. Nothing else was promised.
`;
  const letter = `UNITED STATES DEPARTMENT OF COMMERCE
Bureau of Industry and Security
Invented sample case. No such letter exists.

${long('2026-06-26')}

Corvane Research, Inc.
Office of the General Counsel

Under section 1754(e) of the Export Control Reform Act of 2018
(50 U.S.C. 4813(e)) and 15 CFR 744.22(b), and because the Models give meaningful
uplift to the conduct of cyberattacks:

1. ${words.one}

2. ${words.two}

3. ${words.three}

4. ${words.four}

5. ${words.five}

6. ${words.six}

Director, Office of Exporter Services
`;
  const attestation = `ATTESTATION OF THE SUSPENSION OF ACCESS
Corvane Research, Inc., Model Operations
Invented sample case.

On ${long('2026-07-01')} between 4:10 p.m. and 10:40 p.m. Eastern, access to Heron 2.0 and
Heron 2.1 was changed as follows. Times are those of the change log.

16:10  API               identity check required; unchecked keys revoked
17:25  Console           off
19:02  Enterprise        limited to tenants that check identity (37 tenants)
20:30  Halden Cloud      off
22:05  Weights on site   shipment stopped; two customers written to
22:40  Staff tools       limited to persons determined not to be barred

418 members of staff had access before; 57 were barred; 9 were undetermined and
are treated as barred. Nobody in the second or third group has had access since.

Lead engineer, Model Operations
${long('2026-07-02')}
`;
  return [
    { item: 'e-call-note', filename: 'note-of-call.txt', mime: 'text/plain', text: note, custodian: 'Export counsel', source: 'Made the same day' },
    { item: 'e-letter', filename: 'letter.txt', mime: 'text/plain', text: letter, custodian: 'Office of the General Counsel', source: 'Received by courier' },
    { item: 'e-attestation', filename: 'attestation.txt', mime: 'text/plain', text: attestation, custodian: 'Model operations', source: 'Given by the lead engineer' },
  ];
}
