import type { Chapter } from '../topic.ts';

export const ofDates: Chapter = {
  title: 'Deadlines and the course of events',
  topics: [
    {
      id: 'deadlines',
      title: 'Deadlines',
      what: 'Time limits by the day on which they have to be met. Lists are ordered by the file-by date: the earlier reading, and a day on which offices are open.',
      marks: [
        ['triangle', 'late', 'Late', 'The day or the hour is past.'],
        ['circleDotted', 'wait', 'unsure', 'The date rests on something that is not certain or not confirmed.'],
        ['circleCheck', 'done', 'Met', 'Done, with its proof.'],
      ],
      acts: [
        ['See them another way', 'Choose “List”, “Week”, “Month”, “Agenda” or “Year”.'],
        ['Record one', 'Press “New deadline”. Choose a rule and the day that starts it, or leave the rule empty and type the date.'],
        [
          'Be reminded',
          'Cordon tells how many are near while a vault is open; choose days and quiet hours in Settings. What came while it was closed stands on the docket, until you press “I have seen them”.',
        ],
        ['Put them in a calendar', 'Press “Export…” and choose “Calendar (.ics)”. Titles stay out unless you let them go.'],
      ],
      not: 'Nobody is reminded outside this computer, and only while the vault is opened on it: keep your firm’s docketing besides.',
      see: ['deadline', 'moved', 'docket'],
    },
    {
      id: 'deadline',
      title: 'A deadline',
      what: 'The last day, the file-by date, and every step that led there with its rule and source, so that you can check it with a finger on the calendar.',
      marks: [
        ['diamondDashed', 'wait', 'Not confirmed by counsel', 'Nobody has checked the rule against the law as it stands. It says so in every list and on paper.'],
        ['circleDotted', 'wait', 'No date', 'A fact is missing; it says which.'],
      ],
      acts: [
        ['Check the count', 'Open “Check the count”: start, weekends, holidays, last day and file-by date are on it.'],
        ['Set a date aside', 'Press “Edit” and fill in “Set aside by counsel”: the date that holds instead, the reason and the authority. The count stays beside it.'],
        ['Record that it is done', 'Press “Record that it is done” and name the proof.'],
      ],
      not: 'The latest arguable day is never used for planning. Cordon does not know local rules that are not in its list.',
      see: ['deadlines', 'moved', 'glossary'],
    },
    {
      id: 'moved',
      title: 'Dates that would move',
      what: 'Open deadlines whose recorded date no longer follows from what is recorded: an order was changed, a holiday added, a rule edited.',
      acts: [
        ['Record new dates', 'Choose them, give the reason, and approve. It is one act.'],
        ['Keep a date', 'Leave it unchosen: no date moves by itself.'],
        ['See why', 'Each line names what was changed and by whom.'],
      ],
      not: 'A date that counsel confirmed does not move without a signature; one that two confirmed is entered as an override.',
      see: ['deadline', 'record'],
    },
    {
      id: 'chronology',
      title: 'Chronology',
      what: 'Events, orders, contacts and filings in their order, on an axis as wide as the doubt about each date.',
      acts: [
        ['Record an event', 'Press “New event”. Type the date as you know it: about 30 April, before 12 June, unknown.'],
        ['Place what has no date', 'Say what it came before or after: it stands there in the list.'],
        ['See who knew', 'Open “Who knew when”.'],
        ['Walk along the axis', 'Arrows go from date to date, Enter shows the line of one.'],
        ['Take it out', 'Press “Export…”, as a table or a picture.'],
      ],
      not: 'A date that nobody gave is not guessed.',
      see: ['analysis-knew', 'communications', 'form'],
    },
    {
      id: 'communications',
      title: 'Communications',
      what: 'Letters, calls, meetings and mail with the government, customers and others: who, when, how, and what was said.',
      acts: [
        ['Record one', 'Press “New”, or drop the message on “Evidence” and link it.'],
        ['Quote', 'Type what was said word for word; your own reading goes in the notes, which are privileged.'],
        ['Follow up', 'Begin a deadline or a request from the record: it is linked to it.'],
      ],
      not: 'It sends and receives no mail.',
      see: ['requests', 'evidence', 'parties'],
    },
    {
      id: 'decisions',
      title: 'Decisions',
      what: 'Who decided what, on what day, from which options and for which reasons; with approvals by signature.',
      acts: [
        ['Record a decision', 'Question, options, the one that was chosen, reasons.'],
        ['Have it approved', 'Under “Signatures”, each person signs with their own key.'],
        ['Watch what would change it', 'Record a watch: what to look at, and how often.'],
      ],
      not: 'A typed name is no signature and says “attested, not authenticated”.',
      see: ['analysis-options', 'analysis-duties', 'history'],
    },
    {
      id: 'history',
      title: 'History',
      what: 'Every change to every record: who, when, which fields, why. Entries are chained: one that is altered is found.',
      acts: [
        ['Undo', 'Press “Undo” on an entry. What was changed since stands; undo is an entry too.'],
        ['See the case as it was known', 'Press “Show the case as of then”. The whole window shows that moment until you return to now.'],
        ['Compare', 'Open a record to see then and now side by side.'],
      ],
      not: 'Custody, signed and filed papers, productions, hold notices and confirmed dates are not undone; Cordon says what to do instead.',
      see: ['as-known-on', 'settings', 'evidence-of-a-filing'],
    },
    {
      id: 'as-known-on',
      title: 'As known on a day',
      what: 'The whole window as it would have been at a past moment. A banner across the window says so, and nothing can be changed.',
      acts: [
        ['Choose the moment', 'Press “As of now” at the top and type a day and an hour.'],
        ['Come back', 'Press “Return to now”.'],
        ['Print it', 'Papers made then carry the moment.'],
      ],
      not: 'It shows what was recorded by then, not what had happened by then. What was erased since is not shown.',
      see: ['history', 'chronology'],
    },
  ],
};
