import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { backUp } from '../../main/exchange/back-up.ts';
import { fileDestination } from '../../main/exchange/file-destination.ts';
import { restoreFile } from '../../main/exchange/restore-backup.ts';
import { compareRow } from '../../main/records/compare-row.ts';
import { drill } from '../../main/vault/drill.ts';
import { plainPages } from '../../main/vault/plain-pages.test-support.ts';
import { copyOf } from '../../main/vault/test-vault.ts';
import { unlock } from '../../main/vault/unlock.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { upgraded } from '../../shared/records/upgrade.ts';
import { looked, passphrase, reopened, type Ground } from './attacked-vault.ts';
import { cordonVerify } from './cordon-verify.ts';
import { addNote, erasedWord, intake, type Live } from './work.ts';

/** One kind of work: made ready, done while it fails, and looked at afterwards. `wrong` is everything that is not as it must be. */
export interface Work {
  readonly ready: (name: string) => Promise<Live | null>;
  readonly doing: (live: Live | null, name: string) => Promise<void>;
  /** After the failure, with the drive whole again; `shown` is what was told. Gives whether it was done. */
  readonly judged: (name: string, shown: string, wrong: string[]) => Promise<boolean>;
}

/** Everything that is done to keep a vault, on the one in `folder`, whose recovery key is `words`: erasing, people and passphrases, the drill, restoring, taking up. */
export function keepingWorks(at: Ground, { folder, recoveryWords: words }: Pick<Live, 'folder' | 'recoveryWords'>): Readonly<Record<string, Work>> {
  const machine = () => at.setting('here');
  let drills = 0;
  let machines = 0;
  /** The passphrase of now, as far as was acknowledged, and the one that was being put in its place. */
  let current = passphrase;
  let next = passphrase;
  const open = (typed: string) => reopened(at, folder, 'here', typed);
  const opens = async (typed: string): Promise<boolean> => {
    try {
      await (await open(typed)).close();
      return true;
    } catch (thrown) {
      if (thrown instanceof Refused && thrown.failure.code === 'wrong-passphrase') return false;
      throw thrown;
    }
  };
  const backup = path.join(at.path, 'V.cordon.tar');
  const target = path.join(at.path, 'Restored.cordon');
  /** The state that is behind, and what this user knows of it. */
  const [older, known] = [path.join(at.path, 'older'), path.join(at.path, 'known')];

  return {
    erasure: {
      async ready(name) {
        const live = await open(current);
        const word = erasedWord(name);
        const { result: own } = await live.records.change(null, (writing) => writing.create('case', { caseId: null, fields: { title: `Case of ${name}` } }));
        const { number } = await intake(live, `${name} ${word}`, Buffer.from(`${word} `.repeat(300)), own.id);
        await live.records.change('a first look', (writing) => void writing.update(number, { fields: { description: `${word} in words` } }));
        return live;
      },
      async doing(live, name) {
        const item = live?.records
          .reading()
          .all('evidence_item')
          .find(({ fields }) => fields.title.startsWith(`${name} `));
        await live?.records.erase([item?.number ?? ''], { kind: 'clawback', paper: 'Letter of 3 January 2031', reason: 'Sent by mistake.' });
      },
      async judged(name, shown, wrong) {
        const word = erasedWord(name);
        const { keys } = await unlock(folder, { recoveryWords: words });
        const traces = () => plainPages(folder, keys.database).includes(word);
        // Acknowledged: gone without another opening.
        if (shown === '' && traces()) wrong.push('acknowledged, and traces were left');
        const again = await looked(at, folder, words);
        const there = again.records
          .reading()
          .all('evidence_item')
          .some(({ fields }) => fields.title.includes(word));
        const files = again.vault.reader.prepare('SELECT count(*) FROM blob').pluck().get();
        const notices = again.vault.notices.map(({ part, what }) => `${part}: ${what}`);
        await again.close();
        if (shown === '' && there) wrong.push('acknowledged, and still there');
        // It was taken out: by the next opening at the latest no trace of it is left. It was not: all of it is there.
        if (!there && traces()) wrong.push(`taken out, and the next opening left traces: ${notices.join('; ')}`);
        if (there && !traces()) wrong.push('not taken out, and yet not there');
        const lying = readdirSync(path.join(folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
        if (lying !== files) wrong.push(`${lying} stored files where ${String(files)} have a row`);
        return !there;
      },
    },
    people: {
      ready: () => open(current),
      doing: async (live, name) => void (await live?.vault.people.add({ name, passphrase: Buffer.from(`${name} and its passphrase`) })),
      async judged(name, shown, wrong) {
        const again = await looked(at, folder, words);
        const slot = again.vault.people.list().find((one) => one.name === name);
        await again.close();
        if (shown === '' && !slot) wrong.push('acknowledged, and not there');
        if (!(await opens(current))) wrong.push('the person who was there does not get in');
        if ((await opens(`${name} and its passphrase`)) !== (slot !== undefined)) wrong.push('in the list and no key, or a key and not in the list');
        // Room for the next: 256 slots are the most.
        if (slot) {
          const live = await open(current);
          await live.vault.people.remove(slot.slot);
          await live.close();
        }
        return slot !== undefined;
      },
    },
    remove: {
      async ready(name) {
        const live = await open(current);
        await live.vault.people.add({ name, passphrase: Buffer.from(`${name} and its passphrase`) });
        return live;
      },
      async doing(live, name) {
        const slot = live?.vault.people.list().find((one) => one.name === name)?.slot ?? '';
        await live?.vault.people.remove(slot);
      },
      async judged(name, shown, wrong) {
        const again = await looked(at, folder, words);
        const there = again.vault.people.list().some((one) => one.name === name && one.state === 'person');
        await again.close();
        if (shown === '' && there) wrong.push('acknowledged, and still there');
        if (!(await opens(current))) wrong.push('the person who stays does not get in');
        if ((await opens(`${name} and its passphrase`)) !== there) wrong.push('in the list and no key, or a key and not in the list');
        return !there;
      },
    },
    passphrase: {
      ready: () => open(current),
      async doing(live, name) {
        next = `${name} is the passphrase`;
        await live?.vault.people.changePassphrase(Buffer.from(next));
      },
      async judged(_name, shown, wrong) {
        const [old, renewed] = [await opens(current), await opens(next)];
        if (old === renewed) wrong.push(old ? 'both passphrases open it' : 'neither passphrase opens it');
        if (shown === '' && !renewed) wrong.push('acknowledged, and the old one opens it');
        if (renewed) current = next;
        return renewed;
      },
    },
    drill: {
      ready: () => open(current),
      async doing(live) {
        const report = live && (await drill(live.vault, words, machine(), { upgrade: upgraded, compare: compareRow }));
        // A drill that found anything where nothing is damaged would send somebody to a backup.
        if (report && report.findings.length > 0) throw new Error(`the drill found ${JSON.stringify(report.findings)}`);
      },
      async judged(_name, shown, wrong) {
        const again = await open(current);
        const [drilled] = again.vault.reader.prepare<[], number>("SELECT count(*) FROM journal WHERE verb = 'recovery-drilled'").pluck().all();
        await again.close();
        if (readdirSync(at.path).some((file) => file.endsWith('.drill'))) wrong.push('the copy of the drill lies about after the next opening');
        const done = (drilled ?? 0) > drills;
        if (shown === '' && !done) wrong.push('acknowledged, and not on record');
        drills = drilled ?? 0;
        return done;
      },
    },
    restore: {
      async ready() {
        if (!existsSync(backup)) {
          const live = await open(current);
          await intake(live, 'exhibit.bin', Buffer.alloc(70_000, 7));
          await backUp(live.vault, { destination: fileDestination(backup, 'x') });
          await live.close();
        }
        return null;
      },
      doing: async () => void (await restoreFile({ from: backup, into: target, key: { recoveryWords: words } }, machine())),
      async judged(_name, shown, wrong) {
        const there = existsSync(target);
        if (shown === '' && !there) wrong.push('acknowledged, and not there');
        // What stands at the place is a vault, whatever was said.
        const check = async () => {
          const { exit, findings } = await cordonVerify(at, target, `stranger ${machines++}`, `${folder}.key`);
          if (exit !== 0) wrong.push(`what stands there is not sound: ${JSON.stringify(findings)}`);
          rmSync(target, { recursive: true });
        };
        if (there) await check();
        await restoreFile({ from: backup, into: target, key: { recoveryWords: words } }, machine());
        await check();
        const left = readdirSync(at.path).filter((file) => file.startsWith('Restored'));
        if (left.length > 0) wrong.push(`left beside the place: ${left.join(', ')}`);
        return there;
      },
    },
    'take-up': {
      async ready() {
        const state = machine().stateFolder;
        if (!existsSync(older)) {
          copyOf(folder, older);
          const live = await open(current);
          await addNote(live, 'only in the newer state');
          await live.close();
          cpSync(state, known, { recursive: true });
        }
        copyOf(older, folder);
        rmSync(state, { recursive: true });
        cpSync(known, state, { recursive: true });
        const live = await open(current);
        if (live.vault.readOnly !== 'behind-anchor') throw new Error('it is not behind');
        return live;
      },
      doing: async (live) => void (await live?.vault.takeUp('the newer one is lost', { upgrade: upgraded, compare: compareRow })),
      async judged(_name, shown, wrong) {
        const again = await open(current);
        const behind = again.vault.readOnly === 'behind-anchor';
        if (shown === '' && behind) wrong.push('acknowledged, and still behind');
        if (behind) await again.vault.takeUp('tried again', { upgrade: upgraded, compare: compareRow });
        const gaps = again.vault.reader.prepare("SELECT count(*) FROM journal WHERE verb = 'accepted'").pluck().get();
        if (gaps !== 1 || again.vault.readOnly !== null) wrong.push(`${String(gaps)} entries say that it was taken up, ${again.vault.readOnly ?? 'writable'}`);
        await again.close();
        return !behind;
      },
    },
  };
}
