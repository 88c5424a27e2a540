import { Button, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ListedVault } from '../../../shared/contract/recent-vaults.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { copyText } from '../../screen/copy-text.ts';
import { holdSession, type Session } from '../../screen/screen.ts';
import { restore } from '../../words/backups.ts';
import { sample } from '../../words/sample.ts';
import { shell } from '../../words/shell.ts';
import { unlock } from '../../words/unlock.ts';
import { CreateVault } from './create-vault.tsx';
import { nameOf, openedLast } from './listed.ts';
import { MissingVault } from './missing-vault.tsx';
import { OpenVault } from './open-vault.tsx';
import { Recover } from './recover.tsx';
import { RestoreVault } from './restore-vault.tsx';
import { SampleCase } from './sample-case.tsx';
import { VaultList, type ListAct } from './vault-list.tsx';
import { UnlockFailure } from './unlock-failure.tsx';
import styles from './unlock.module.css';

/** What the right side is for. */
type Doing = 'opening' | 'creating' | 'restoring' | 'sample';
/** What is said under the list of what was just done with a line. */
type Told = { readonly off: ListedVault; readonly name: string } | { readonly path: string; readonly copied: boolean } | { readonly says: string } | null;

/** The door. Left: which vault. Right: the one thing to type. It names no case, and every failure says what to do. */
export function UnlockPage({ session }: { session: Session }) {
  /** Pointed at by a dialog: it stands in the list once it was opened. */
  const [pointedAt, setPointedAt] = useState<ListedVault | null>(null);
  const [token, setToken] = useState<string | null>(openedLast(session.recent)?.token ?? null);
  const [doing, setDoing] = useState<Doing>('opening');
  const [told, setTold] = useState<Told>(session.lockedBecause === 'sample-removed' ? { says: sample.removed } : null);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** A vault is being made or restored: what stands beside it would take it out of sight while it comes to be open. */
  const [held, setHeld] = useState(false);

  const lines = [...(pointedAt && !session.recent.some((line) => line.token === pointedAt.token) ? [pointedAt] : []), ...session.recent];
  const at = lines.find((line) => line.token === token) ?? openedLast(lines);
  const choose = (next: string): void => {
    setToken(next);
    setDoing('opening');
    setFailure(null);
  };
  // A second start of the program brings this window forward, and may point at a vault: it is then the one that is asked about. A list without one says nothing new, and is let be.
  useEffect(() => {
    const look = (): void =>
      void vault.ask('session.state', {}).then((answer) => {
        if (answer.ok && answer.reply.phase === 'closed' && answer.reply.recent.some((line) => line.handed)) holdSession(answer.reply);
      });
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  const handed = session.recent.find((line) => line.handed)?.token;
  useEffect(() => {
    if (handed !== undefined && !held) choose(handed);
  }, [handed]);
  const openOther = async (): Promise<void> => {
    const answer = await vault.ask('session.chooseVault', {});
    if (!answer.ok) return setFailure(answer.failure);
    if (answer.reply === null) return;
    setPointedAt({ ...answer.reply, openedAt: null, pinned: false, sample: false, missing: null, copies: 0, acts: [] });
    choose(answer.reply.token);
  };
  const again = async (): Promise<void> => {
    const answer = await vault.ask('session.state', {});
    if (answer.ok) holdSession(answer.reply);
    else setFailure(answer.failure);
  };
  const change = async (line: ListedVault, to: 'pinned' | 'unpinned' | 'off' | 'back'): Promise<void> => {
    const answer = await vault.ask('session.changeListed', { vault: line.token, to });
    if (!answer.ok) return setFailure(answer.failure);
    holdSession(answer.reply);
    setTold(to === 'off' ? { off: line, name: nameOf(line, lines) } : null);
  };
  const find = async (line: ListedVault): Promise<void> => {
    setFailure(null);
    const answer = await vault.ask('session.findVault', { vault: line.token });
    if (!answer.ok) return setFailure(answer.failure);
    if (answer.reply === null) return;
    const found = answer.reply.recent.find((now) => !lines.some((before) => before.token === now.token && before.missing));
    holdSession(answer.reply);
    if (found) choose(found.token);
  };
  const show = async (line: ListedVault): Promise<void> => {
    const answer = await vault.ask('session.showVault', { vault: line.token });
    if (!answer.ok) return setFailure(answer.failure);
    setTold(answer.reply.path === null ? null : { path: answer.reply.path, copied: false });
  };
  const act = (line: ListedVault, asked: ListAct): void => {
    choose(line.token);
    setTold(null);
    if (asked === 'show') void show(line);
    else if (asked === 'find') void find(line);
    else void change(line, asked);
  };

  return (
    <div className={styles.window}>
      <nav className={styles.vaults} aria-label={unlock.vaults}>
        <p className={styles.brand}>{unlock.brand}</p>
        {!held && (
          <>
            <VaultList lines={lines} session={session} chosen={doing === 'opening' ? (at?.token ?? null) : null} onChoose={(line) => choose(line.token)} onAct={act} />
            <ToldLine told={told} onBack={(line) => void change(line, 'back')} onCopy={(path) => setTold({ path, copied: copyText(path) })} />
            <div className={styles.other}>
              <UnstyledButton className={styles.link} onClick={() => void openOther()}>
                {unlock.another}
              </UnstyledButton>
              <UnstyledButton className={styles.link} onClick={() => setDoing('creating')}>
                {unlock.new}
              </UnstyledButton>
              <UnstyledButton className={styles.link} onClick={() => setDoing('restoring')}>
                {restore.link}
              </UnstyledButton>
              {!lines.some((line) => line.sample) && (
                <UnstyledButton className={styles.link} onClick={() => setDoing('sample')}>
                  {sample.look}
                </UnstyledButton>
              )}
            </div>
          </>
        )}
      </nav>
      <main className={styles.main}>
        {session.recovering ? (
          <Recover recovering={session.recovering} />
        ) : doing === 'restoring' ? (
          <RestoreVault host={session.host} onBack={() => setDoing('opening')} onHeld={setHeld} />
        ) : doing === 'creating' ? (
          <CreateVault onBack={() => setDoing('opening')} onHeld={setHeld} />
        ) : doing === 'sample' || (at?.sample && !at.missing) ? (
          <SampleCase
            key={doing}
            line={lines.find((line) => line.sample) ?? null}
            session={session}
            atOnce={doing === 'sample'}
            onRemoved={() => {
              setDoing('opening');
              setTold({ says: sample.removed });
            }}
          />
        ) : at?.missing ? (
          <MissingVault
            key={at.token}
            line={at}
            name={nameOf(at, lines)}
            failure={failure}
            onFind={() => void find(at)}
            onAgain={() => void again()}
            onTakeOff={() => act(at, 'off')}
          />
        ) : at ? (
          <OpenVault key={at.token} place={at} name={nameOf(at, lines)} session={session} outside={failure} />
        ) : (
          <NoVault failure={failure} onNew={() => setDoing('creating')} onOpen={() => void openOther()} onSample={() => setDoing('sample')} />
        )}
      </main>
      <footer className={styles.status}>
        <span>{unlock.version(session.build)}</span>
        <span>{session.host === 'chromium' ? shell.inBrowser : ''}</span>
        <span>{shell.noNetwork}</span>
      </footer>
    </div>
  );
}

/** What was done with a line, said where it was done. */
function ToldLine({ told, onBack, onCopy }: { told: Told; onBack: (line: ListedVault) => void; onCopy: (path: string) => void }) {
  return (
    <div role="status" className={styles.told}>
      {told && 'off' in told && (
        <p>
          {unlock.takenOff(told.name)}{' '}
          <UnstyledButton className={styles.link} onClick={() => onBack(told.off)}>
            {unlock.putBack}
          </UnstyledButton>
        </p>
      )}
      {told && 'says' in told && <p>{told.says}</p>}
      {told && 'path' in told && (
        <p>
          {unlock.liesAt} <span className={styles.path}>{told.path}</span>{' '}
          <UnstyledButton className={styles.link} onClick={() => onCopy(told.path)}>
            {told.copied ? unlock.pathCopied : unlock.copyPath}
          </UnstyledButton>
        </p>
      )}
    </div>
  );
}

function NoVault({ failure, onNew, onOpen, onSample }: { failure: Failure | null; onNew: () => void; onOpen: () => void; onSample: () => void }) {
  return (
    <div className={styles.form}>
      <h1 className={styles.title}>{unlock.none}</h1>
      <p className={styles.note}>{unlock.noneNote}</p>
      <div className={styles.acts}>
        <Button variant="filled" onClick={onNew} autoFocus>
          {unlock.new}
        </Button>
        <Button onClick={onOpen}>{unlock.openOne}</Button>
        <UnstyledButton className={styles.link} onClick={onSample}>
          {sample.look}
        </UnstyledButton>
      </div>
      <UnlockFailure failure={failure} />
    </div>
  );
}
