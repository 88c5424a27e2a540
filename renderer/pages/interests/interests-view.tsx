import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { suggestedConflicts, type SuggestedConflict } from '../../../shared/records/views/conflicts.ts';
import { partyRoles } from '../../../shared/records/kinds/party.ts';
import { useCaseRecords, type Part } from '../../answers/use-case-records.ts';
import { change } from '../../answers/change.ts';
import type { Named } from '../../answers/use-records.ts';
import { go } from '../../screen/route.ts';
import { useToday, useWritable } from '../../screen/screen.ts';
import { Gradually, sections } from '../../ui/gradually.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook } from '../../ui/state.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { leastWidth } from '../../ui/text-spread.tsx';
import { analysis } from '../../words/analysis.ts';
import { quoted } from '../../words/quote.ts';
import { records as recordWords } from '../../words/records.ts';
import { ViewFrame } from '../analysis/view-frame.tsx';
import styles from '../analysis/analysis.module.css';

const words = analysis.interests;
const wanted = { party: { fields: ['name', 'roles'] }, interest: {}, conflict_of_interest: {} } as const;
const directions: Readonly<Record<string, string>> = kinds.interest.fields.direction.options ?? {};
const named = (roles: readonly (keyof typeof partyRoles)[]): string => roles.map((role) => partyRoles[role].toLowerCase()).join(', ');

/** Who stands to gain or lose, party by party, and the conflicts that are still to be assessed. */
export function InterestsView() {
  const { records, failure } = useCaseRecords(wanted);
  const today = useToday();
  const parties = records?.of('party') ?? [];
  const conflicts = records?.of('conflict_of_interest') ?? [];
  const interests = records?.of('interest') ?? [];
  const suggested = suggestedConflicts(parties, conflicts, today);
  const holders = parties.filter((party) => interests.some((one) => one.fields.party === party.id));
  const nothing = suggested.length + conflicts.length + interests.length === 0;
  return (
    <ViewFrame
      name={analysis.tabs.interests}
      records={records}
      failure={failure}
      note={words.note}
      empty={nothing ? { says: words.empty, then: words.emptyThen, begins: 'interest' } : null}
    >
      {suggested.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.title}>{words.suggested}</h2>
          {suggested.map((one) => (
            <Suggestion key={one.party} of={one} caseId={parties.find((party) => party.id === one.party)?.caseId ?? null} />
          ))}
        </section>
      )}
      {conflicts.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.title}>{words.conflicts}</h2>
          {conflicts.map((one) => (
            <p key={one.id}>
              <Ref inText>{one.number}</Ref> {one.fields.description} <State look={stateLook('conflict_of_interest', one.state)} />
            </p>
          ))}
        </section>
      )}
      <Gradually of={holders} first={sections}>
        {(party) => <Holder key={party.id} party={party} interests={interests.filter((one) => one.fields.party === party.id)} names={records?.names ?? new Map()} />}
      </Gradually>
    </ViewFrame>
  );
}

function Suggestion({ of, caseId }: { of: SuggestedConflict; caseId: string | null }) {
  const writable = useWritable();
  const record = async (): Promise<void> => {
    const made = await change(
      'records.create',
      { kind: 'conflict_of_interest', caseId, fields: { party: of.party, roles: [...of.roles], description: words.suggestion(of.name, named(of.roles)) } },
      recordWords.created,
    );
    if (made) go({ page: 'record', number: made.number, tab: null });
  };
  return (
    <p className={styles.cell}>
      <Mark shape="disputed" tone="wait" /> <Ref inText>{of.number}</Ref> {words.suggestion(of.name, named(of.roles))}
      <span className={styles.small}>{words.notOnRecord(named(of.notAssessed))}</span>
      {writable && of.notAssessed.length === of.roles.length && (
        <span className={styles.act}>
          <PageButton onClick={() => void record()}>{words.record}</PageButton>
        </span>
      )}
    </p>
  );
}

function Holder({ party, interests, names }: { party: Part<typeof wanted, 'party'>; interests: readonly RecordOf<'interest'>[]; names: ReadonlyMap<string, Named> }) {
  return (
    <section aria-labelledby={`interests-${party.number}`}>
      <div className={styles.section}>
        <h2 className={styles.title} id={`interests-${party.number}`}>
          {party.fields.name} <Ref inText>{party.number}</Ref>
        </h2>
      </div>
      <div className={styles.frame}>
        <table className={styles.table} style={leastWidth(760)}>
          <thead>
            <tr>
              <th scope="col" style={{ width: '380px' }}>
                {words.columns.interest}
              </th>
              <th scope="col">{words.columns.direction}</th>
              <th scope="col">{words.columns.amount}</th>
              <th scope="col">{words.columns.source}</th>
            </tr>
          </thead>
          <tbody>
            {interests.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Ref inText>{one.number}</Ref> {one.fields.description}
                </th>
                <td>{directions[one.fields.direction]}</td>
                <td>
                  {one.fields.amountQuoted === undefined ? (
                    <span className="muted">{words.noAmount}</span>
                  ) : (
                    <span className={styles.quote}>{quoted(one.fields.amountQuoted)}</span>
                  )}
                </td>
                <td>
                  {(one.fields.source ?? []).length === 0 && one.fields.pinpoint === undefined && <span className="muted">{words.noSource}</span>}
                  {(one.fields.source ?? []).map((id) => {
                    const known = names.get(id);
                    return known ? (
                      <Ref key={id} inText>
                        {known.number}
                      </Ref>
                    ) : null;
                  })}{' '}
                  {one.fields.pinpoint}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
