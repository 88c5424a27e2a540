import { Checkbox } from '@mantine/core';
import { type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault as vaultDoor } from '../../bridge.ts';
import { go, replace, useRoute } from '../../screen/route.ts';
import { saveSettings } from '../../screen/settings.ts';
import { holdSession, setScreen, useScreen } from '../../screen/screen.ts';
import { Empty } from '../../ui/empty.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Mark } from '../../ui/mark.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { Select } from '../../ui/select.tsx';
import { diagnostics } from '../../words/diagnostics.ts';
import { ownPassphrase, people, recovery } from '../../words/people.ts';
import { settingFinder as finder } from '../../words/setting-finder.ts';
import { settingSections, settingsFound, type SettingSection } from '../../words/setting-names.ts';
import { keysWords, settings as words } from '../../words/settings.ts';
import { CarrySettings } from './carry-settings.tsx';
import { OwnPassphrase } from './own-passphrase.tsx';
import { ChangeKeys } from './change-keys.tsx';
import { PeopleList } from './people.tsx';
import { Recovery } from './recovery.tsx';
import { backups } from '../../words/backups.ts';
import { Backups } from './backups.tsx';
import { TakeUp } from './take-up.tsx';
import { LookChoices } from './look-choices.tsx';
import { FoundSettings, Setting } from './setting.tsx';
import { SettingFinder } from './setting-finder.tsx';
import { startVerify, useVerify, VerifyResult } from './verify.tsx';
import { Notices } from './notices.tsx';
import { ReminderChoices } from './reminder-choices.tsx';
import { WritingChoices } from './writing-choices.tsx';
import styles from './settings.module.css';
import { figure } from '../../words/writing.ts';

const copiedChoices = ['lock', '5-minutes', '1-minute'] as const;
const minutes = [5, 10, 15, 30, 60, 120];

const sectionId = (id: SettingSection): string => `settings-${id}`;

