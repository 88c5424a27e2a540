import { openIn } from '../case-work.ts';
import { field } from '../field.ts';
import { defineKind } from '../kind.ts';

/** A case (domain.md §2.29): what every other record belongs to. */
export const caseKind = defineKind({
  kind: 'case',
  prefix: 'CASE',
  label: 'Case',
  plural: 'Cases',
  shape: 1,
  upgrades: [],
  fields: {
    title: field.text({ label: 'Title', required: true }),
    client: field.text({ label: 'Client', help: 'The company on whose behalf the record is kept.', column: true }),
    matterNumber: field.text({ label: 'Matter number', column: true }),
    docketNumber: field.text({ label: 'Docket number' }),
    summary: field.prose({ label: 'Summary' }),
    opened: field.date({ label: 'Opened' }),
    directedBy: field.text({ label: 'Who directs', help: 'The lawyer at whose direction the work is done.' }),
    outsideCounsel: field.links({ label: 'Outside counsel', to: ['party'], role: 'counsel' }),
    engagement: field.group({
      label: 'Engagement',
      fields: {
        scope: field.prose({ label: 'Scope', required: true }),
        signed: field.date({ label: 'Date' }),
        paper: field.link({ label: 'Letter', to: ['evidence_item', 'agreement'], role: 'engagement' }),
      },
    }),
    courts: field.words({ label: 'Courts', help: 'Profiles whose hours and holidays count.' }),
    protectiveOrders: field.links({ label: 'Protective orders', to: ['order', 'evidence_item'], role: 'protective_order' }),
    billingCode: field.text({ label: 'Billing code' }),
    budget: field.group({
      label: 'Budget',
      privilege: 'attorney_client',
      fields: {
        approved: field.text({ label: 'Approved' }),
        spent: field.text({ label: 'Spent' }),
        forecast: field.text({ label: 'Forecast' }),
        asOf: field.date({ label: 'As of' }),
      },
    }),
    roles: field.rows({
      label: 'Our part in each proceeding',
      help: 'Decides whose time limits are ours.',
      fields: {
        proceeding: field.text({ label: 'Proceeding', required: true }),
        role: field.choice({
          label: 'We are',
          required: true,
          options: {
            company: 'The company concerned',
            applicant: 'Applicant',
            appellant: 'Appellant',
            respondent: 'Respondent',
            disclosing_party: 'Disclosing party',
            requester: 'Requester',
            plaintiff: 'Plaintiff',
            defendant: 'Defendant',
            movant: 'Movant',
            petitioner: 'Petitioner',
            served_party: 'Served party',
            license_holder: 'License holder',
          },
        }),
        from: field.date({ label: 'From' }),
        to: field.date({ label: 'To' }),
      },
    }),
    controlGroup: field.words({ label: 'Control group', help: 'Roles that may give and receive legal advice on this case.' }),
    spokesperson: field.text({ label: 'Who may speak to the government' }),
    authority: field.rows({
      label: 'Who may certify, disclose and declare',
      fields: {
        act: field.text({ label: 'Act', required: true }),
        holder: field.text({ label: 'Who', required: true }),
        evidence: field.links({ label: 'Evidence of authority', to: ['evidence_item', 'decision'], role: 'authority' }),
      },
    }),
    privilegeProtocol: field.prose({ label: 'Privilege protocol', privilege: 'attorney_client' }),
    intake: field.rows({
      label: 'First ten questions',
      help: 'Asked on the first day (what was said, what we hold, how it reached us, what must stop, what was promised).',
      privilege: 'attorney_client',
      fields: {
        question: field.text({ label: 'Question', required: true }),
        answer: field.prose({ label: 'Answer' }),
        asOf: field.date({ label: 'As known on' }),
        owner: field.text({ label: 'Who finds out' }),
        source: field.links({ label: 'Source', to: ['*'], role: 'source' }),
      },
    }),
    netAnswers: field.rows({
      label: 'Why nothing is due',
      help: 'Answers to what stands without a date: an obligation, a deadline without proof of its start, or the whole case.',
      fields: {
        about: field.text({ label: 'About', required: true, help: 'As the docket names it: ORD-005 OB-13, DL-009 or the number of the case.' }),
        reason: field.prose({ label: 'Reason', required: true }),
        until: field.day({ label: 'Look again on' }),
      },
    }),
    closingReason: field.prose({ label: 'Why it was closed' }),
  },
  states: {
    open: { label: 'Open', mark: 'circle', fill: 2 },
    watching: { label: 'Watching', mark: 'circle', fill: 1 },
    closed: { label: 'Closed', closed: true, mark: 'circle', fill: 4 },
  },
  initial: 'open',
  moves: { open: ['watching', 'closed'], watching: ['open', 'closed'], closed: ['open'] },
  guards: [
    {
      name: 'open-work',
      on: 'move',
      into: ['closed'],
      check: (record, look) => openIn(record.id, look),
    },
  ],
  title: (fields) => fields.title,
  due: () => null,
  withoutCase: true,
  audience: 'internal',
  privilege: 'none',
});
