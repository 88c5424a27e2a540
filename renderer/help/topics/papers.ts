import type { Chapter } from '../topic.ts';

export const ofPapers: Chapter = {
  title: 'Papers and files',
  topics: [
    {
      id: 'filings',
      title: 'Filings',
      what: 'Papers to an agency, to a court or for inside use, and the releases: a record of everything that ever left the vault.',
      acts: [
        ['Make a paper', 'Press “Make a PDF”.'],
        ['Record a filing', 'Press “New filing”: recipient, due day, who approves.'],
        ['See what left', 'Open the releases: file name, digest, audience, and what was held back.'],
      ],
      not: 'Nothing is filed electronically from here: you save the PDF and upload it yourself, then take in the receipt.',
      see: ['filing', 'make-a-pdf', 'evidence-of-a-filing'],
    },
    {
      id: 'filing',
      title: 'A filing',
      what: 'One paper from draft to receipt: what it rests on, who approved it, the exact bytes that were made and their digest.',
      acts: [
        ['Approve it', 'Under “Signatures”, sign with your own key. It counts until what it covers changes.'],
        ['See the paper', 'Open “Pressed papers”.'],
        ['Record the filing', 'When it was filed, and the receipt as evidence.'],
      ],
      not: 'The same person twice is no independent review, and the paper says so.',
      see: ['make-a-pdf', 'evidence-of-a-filing'],
    },
    {
      id: 'make-a-pdf',
      title: 'Make a PDF',
      what: 'An order summary, a status report or a status of access, as archive PDF (PDF/A with tags), in five steps: choose, check, look, approve, freeze.',
      acts: [
        ['Choose for whom', '“Internal use” is marked privileged on every page. “Sending out” needs an approved filing and leaves out what is privileged.'],
        ['Read the findings', 'What stops the paper and what is only to be known, each with its record.'],
        ['Look at the pages', 'Press “Show the pages” before anybody approves.'],
      ],
      not: 'Words of a paper are not edited by hand: they come from the records. Correct the record and make it anew.',
      see: ['filings', 'filing', 'export'],
    },
    {
      id: 'export',
      title: 'Export',
      what: 'Takes a list, a figure, a calendar, a plan, evidence or a whole case out of the vault, for a named audience and with a record of it.',
      acts: [
        ['Choose the form', 'Excel workbook, CSV table, calendar, OSCAL plan, BagIt, or an encrypted hand-over.'],
        ['Choose for whom', 'What is marked for somebody nearer to us stays here. Privileged content goes to outside counsel at the most, with a reason.'],
        ['See what was held back', 'It is listed when the export is done, and on the release.'],
      ],
      not: 'What is sealed with the people of the case never goes. A file that has left cannot be called back.',
      see: ['filings', 'list', 'people-sealed'],
    },
    {
      id: 'import',
      title: 'Import',
      what: 'Takes in tables, calendars and plans from other programs. Nothing is written before you say so.',
      acts: [
        ['Map the columns', 'Say which column fills which field; the mapping is offered again for a file with the same columns.'],
        ['Try it', 'Press “Try it”: everything is checked and nothing is kept.'],
        ['Take it back', 'An import is one act: undo takes all of it back.'],
      ],
      not: 'One fault is enough to import nothing. Files that are evidence are taken in on “Evidence”.',
      see: ['evidence', 'list'],
    },
    {
      id: 'search',
      title: 'Search',
      what: 'Finds numbers, titles and the words inside documents, as you type.',
      acts: [
        ['Search and command', 'The same field at the top also finds every act of the program with its keys.'],
        ['Narrow it', 'Add a word. Whole words and their beginnings are found.'],
        ['Order the results', 'Choose “Newest first” or “Best match first”.'],
      ],
      not: 'What is sealed with the people of the case, sequestered or erased is in no search.',
      see: ['list', 'people-sealed'],
    },
    {
      id: 'list',
      title: 'A list of records',
      what: 'All records of one kind. Sort by a column, filter by field, choose columns, and save the view as your own.',
      acts: [
        ['Change many at once', 'Choose rows; a bar then offers what can be done to all of them. It is one act, and one undo takes it back.'],
        ['Filter', 'Press “Filter by field”. A date that is not certain is shown wherever it may lie.'],
        ['Take it out', 'Press “Export…”.'],
      ],
      not: 'Privilege, audience and marking, and what is signed, confirmed or found, are changed one at a time.',
      see: ['record', 'export', 'form'],
    },
    {
      id: 'record',
      title: 'A record',
      what: 'Number and title; its state; the facts; then tabs for what belongs to it, its links and its history.',
      acts: [
        ['Change it', 'Press “Edit”. What you type is sealed as a draft until you save.'],
        ['Change its state', 'Press “Change state”: the menu offers the moves that are open and says what the others wait for.'],
        ['Keep it from use', 'In the same menu, “Sequester…” closes it to everybody; “Erase…” takes its content for ever, with an authority.'],
      ],
      not: 'Removing leaves the history as it is; only erasing takes content away, and a hold refuses it.',
      see: ['form', 'history', 'list'],
    },
    {
      id: 'form',
      title: 'Enter and edit a record',
      what: 'Little is needed to begin: say what is known and how sure it is. What you type is sealed in the vault as a draft and survives a lock or a crash.',
      acts: [
        ['Type a date', 'As you would write it: 14 June, about 30 April, 9 or 12 June, unknown. The reading stands under the field before you save.'],
        ['Link a record', 'Type its number or words of its title.'],
        ['Say who may see it', 'Audience and privilege stand at the end of the form and have a careful default.'],
      ],
      not: 'A date in figures that can be read two ways (6/9/2026) is refused, with both readings to press.',
      see: ['unfinished', 'record'],
    },
    {
      id: 'unfinished',
      title: 'Unfinished',
      what: 'Forms and questions that were begun and not recorded. They are sealed in the vault and are no part of the history.',
      acts: [
        ['Go on', 'Press “Go on”.'],
        ['Throw one away', 'Press “Discard”.'],
        ['Come back after a lock', 'A line at the top says where you were interrupted.'],
      ],
      not: 'What is unfinished is in no search, paper or export.',
      see: ['form', 'history'],
    },
    {
      id: 'settings',
      title: 'Settings',
      what: 'How the window looks and when it locks on this computer; and for this vault: people, keys, backups and its check.',
      acts: [
        ['Change how it looks', 'Colors, rows of lists, dates and figures. Each change is kept at once.'],
        ['Back up', 'Press “Back up now”. It is one encrypted file; keep it on another drive.'],
        ['Check the vault', 'Press “Verify”. Every page, entry, record and stored file is read.'],
      ],
      not: 'Settings of the window hold nothing of a case and are not in the vault or its backups.',
      see: ['unlock', 'people-sealed', 'history'],
    },
  ],
};
