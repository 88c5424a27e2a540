import { useState } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { copyText } from '../../screen/copy-text.ts';
import { go } from '../../screen/route.ts';
import { nowInstant, useScreen, useZone } from '../../screen/screen.ts';
import { Facts } from '../../ui/facts.tsx';
import parts from '../../ui/page-parts.module.css';
import { instantWords } from '../../words/dates.ts';
import { diagnostics as words, network } from '../../words/diagnostics.ts';
import { settingFinder as finder } from '../../words/setting-finder.ts';
import { settingNames, settingSays } from '../../words/setting-names.ts';
import { supportText, type Diagnostics } from './support-text.ts';
import styles from './diagnostics.module.css';
import { Heads } from '../../ui/heads.tsx';
import { PageButton } from '../../ui/page-button.tsx';

/** What this program is, what is set, and what went wrong in it; and the text of it that goes to support, shown whole before it is copied. */
export function DiagnosticsPage() {
  const settings = useScreen((now) => now.settings);
  const { fixed } = useScreen((now) => now.fixed);
  const { reply } = useAnswer('diagnostics.read', {}, false);
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={`${parts.headNote} ${parts.headSentence}`}>{words.note}</p>
        <PageButton onClick={() => go({ page: 'network' })}>{network.title}</PageButton>
      </div>
      <div className={`${parts.scroll} ${styles.body}`} tabIndex={0} role="region" aria-label={words.title}>
        {reply && <Said said={reply} settings={settings} fixed={fixed} />}
      </div>
    </>
  );
}

function Said({ said, settings, fixed }: { said: Diagnostics; settings: Settings; fixed: readonly (keyof Settings)[] }) {
  const place = (at: string | null): string => at ?? words.elsewhere;
  // Proof of the cast: the keys of this very record.
  const keys = Object.keys(settingNames) as (keyof Settings)[];
  return (
    <>
      <Part title={words.versions} facts={said.versions} />
      <Part title={words.set} facts={keys.map((key) => [settingNames[key], settingSays(key, settings)])} />
      <Policies settings={settings} />
      <Part
        title={words.places}
        facts={[
          [words.place.state, place(said.places.state)],
          [words.place.vaults, place(said.places.vaults)],
        ]}
        note={words.placesNote}
      />
      <section>
        <h2 className={parts.sectionTitle}>{words.disk}</h2>
        <p>{words.diskNote}</p>
      </section>
      <Faults said={said} />
      <Support text={supportText(said, settings, fixed, nowInstant())} />
    </>
  );
}

/** What an administrator has fixed, and what of it is not taken. */
function Policies({ settings }: { settings: Settings }) {
  const { fixed, damaged } = useScreen((now) => now.fixed);
  const leftOut = useScreen((now) => now.fixedKeysLeftOut);
  const said = [...(damaged ? [finder.policyDamaged] : fixed.length === 0 ? [words.policyNone] : []), ...leftOut.map(finder.policyClash)];
  return (
    <section>
      <h2 className={parts.sectionTitle}>{words.policy}</h2>
      {fixed.length > 0 && (
        <div className={styles.facts}>
          <Facts labelWidth={240} facts={fixed.map((key) => [settingNames[key], settingSays(key, settings)])} />
        </div>
      )}
      {said.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="muted">{words.policyNote}</p>
    </section>
  );
}

function Part({ title, facts, note }: { title: string; facts: readonly (readonly [string, string])[]; note?: string }) {
  return (
    <section>
      <h2 className={parts.sectionTitle}>{title}</h2>
      <div className={styles.facts}>
        <Facts labelWidth={240} facts={facts} />
      </div>
      {note && <p className="muted">{note}</p>}
    </section>
  );
}

function Faults({ said: { faults } }: { said: Diagnostics }) {
  const zone = useZone();
  return (
    <section>
      <h2 className={parts.sectionTitle}>{words.faults}</h2>
      <p className="muted">{faults.length === 0 ? words.noFaults : words.faultsNote}</p>
      {faults.length > 0 && (
        <table className={styles.faults} aria-label={words.faults}>
          <thead>
            <tr>
              <Heads names={Object.values(words.faultHead)} />
            </tr>
          </thead>
          <tbody>
            {faults.map(({ at, reference, where, error, frames }) => (
              <tr key={`${at} ${reference}`}>
                <td>{instantWords(at, zone)}</td>
                <th scope="row">{reference}</th>
                <td>{words.where[where]}</td>
                <td>{error}</td>
                <td>{frames[0] ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Support({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  return (
    <section>
      <h2 className={parts.sectionTitle}>{words.support}</h2>
      <p className="muted">{words.supportNote}</p>
      <pre className={styles.text} tabIndex={0} role="region" aria-label={words.supportText}>
        {text}
      </pre>
      <div className={styles.acts}>
        <PageButton onClick={() => setSaid(copyText(text) ? words.copied : words.notCopied)}>{words.copy}</PageButton>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}