/** What a person sets for this computer, what this vault is, and the proof that it is whole. */
export function SettingsPage() {
  const [changingKeys, setChangingKeys] = useState(false);
  const session = useScreen((now) => now.session);
  const settings = useScreen((now) => now.settings);
  const fixed = useScreen((now) => now.fixed);
  const leftOut = useScreen((now) => now.fixedKeysLeftOut);
  const [typed, setTyped] = useState('');
  const found = useMemo(() => (typed.trim() === '' ? null : settingsFound(typed, settings)), [typed, settings]);
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
  // A part that was asked for by name is brought into view once it is there, and the next key is heard in it.
  const wanted = route.page === 'settings' && route.text?.startsWith('at-') ? settingSections.find(({ id }) => route.text === `at-${id}`) : undefined;
  const list = useAnswer('people.list', session?.vault ? {} : null, false);
  /** What the window says of the recovery key stands in the session too. */
  const changed = (): void => {
    list.again();
    void vaultDoor.ask('session.state', {}).then((answer) => answer.ok && holdSession(answer.reply));
  };
  const vault = session?.vault;
  // What stands below the list of people comes with it: a button must not move away from under the pointer.
  const listed = list.reply !== null || list.failure !== null;
  useEffect(() => {
    const heading = wanted && document.querySelector<HTMLElement>(`#${sectionId(wanted.id)} h2`);
    if (!heading) return;
    replace({ page: 'settings' });
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  }, [wanted, listed]);
  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        <p className={`${parts.headNote} ${parts.headSentence}`}>{words.note}</p>
      </div>
      <FoundSettings value={found}>
        <SettingFinder typed={typed} onType={setTyped} found={found} />
        <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.title} data-settings>
          {fixed.damaged && (
            <p className={styles.policy}>
              <Mark shape="stop" tone="wait" /> {finder.policyDamaged}
            </p>
          )}
          {leftOut.map((why) => (
            <p key={why} className={styles.policy}>
              <Mark shape="stop" tone="wait" /> {finder.policyClash(why)}
            </p>
          ))}
          {found?.sections.size === 0 && (
            <Empty says={finder.none(typed.trim())} then={finder.noneThen} action={<PageButton onClick={() => setTyped('')}>{finder.clear}</PageButton>} />
          )}
          <Section title={words.look} id="look">
            <LookChoices />
          </Section>
          <Section title={words.writing} id="writing">
            <WritingChoices />
          </Section>
          <Section title={words.locking} id="locking">
            <Setting of="lockAfterMinutes">
              {(isFixed) => (
                <Select
                  label={words.lockAfter}
                  w={260}
                  disabled={isFixed}
                  data={[...new Set([...minutes, settings.lockAfterMinutes])].sort((a, b) => a - b).map((n) => ({ value: String(n), label: words.minutes(n) }))}
                  value={String(settings.lockAfterMinutes)}
                  onChange={(value) => value !== null && void saveSettings({ lockAfterMinutes: Number(value) })}
                />
              )}
            </Setting>
            <Setting of="copiedClears">
              {(isFixed) => (
                <Select
                  label={words.copiedClears}
                  w={260}
                  disabled={isFixed}
                  data={copiedChoices.map((value) => ({ value, label: words.copiedClearsAs[value] }))}
                  value={settings.copiedClears}
                  onChange={(value) => void saveSettings({ copiedClears: copiedChoices.find((one) => one === value) ?? 'lock' })}
                />
              )}
            </Setting>
            <Setting of="vaultNames">
              {(isFixed) => (
                <Checkbox
                  label={words.vaultNames}
                  description={words.vaultNamesNote}
                  disabled={isFixed}
                  checked={settings.vaultNames === 'shown'}
                  onChange={(event) => void saveSettings({ vaultNames: event.currentTarget.checked ? 'shown' : 'hidden' })}
                />
              )}
            </Setting>
          </Section>
          <Section title={words.reminders} id="reminders">
            <ReminderChoices />
          </Section>
          <Section title={words.keys} id="keys">
            <Setting of="singleKeys">
              {(isFixed) => (
                <Checkbox
                  label={words.singleKeys}
                  disabled={isFixed}
                  checked={settings.singleKeys}
                  onChange={(event) => void saveSettings({ singleKeys: event.currentTarget.checked })}
                />
              )}
            </Setting>
            <Setting of="keys">
              {(isFixed) => (
                <div className={styles.looks}>
                  <PageButton onClick={() => setScreen({ help: true })}>{words.allKeys}</PageButton>
                  <PageButton disabled={isFixed} onClick={() => setChangingKeys(true)}>
                    {keysWords.change}
                  </PageButton>
                </div>
              )}
            </Setting>
            {changingKeys && <ChangeKeys onClose={() => setChangingKeys(false)} />}
          </Section>
          {vault && list.reply && (
            <>
              <Section title={people.title} id="people">
                <p className="muted">{people.note}</p>
                <PeopleList list={list.reply} onChange={list.again} />
              </Section>
              <Section title={ownPassphrase.title} id="passphrase">
                <OwnPassphrase />
              </Section>
              <Section title={recovery.title} id="recovery">
                <Recovery standing={list.reply.recovery} onChange={changed} />
              </Section>
            </>
          )}
          {vault && listed && (
            <Section title={words.vault} id="vault">
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
              <PageButton className={styles.act} onClick={() => void startVerify()} loading={verifying}>
                {words.verify}
              </PageButton>
              <VerifyResult />
            </Section>
          )}
          {vault && listed && (
            <Section title={backups.title} id="backups">
              <Backups />
            </Section>
          )}
          <Section title={words.about} id="about">
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
            <PageButton className={styles.act} onClick={() => go({ page: 'diagnostics' })}>
              {diagnostics.open}
            </PageButton>
            <Notices />
          </Section>
          <Section title={finder.carry} id="carry">
            <CarrySettings />
          </Section>
        </div>
      </FoundSettings>
    </>
  );
}

/** A part of the page; left out where a search found nothing in it. */
function Section({ title, id, children }: { title: string; id: SettingSection; children: ReactNode }) {
  const found = useContext(FoundSettings);
  if (found !== null && !found.sections.has(id)) return null;
  return (
    <section className={styles.section} id={sectionId(id)}>
      <h2 className={parts.sectionTitle} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
