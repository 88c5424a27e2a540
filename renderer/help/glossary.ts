/** A word of the law or of the program, what it means here, and the topic that goes on from it. */
export interface Term {
  readonly word: string;
  readonly means: string;
  readonly see: string;
}

/** In the order of the alphabet. Words of the law are used as the law uses them; where a statute or rule gives the word, it is named. */
export const glossary: readonly Term[] = [
  { word: 'All of, any of', means: 'All of: every condition must be met. Any of: one is enough. Clauses and rules of scope are built of these two.', see: 'order' },
  { word: 'Approval', means: 'A signature over the content of one record with the person’s own key. It counts until what it covers changes.', see: 'decisions' },
  { word: 'As known on', means: 'The case as it was recorded at a past moment; not the same as what had happened by then.', see: 'as-known-on' },
  {
    word: 'Assertion',
    means: 'What somebody says is so: a disputed issue, in the window. It stays disputed until it is settled, and is never printed as a fact.',
    see: 'disputed-issues',
  },
  { word: 'Assumption', means: 'What a count took for granted because nothing was recorded. It is listed beside the date.', see: 'deadline' },
  {
    word: 'Audience',
    means: 'For whom a record or field may leave: internal, outside counsel, agency, court, public. What is marked for one goes to it and to those nearer to us.',
    see: 'export',
  },
  { word: 'Barred, not barred by this order', means: 'What one order says of a class of people. Not barred is no permission: other controls stay open.', see: 'reach' },
  { word: 'Bates number', means: 'The number stamped on each page of a production.', see: 'evidence' },
  { word: 'Business day', means: 'A day that is no Saturday, Sunday, legal holiday or recorded closure of the office that counts.', see: 'deadline' },
  { word: 'Certainty', means: 'How sure a date is: exact, about, within a range, disputed, unknown.', see: 'form' },
  {
    word: 'Checkpoint',
    means: 'A signed statement of how long the history is and of the hash over all of it. It shows later that nothing before it was rewritten.',
    see: 'evidence-of-a-filing',
  },
  { word: 'Clause', means: 'A numbered part of an order, quoted, with what it makes us do beside it.', see: 'order' },
  { word: 'Clawback notice', means: 'A notice that privileged material was produced by mistake and must come back (Rule 26(b)(5)(B); Evidence Rule 502(b)).', see: 'record' },
  { word: 'Compartment', means: 'A part of the vault sealed with a key of its own: what is about persons.', see: 'people-sealed' },
  { word: 'Custodian', means: 'Who had a file or a record before us, and who must keep it under a hold.', see: 'holds' },
  { word: 'Custody', means: 'Who had an exhibit from when to when, and what was done to it. Custody is added to and never changed.', see: 'exhibit' },
  { word: 'Determination', means: 'A decision on what access one person should have under an order, with its ground.', see: 'access' },
  { word: 'Digest (SHA-256)', means: '64 figures and letters computed from the exact bytes of a file. Another byte gives another digest.', see: 'evidence-of-a-filing' },
  { word: 'Due', means: 'The last day on which the act is in time, as the rule is read.', see: 'deadline' },
  { word: 'EAR', means: 'Export Administration Regulations, 15 CFR parts 730 to 774. Their “foreign person” is another test than an order’s own definition.', see: 'reach' },
  { word: 'Exhibit', means: 'A file taken in as evidence, under a number that it keeps.', see: 'exhibit' },
  { word: 'Fault', means: 'Something went wrong in Cordon itself. It has a reference number and is told without a word of any case.', see: 'diagnostics' },
  {
    word: 'File-by date',
    means: 'The day to plan by: the earlier reading of the rule, and a day on which offices are open. It is never later than the last day.',
    see: 'deadline',
  },
  { word: 'Finding', means: 'What a test of a model showed: who tested what, and whether it could be reproduced.', see: 'model' },
  { word: 'Gate', means: 'The conditions that must all be met before access is restored.', see: 'plan' },
  { word: 'Hold', means: 'The duty to keep evidence, and the notice of it. While it is open nothing under it is erased.', see: 'holds' },
  { word: 'Journal', means: 'The chained list of all changes behind the history.', see: 'history' },
  { word: 'Latest arguable day', means: 'The last day on a reading that may not hold. Nothing is planned on it.', see: 'deadline' },
  { word: 'Marking', means: 'What stands on every page of a paper: privileged, confidential business information, and the like.', see: 'make-a-pdf' },
  { word: 'Obligation', means: 'What a clause makes us do, by when, and what meets it.', see: 'order' },
  { word: 'Open term', means: 'A word of an order that can be read in more than one way, with its readings and the one that is followed.', see: 'reach' },
  { word: 'Pinpoint', means: 'The page or paragraph on which quoted words stand.', see: 'order' },
  { word: 'Preflight', means: 'The check before a paper is made: what stops it, and what to know of.', see: 'make-a-pdf' },
  { word: 'Privilege', means: 'Attorney-client or work product. It stays with outside counsel at the most, and is withheld by default.', see: 'export' },
  { word: 'Recovery key', means: 'Words on paper that open the vault when the passphrase is lost. It signs as nobody.', see: 'unlock' },
  { word: 'Release', means: 'The record of something that left the vault: file, digest, audience, and what was held back.', see: 'filings' },
  { word: 'Restricted model', means: 'A model of the company that an order reaches or may reach.', see: 'model' },
  { word: 'Roster', means: 'A list of people to be tested against an order.', see: 'screen' },
  { word: 'Safe date', means: 'The same as the file-by date.', see: 'deadline' },
  { word: 'Second reviewer', means: 'Somebody other than the approver, with a key of their own.', see: 'filing' },
  { word: 'Sequester', means: 'To close a record to everybody until somebody lifts it, as a clawback notice or a protective order asks. Nothing is destroyed.', see: 'record' },
  {
    word: 'Served, received',
    means: 'Served is what the rule calls service; received is when it reached us. Which of the two starts the time is the rule’s to say.',
    see: 'order',
  },
  { word: 'Surface', means: 'Where a model can be reached: the API, an app, a partner’s cloud, inside the company.', see: 'model' },
  { word: 'Trigger', means: 'The event from which a time limit is counted.', see: 'deadline' },
  { word: 'Undetermined', means: 'A fact or a reading is missing. It counts as barred until somebody decides.', see: 'reach' },
  { word: 'Vault', means: 'One encrypted folder with all cases, their evidence and their history.', see: 'unlock' },
  { word: 'Verify', means: 'To read every page, entry, record and stored file of the vault and compare them. It repairs nothing.', see: 'settings' },
];
