import type { Migration } from './list.ts';

/** An element of a list that is an object; anything else (only somebody with a key could have put it there) says nothing. */
const item = (alias: string): string => `CASE ${alias}.type WHEN 'object' THEN ${alias}.value END`;

/** The day of a date as it is recorded: the earliest it allows, and where it says only by when, the last day it names. NULL where it names none. */
const dayOf = (date: string): string => `CASE ${date} ->> '$.certainty'
    WHEN 'exact' THEN ${date} ->> '$.day' WHEN 'approximate' THEN ${date} ->> '$.day'
    WHEN 'range' THEN coalesce(${date} ->> '$.earliest', ${date} ->> '$.latest')
    WHEN 'disputed' THEN (SELECT min((${item('reading')}) ->> '$.day') FROM json_each(${date} -> '$.readings') reading) END`;

/** The day with which a computed date begins; NULL for anything else. */
const computed = (name: string): string =>
  `CASE WHEN body ->> '$.fields.answer.${name}' GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' THEN substr(body ->> '$.fields.answer.${name}', 1, 10) END`;

const granted = dayOf(`((${item('one')}) -> '$.newDate')`);
const byHand = dayOf("(body -> '$.fields.date')");
const byRule = `coalesce(${computed('safe')}, ${computed('follow_up')}, ${computed('due')})`;
/** What counsel set instead, else the last extension that was granted, else what the rule gives or what was entered by hand. */
const ofDeadline = `coalesce(
    ${dayOf("(body -> '$.fields.override.final')")},
    (SELECT ${granted} FROM json_each(body -> '$.fields.extensions') one WHERE (${item('one')}) ->> '$.grantedBy' IS NOT NULL AND ${granted} IS NOT NULL ORDER BY one.key DESC LIMIT 1),
    CASE body ->> '$.fields.method' WHEN 'manual' THEN ${byHand} END, ${byRule}, ${byHand})`;

const days: Readonly<Record<string, string>> = {
  deadline: ofDeadline,
  remediation_step: dayOf("(body -> '$.fields.due')"),
  notice: `CASE WHEN body -> '$.fields.sent' IS NULL THEN ${dayOf("(body -> '$.fields.due')")} END`,
  evidence_request: `CASE WHEN body ->> '$.fields.direction' NOT IN ('to_government', 'to_opponent', 'to_third_party', 'foia_out') THEN ${dayOf("(body -> '$.fields.answerBy')")} END`,
  communication: `(SELECT min(${dayOf(`((${item('promise')}) -> '$.due')`)}) FROM json_each(body -> '$.fields.commitments') promise WHERE (${item('promise')}) ->> '$.state' = 'open')`,
  watch: dayOf("(body -> '$.fields.nextReview')"),
  search_record: dayOf("(body -> '$.fields.repeatBy')"),
  decision: dayOf("(body -> '$.fields.revisit')"),
  authorization: dayOf("(body -> '$.fields.validTo')"),
  weakness: dayOf("(body -> '$.fields.deadline')"),
};

/** A body that is no JSON (only somebody with a key could have put it there) keeps the day it has; what is sequestered or erased has none. */
const step = ([kind, day]: readonly [string, string]): string => `
  UPDATE record SET due = found.due
  FROM (SELECT rowid, CASE WHEN typeof(body) = 'text' AND json_valid(body) THEN ${day} ELSE due END AS due FROM record WHERE kind = '${kind}' AND closed < 3) found
  WHERE record.rowid = found.rowid AND record.due IS NOT found.due;`;

/**
 * The day by which records sort, of dates that say only by when ("by 30 June"): they had none, so a deadline that was entered so stood without a date. Found by SQL here,
 * by `due` of the kinds' definitions ever since.
 */
export const lastDays: Migration = { shape: 5, sql: Object.entries(days).map(step).join('') };
