import type { KindDefinition } from '../../../shared/records/kind.ts';
import { onlyReason, useKeptWords } from '../../form/use-kept-words.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { list as words } from '../../words/list.ts';
import { records } from '../../words/records.ts';
import { useTogether } from './use-together.ts';

/** Removes the chosen records, softly, with one reason that the history of each keeps. */
export function RemoveDialog({ kind, numbers, onClose, onDone }: { kind: KindDefinition; numbers: readonly string[]; onClose: () => void; onDone: () => void }) {
  const [only] = numbers.length === 1 ? numbers : [];
  const title = only === undefined ? words.removeTitle(numbers.length, kind.label, kind.plural) : records.removeTitle(only);
  const kept = useKeptWords({ dialog: 'remove-many', about: numbers, kind: kind.kind, title }, ...onlyReason);
  const { run, failure, running, stop } = useTogether(words.removed, onDone);
  return (
    <ReasonDialog
      title={title}
      kept={kept}
      reason="needed"
      hint={words.removeHint}
      does={words.remove1(numbers.length)}
      leaves={running ? words.stop : words.keep}
      failure={failure}
      size={480}
      onAct={(reason) => run('records.removeMany', { numbers: [...numbers], reason })}
      onClose={running ? stop : onClose}
    />
  );
}
