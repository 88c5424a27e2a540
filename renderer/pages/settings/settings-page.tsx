import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault as vaultDoor } from '../../bridge.ts';
import { go, replace, useRoute } from '../../screen/route.ts';
import { saveSettings } from '../../screen/settings.ts';
import { holdSession, setScreen, useScreen } from '../../screen/screen.ts';
import { Facts } from '../../ui/facts.tsx';
import parts from '../../ui/page-parts.module.css';
import { diagnostics } from '../../words/diagnostics.ts';
import { ownPassphrase, people, recovery } from '../../words/people.ts';
import { keysWords, settings as words } from '../../words/settings.ts';
import { OwnPassphrase } from './own-passphrase.tsx';
import { ChangeKeys } from './change-keys.tsx';
import { PeopleList } from './people.tsx';
import { Recovery } from './recovery.tsx';
import { backups } from '../../words/backups.ts';
import { Backups } from './backups.tsx';
import { TakeUp } from './take-up.tsx';
import { startVerify, useVerify, VerifyResult } from './verify.tsx';
import { Notices } from './notices.tsx';
import { ReminderChoices } from './reminder-choices.tsx';
import { WritingChoices } from './writing-choices.tsx';
import styles from './settings.module.css';
import { figure } from '../../words/writing.ts';

const minutes = [5, 10, 15, 30, 60, 120];
const looks = ['system', 'light', 'dark'] as const;
const densities = ['regular', 'compact'] as const;

/** What a person sets for this computer, what this vault is, and the proof that it is whole. */
export function SettingsPage() {
  const [changingKeys, setChangingKeys] = useState(false);
  const session = useScreen((now) => now.session);
  const settings = useScreen((now) => now.settings);
  const seq = useScreen((now) => now.seq);
  const verifying = useVerify((now) => now.running);
  // Asked for by name: it begins at once.
  const route = useRoute();
  const asked = route.page === 'settings' && route.text === 'verify';
  useEffect(() => {
    if (!asked) return;
    replace({ page: 'settings' });
    void startVerify();
  }, [asked]);
  const list = useAnswer('people.list', session?.vault ? {} : null, false);
  /** What the window says of the recovery key stands in the session too. */
  const changed = (): void => {
    list.again();
    void vaultDoor.ask('session.state', {}).then((answer) => answer.ok && holdSession(answer.reply));
  };
  const vault = session?.vault;
  // What stands below the list of people comes with it: a button must not move away from under the pointer.
  const listed = list.reply !== null || list.failure !== null;
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={`${parts.headNote} ${parts.headSentence}`}>{words.note}</p>
      </div>
      <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.title}>
        <Section title={words.look}>
          <div className={styles.looks}>
            <SegmentedControl
              aria-label={words.appearance}
              value={settings.appearance}
              onChange={(value) => {
                const appearance = looks.find((one) => one === value);
                if (appearance) void saveSettings({ appearance });
              }}
              data={looks.map((value) => ({ value, label: words[value] }))}
            />
            <SegmentedControl
              aria-label={words.density}
              value={settings.density}
              onChange={(value) => {
                const density = densities.find((one) => one === value);
                if (density) void saveSettings({ density });
              }}
              data={densities.map((value) => ({ value, label: words[value] }))}
            />
          </div>
        </Section>
        <Section title={words.writing}>
          <WritingChoices />
        </Section>
        <Section title={words.locking}>
          <Select
            label={words.lockAfter}
            description={words.lockNote}
            w={536}
            classNames={{ wrapper: styles.chosen ?? '' }}
            allowDeselect={false}
            withScrollArea={false}
            comboboxProps={{ transitionProps: { duration: 0 } }}
            data={[...new Set([...minutes, settings.lockAfterMinutes])].sort((a, b) => a - b).map((n) => ({ value: String(n), label: words.minutes(n) }))}
            value={String(settings.lockAfterMinutes)}
            onChange={(value) => value !== null && void saveSettings({ lockAfterMinutes: Number(value) })}
          />
          <Checkbox
            className={styles.act}
            label={words.vaultNames}
            description={words.vaultNamesNote}
            checked={settings.vaultNames === 'shown'}
            onChange={(event) => void saveSettings({ vaultNames: event.currentTarget.checked ? 'shown' : 'hidden' })}
          />
        </Section>
        <Section title={words.reminders}>
          <ReminderChoices />
        </Section>
        <Section title={words.keys}>
          <Checkbox label={words.singleKeys} checked={settings.singleKeys} onChange={(event) => void saveSettings({ singleKeys: event.currentTarget.checked })} />
          <div className={styles.looks}>
            <Button className={styles.act} onClick={() => setScreen({ help: true })}>
              {words.allKeys}
            </Button>
            <Button className={styles.act} onClick={() => setChangingKeys(true)}>
              {keysWords.change}
            </Button>
          </div>
          {changingKeys && <ChangeKeys onClose={() => setChangingKeys(false)} />}
        </Section>
        {vault && list.reply && (
          <>
            <Section title={people.title}>
              <p className="muted">{people.note}</p>
              <PeopleList list={list.reply} onChange={list.again} />
            </Section>
            <Section title={ownPassphrase.title}>
              <OwnPassphrase />
            </Section>
            <Section title={recovery.title} id="recovery">
              <Recovery standing={list.reply.recovery} onChange={changed} />
            </Section>
          </>
        )}
        {vault && listed && (
          <Section title={words.vault}>
            <div className={styles.facts}>
              <Facts
                labelWidth={110}
                facts={[
                  [words.name, vault.name],
                  [words.person, vault.person],
                  [words.freshness, words[vault.freshness]],
                  [words.seq, figure(seq)],
                ]}
              />
            </div>
            {vault.behind && <TakeUp behind={vault.behind} />}
            <p className="muted">{words.verifyNote}</p>
            <Button className={styles.act} onClick={() => void startVerify()} loading={verifying}>
              {words.verify}
            </Button>
            <VerifyResult />
          </Section>
        )}
        {vault && listed && (
          <Section title={backups.title}>
            <Backups />
          </Section>
        )}
        <Section title={words.about}>
          <div className={styles.facts}>
            <Facts
              labelWidth={110}
              facts={[
                [words.version, session?.build ?? ''],
                [words.host, session?.host === 'electron' ? words.electron : words.chromium],
                [words.network, words.networkNone],
                [words.license, words.licenseName],
              ]}
            />
          </div>
          <Button className={styles.act} onClick={() => go({ page: 'diagnostics' })}>
            {diagnostics.open}
          </Button>
          <Notices />
        </Section>
      </div>
    </>
  );
}

function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className={styles.section} id={id}>
      <h2 className={parts.sectionTitle}>{title}</h2>
      {children}
    </section>
  );
}
