import type { Contract } from '../../../shared/contract/contract.ts';
import type { Asked } from '../../../shared/contract/wire.ts';
import { vault } from '../../bridge.ts';
import { exporting as words } from '../../words/exchange.ts';
import { PaperPreview } from '../filing/paper-preview.tsx';

type Question = Asked<Contract, 'exchange.previewList'>;

interface ListPreviewProps {
  readonly asked: Question;
  /** Shown anew each time it grows. */
  readonly again: number;
  /** What the pages say that were just set (`content`). */
  readonly onLooked: (content: string) => void;
}

/** The pages of a list as it would be printed or saved now, without what would be held back. */
export const ListPreview = ({ asked, again, onLooked }: ListPreviewProps) => (
  <PaperPreview
    asked={asked}
    name={words.listName}
    note={words.previewNote}
    heading={words.preview}
    again={again}
    ask={async (question, setting) => {
      const answer = await vault.ask('exchange.previewList', question, setting);
      if (answer.ok) onLooked(answer.reply.content);
      return answer;
    }}
  />
);
