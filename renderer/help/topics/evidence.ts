import type { Chapter } from '../topic.ts';

export const ofEvidence: Chapter = {
  title: 'Evidence and parties',
  topics: [
    {
      id: 'evidence',
      title: 'Evidence',
      what: 'Files as exhibits: copied, hashed with SHA-256 and sealed, each with its custody from the moment it came to us.',
      marks: [
        ['circleCheck', 'done', 'Whole', 'Its bytes are in the vault and its digest was right when it was read last.'],
        ['stop', 'late', 'In quarantine', 'Its bytes no longer match. It is not shown, filed or produced as if it were whole.'],
      ],
      acts: [
        [
          'Take in files',
          'Drop or paste files, folders, pictures or text, or press “Take in files…”. What has no name gets one, and is asked about before it is taken in. The originals stay where they are. Files can be dropped on every other page too; a link is no file, and nothing is fetched.',
        ],
        ['Take in a production', 'Press “Import a list…” for a load file.'],
        ['Give evidence out', 'Choose rows, press “Export…”, and choose “Evidence with its custody (BagIt)”.'],
      ],
      not: 'No text is recognized in pictures (OCR). A file that is encrypted or too large is kept whole and found by its name.',
      see: ['exhibit', 'holds', 'import'],
    },
    {
      id: 'exhibit',
      title: 'An exhibit',
      what: 'Page pictures and text of one file, what it says of itself, its custody and its digest.',
      acts: [
        ['Look at it', '“Preview” shows pictures of its pages, drawn in a process without keys: nothing in the file can act.'],
        ['Save a copy', 'Press “Save a copy…”: the bytes exactly as they came in. The custody says that it left.'],
        ['Read it again', 'Under “Text”, press “Read it again” where reading took too long.'],
      ],
      not: 'What a file says of itself (author, dates) is not checked. Privilege is set on each exhibit by itself.',
      see: ['evidence', 'record'],
    },
    {
      id: 'parties',
      title: 'Parties',
      what: 'Agencies, courts, companies and persons, with the roles they have and since when.',
      acts: [
        ['Record a party', 'Press “New party”: name, kind, roles with dates.'],
        ['Record what binds them', 'Agreements, interests and conflicts of interest stand on the party.'],
        ['See how they are tied', 'Open Analysis, “Ties”.'],
      ],
      not: 'Nobody is looked up anywhere.',
      see: ['analysis-interests', 'analysis-ties', 'communications'],
    },
    {
      id: 'holds',
      title: 'Legal holds',
      what: 'What has to be kept and by whom: systems that delete by themselves, custodians, notices and acknowledgements.',
      marks: [
        ['stop', 'late', 'Still deleting', 'A system still deletes what has to be kept. The shortest life stands first.'],
        ['circleDotted', 'wait', 'Not acknowledged', 'The custodian had the notice and has not answered.'],
      ],
      acts: [
        ['Issue it', 'A drafted hold binds nobody. Change its state when the notice went out.'],
        ['Record a reminder', 'Press “Remind today”. Nothing is sent: it records that you did.'],
        ['Show that deletion stopped', 'Link the log or the setting that shows it.'],
      ],
      not: 'It stops no system. While a hold is open nothing under it can be erased.',
      see: ['evidence', 'analysis-duties'],
    },
    {
      id: 'notes',
      title: 'Notes',
      what: 'Thoughts of counsel that are no record of a fact. They are privileged and stay inside by default.',
      acts: [
        ['Write one', 'Press “New” and link what it is about.'],
        ['Find it', 'Search finds its words.'],
        ['Remove it', 'Open its menu. Undo brings it back.'],
      ],
      not: 'A note prints in no filing. What a filing rests on belongs in a record with a source.',
      see: ['record', 'search'],
    },
    {
      id: 'employment',
      title: 'An employment action',
      what: 'Something done to an employee over citizenship, national origin or a report, with the time in which a charge may be brought.',
      acts: [
        ['See the exposure', 'Open “Exposure”: each charge with the day on which it ends.'],
        ['Watch it', 'Record a deadline and name it there.'],
        ['Record the day', 'Without the day of the act no end can be counted.'],
      ],
      not: 'Whether a rule applies is for employment counsel.',
      see: ['deadlines', 'screen'],
    },
  ],
};
