import type { Contract } from '../../../shared/contract/contract.ts';
import type { Asked } from '../../../shared/contract/wire.ts';
import { vault } from '../../bridge.ts';
import { exporting as words } from '../../words/exchange.ts';
import { PaperPreview } from '../filing/paper-preview.tsx';

type Question = Asked<Contract, 'exchange.previewList'>;

/** The pages of a list as it would be printed or saved now, without what would be held back. */
export const ListPreview = ({ asked }: { asked: Question }) => (
  <PaperPreview
    asked={asked}
    name={words.listName}
    note={words.previewNote}
    heading={words.preview}
    ask={(question, setting) => vault.ask('exchange.previewList', question, setting)}
  />
);
