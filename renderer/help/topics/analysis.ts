import type { Chapter } from '../topic.ts';

export const analysisViews: Chapter = {
  title: 'Analysis',
  topics: [
    {
      id: 'analysis-scope',
      title: 'Scope against evidence',
      what: 'Each clause that asks something, beside the tests of each model that are in hand or only reported. An empty cell is a clause that nothing in hand supports.',
      acts: [
        ['Ask for what is missing', 'Press “Ask for it” in the cell: a request begins, linked to the order and the model.'],
        ['See a test', 'Press its number.'],
        ['Show another case', 'Choose it above the table.'],
      ],
      not: 'A test in hand does not show that the clause is justified.',
      see: ['requests', 'model', 'order'],
    },
    {
      id: 'analysis-said',
      title: 'What we said',
      what: 'Statements on each disputed issue side by side: ours, official ones, others. Ours that cannot both stand are named first.',
      acts: [
        ['Record a statement', 'Word for word, with who said it to whom, when, and a capture of it.'],
        ['Correct one', 'Open “Corrections to consider” and record what was corrected, where, and when.'],
        ['Find who approved it', 'A statement without a recorded approval says so.'],
      ],
      not: 'It does not search the web for statements.',
      see: ['disputed-issues', 'communications'],
    },
    {
      id: 'analysis-knew',
      title: 'Who knew when',
      what: 'Events in their order and, for each party, since when they knew of them, as far as that is recorded.',
      acts: [
        ['Enter knowledge', 'Open the event and record who knew of it, since when, and the source.'],
        ['Read a cell', 'A dotted line: the day is not certain. “took part” in a meeting is not knowledge of what was said.'],
        ['See the events', 'Press an event’s number.'],
      ],
      not: 'An empty cell says nothing, and nothing is concluded from it.',
      see: ['chronology', 'parties'],
    },
    {
      id: 'analysis-disputed',
      title: 'Disputed issues by party',
      what: 'Open assertions in rows and parties in columns, with the position of each.',
      acts: [
        ['See one issue', 'Press its number.'],
        ['Enter a position', 'On the issue itself.'],
        ['See one-sided ones', 'They say “One side only is recorded”.'],
      ],
      not: 'Severities of different sides are not averaged.',
      see: ['disputed-issues', 'analysis-said'],
    },
    {
      id: 'analysis-duties',
      title: 'Conflicting duties',
      what: 'Two duties that cannot both be obeyed: order against order, against preservation, a contract or foreign law.',
      acts: [
        ['Record a conflict', 'Name both duties, where they meet, and what is done meanwhile.'],
        ['Decide it', 'Record a decision and link it: until then the conflict stands in red on the docket.'],
        ['See the duties', 'Press their numbers.'],
      ],
      not: 'Cordon does not choose between the two.',
      see: ['decisions', 'holds', 'order'],
    },
    {
      id: 'analysis-options',
      title: 'Options',
      what: 'Each question with what could have been done: feasible or not, time, cost, risk, and which was chosen.',
      acts: [
        ['Record options', 'On the decision, one row for each option.'],
        ['See why one is not open', 'It names the condition that it would break.'],
        ['Keep a dissent', 'Under the decision, word for word.'],
      ],
      not: 'Options are not scored.',
      see: ['decisions', 'plan'],
    },
    {
      id: 'analysis-harm',
      title: 'Harm',
      what: 'What the restriction does, by whom it hits, with what did it: the order as worded, or our decision beyond it.',
      acts: [
        ['Record an effect', 'Press “Record an effect”: whom it hits, since when, what did it.'],
        ['Give a figure', 'Only where a source gives one; its hedge is quoted.'],
        ['Take the table out', 'Press “Export…”.'],
      ],
      not: 'No figure is added up from figures of different sources.',
      see: ['model', 'make-a-pdf'],
    },
    {
      id: 'analysis-interests',
      title: 'Interests',
      what: 'What each party stands to gain or to lose, in both directions, the benign interests too; and roles that pull against each other.',
      acts: [
        ['Record an interest', 'With its source and the amount as quoted.'],
        ['Record a conflict of interest', 'Press “Record the conflict” beside a suggestion.'],
        ['Check the roles', 'A role that is not on record is named.'],
      ],
      not: 'A suggestion is a question, not a finding.',
      see: ['parties', 'analysis-ties'],
    },
    {
      id: 'analysis-ties',
      title: 'Ties',
      what: 'Parties and what ties them to each other and to the models, as a graph and as a table.',
      acts: [
        ['Follow one', 'Press a party.'],
        ['Read it without the picture', 'The table says the same.'],
        ['Record a tie', 'On the party or the agreement.'],
      ],
      not: 'What is not recorded is not drawn; distance in the picture means nothing.',
      see: ['parties', 'analysis-interests'],
    },
    {
      id: 'analysis-progress',
      title: 'Progress',
      what: 'How many steps of a plan were open on each day, from the history of the records.',
      acts: [
        ['Read the figures', 'Show it as a table.'],
        ['Take it out', 'Press “Export table…”.'],
        ['See the steps', 'Open the plan.'],
      ],
      not: 'It draws no line into the future.',
      see: ['plan', 'history'],
    },
    {
      id: 'analysis-intake',
      title: 'Intake sheet',
      what: 'The questions to ask on the first day of a matter, with the answers and what is still open.',
      acts: [
        ['Answer', 'Press “Answer the questions”.'],
        ['See what is open', 'Open questions say “Not answered”.'],
        ['Record the basics', 'Client, matter number, who directs and who speaks to the government stand on the case.'],
      ],
      not: 'An answer here is no record of its own: what carries a date or a source belongs in one.',
      see: ['first-hour', 'record'],
    },
  ],
};
