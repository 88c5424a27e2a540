import type { Contract } from '../../../shared/contract/contract.ts';
import type { ListHouse } from '../../filings/list-paper.ts';
import { previewList } from '../../filings/list-paper.ts';
import type { Context } from '../context.ts';
import type { Previews } from '../previews.ts';
import type { Handlers } from '../serve.ts';

/** What putting a list on paper needs of the open vault. */
export function listHouse({ clock, runJob, session }: Context): ListHouse {
  const { vault, records } = session.opened();
  return { records, checkpoint: () => vault.checkpoint(), clock, sample: vault.sample, runJob, vaultName: vault.name };
}

/** A list as it would stand on paper. It leaves by `exchange.export`. */
export function listPaperHandlers(context: Context, previews: Previews): Pick<Handlers<Contract>, 'exchange.previewList'> {
  return {
    'exchange.previewList': async (asked, { signal, tell }) => {
      const { pdf, pages, sha256, held, content } = await previewList(listHouse(context), asked, { signal, tell });
      return { preview: previews.show(pdf), pages, sha256, bytes: pdf.length, held, content };
    },
  };
}
