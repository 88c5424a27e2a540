import { useEffect } from 'react';
import { change } from '../answers/change.ts';
import { useGoOn } from '../form/go-on.ts';
import { onlyReason, useKeptWords } from '../form/use-kept-words.ts';
import { CopyDialog } from '../pages/evidence/copy-out.tsx';
import { CloseDialog } from '../pages/record/close-dialog.tsx';
import { leave, useClosing } from '../pages/record/closing.ts';
import { aboutNow } from '../screen/offers.ts';
import { go } from '../screen/route.ts';
import { useWritable } from '../screen/screen.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { stateLook } from '../ui/state.tsx';
import { records } from '../words/records.ts';
import { changesOf } from './acts-of-record.ts';
import { askAbout, useAsked, type Asked } from './asked.ts';
import { readWhole } from './read-whole.ts';

/** Names under which the words of these dialogs are kept; the state that is asked for comes after the first. */
const moving = 'move-to-';
const named = /^(move-to-.+|remove|sequester|erase)$/;

/** The dialogs of the acts on one record: they stand over whatever page the act was chosen on, and are gone on with there. */
export function AskedRecord() {
  const asked = useAsked((now) => now.asked);
  const closing = useClosing((now) => now.asked);
  const writable = useWritable();
  useGoOn((dialog, [about, ...more]) => {
    if (!writable || about === undefined || more.length > 0 || !named.test(dialog)) return false;
    const id = dialog.startsWith(moving) ? `move-${dialog.slice(moving.length)}` : dialog;
    void readWhole(about).then((whole) => {
      // What cannot be done any more is not asked about; of a closed record its own page asks.
      const found = whole ? changesOf(whole, true, '').find((act) => act.id === id) : undefined;
      (found?.ask ?? found?.act)?.();
    });
    return dialog !== 'erase' || aboutNow()?.number === about;
  });
  useEffect(() => {
    const gone = (): void => askAbout(null);
    addEventListener('hashchange', gone);
    return () => removeEventListener('hashchange', gone);
  }, []);
  return (
    <>
      {asked !== null && writable && asked.act === 'copy-out' && <CopyDialog key={asked.record.number} item={asked.record} onClose={() => askAbout(null)} />}
      {asked !== null && writable && asked.act !== 'copy-out' && <WhyDialog key={asked.record.number} asked={asked} onClose={() => askAbout(null)} />}
      {closing !== null && <CloseDialog key={`${closing.act} ${closing.number}`} number={closing.number} act={closing.act} onClose={leave} />}
    </>
  );
}

/** Asks why before a record changes its state or leaves the lists. The history keeps the answer. */
function WhyDialog({ asked, onClose }: { asked: Exclude<Asked, { act: 'copy-out' }>; onClose: () => void }) {
  const { record } = asked;
  const word = asked.act === 'move' ? stateLook(record.kind, asked.to).word : records.remove;
  const remove = asked.act === 'remove';
  const title = remove ? records.removeTitle(record.number) : records.moveTitle(record.number, word);
  const kept = useKeptWords({ dialog: asked.act === 'move' ? `${moving}${asked.to}` : 'remove', about: [record.number], title }, ...onlyReason);
  const act = async (why: string): Promise<boolean> => {
    onClose();
    if (asked.act === 'move')
      return (await change('records.move', { id: record.id, to: asked.to, ...(why !== '' && { reason: why }) }, (number) => records.moved(number, word))) !== null;
    const own = aboutNow()?.number === record.number;
    const removed = (await change('records.remove', { id: record.id, reason: why }, records.removed)) !== null;
    if (removed && own) go({ page: 'docket' });
    return removed;
  };
  return (
    <ReasonDialog
      title={title}
      kept={kept}
      reason={remove ? 'needed' : 'taken'}
      {...(remove && { hint: records.removeHint })}
      does={remove ? records.remove : records.changeState}
      leaves={records.keep}
      onAct={act}
      onClose={onClose}
    />
  );
}
