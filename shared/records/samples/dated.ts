import { datesFor, type Dates } from './dated/calendar.ts';
import { deadlines } from './dated/deadlines.ts';
import { evidence } from './dated/evidence.ts';
import { filesOf, type SampleFile } from './dated/files.ts';
import { issues } from './dated/issues.ts';
import { models } from './dated/models.ts';
import { orders } from './dated/orders.ts';
import { papers } from './dated/papers.ts';
import { parties } from './dated/parties.ts';
import { views } from './dated/views.ts';
import { remediation } from './dated/remediation.ts';
import { requests } from './dated/requests.ts';
import { rulings } from './dated/rulings.ts';
import { scope } from './dated/scope.ts';
import { sampleOf, type Add, type Sample } from './sample.ts';

const theCase =
  ({ on }: Dates) =>
  (add: Add): void => {
    add('case', 'dated-case', 'open', {
      title: 'Corvane Research: Heron 2',
      client: 'Corvane Research, Inc.',
      matterNumber: 'Sample B',
      docketNumber: '26-BIS-0041 (invented)',
      summary: 'An invented case, fully dated. Every company, person, number and paper in it is made up; the time limits are really computed.',
      opened: on('2026-06-09'),
      directedBy: 'General Counsel',
      outsideCounsel: ['ottermole'],
      spokesperson: 'General Counsel and export counsel',
      controlGroup: ['General Counsel', 'Export counsel', 'Litigation', 'Outside counsel'],
      roles: [
        { proceeding: 'License requirement, 26-BIS-0041', role: 'company', from: on('2026-06-26') },
        { proceeding: 'License application and appeal', role: 'appellant', from: on('2026-07-20') },
        { proceeding: 'Charging letter', role: 'respondent', from: on('2026-10-29') },
        { proceeding: 'Self-disclosure', role: 'disclosing_party', from: on('2026-07-14') },
        { proceeding: 'Complaint, 1:26-cv-02417', role: 'plaintiff', from: on('2026-09-14') },
        { proceeding: 'Subpoena of a third party', role: 'served_party', from: on('2026-11-12') },
      ],
      authority: [{ act: 'Certify a report to the Bureau', holder: 'General Counsel and Secretary', evidence: ['dec-limit'] }],
      privilegeProtocol: 'Label at creation. The cloud partner gets nothing outside the common-interest agreement.',
    });
  };

/** Sample B: an invented case with every date, as it stood on `today` (moved by whole weeks from the day on which it was written). */
export function datedCase(today?: string): Sample {
  const dates = datesFor(today);
  return sampleOf('dated-case', [
    theCase(dates),
    parties(dates),
    models(dates),
    orders(dates),
    rulings(dates),
    scope(dates),
    requests(dates),
    evidence(dates, today),
    deadlines(dates),
    remediation(dates),
    issues(dates),
    papers(dates),
    views(dates),
  ]);
}

/** The small files of three of its exhibits, for a demonstration that takes real bytes in. */
export function datedFiles(today?: string): readonly SampleFile[] {
  return filesOf(today);
}
