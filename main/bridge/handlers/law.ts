import type { Contract } from '../../../shared/contract/contract.ts';
import { textWords } from '../../../shared/law/assumptions.ts';
import { askedInputs } from '../../../shared/law/asked-inputs.ts';
import { compute } from '../../../shared/law/compute.ts';
import { requireRule, shippedLaw, type LawBook } from '../../../shared/law/law-book.ts';
import { lawOf } from '../../records/law-of.ts';
import { approveMoved, movedInPieces } from '../../records/moved-dates.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';
import { inPieces } from '../in-pieces.ts';
import { dayTextAt } from '../today.ts';

type Names = 'deadline.rules' | 'deadline.compute' | 'deadline.moved' | 'deadline.approve';

/** Time limits: the same pure functions that the command line and the papers use, by the law of the open vault. */
export function lawHandlers({
  session,
  clock,
}: {
  readonly session: Pick<Context['session'], 'now' | 'opened'>;
  readonly clock: Context['clock'];
}): Pick<Handlers<Contract>, Names> {
  const law = (): LawBook => {
    const open = session.now();
    return open === null ? shippedLaw : lawOf(open.records.reading());
  };
  return {
    'deadline.rules': () => ({
      rules: law().rules.map((rule) => ({
        id: rule.id,
        title: rule.title,
        citation: rule.citation,
        text: rule.notes,
        confirmed: rule.confirmed_by !== null,
        standing: textWords(rule),
        inputs: [...askedInputs(rule)],
      })),
      courts: law().courts.map(({ id, name, zone }) => ({ id, name, zone })),
    }),
    'deadline.compute': ({ rule, trigger, inputs }) => {
      const book = law();
      return { ...compute(requireRule(book, rule), { ...inputs, trigger }, { law: book }) };
    },
    'deadline.moved': (_question, { signal }) => inPieces(movedInPieces(session.opened().records.reading()), signal),
    'deadline.approve': async ({ numbers, reason }) => {
      const { vault, records } = session.opened();
      const { instant, zone } = clock();
      const by = { name: vault.person.name, today: dayTextAt(instant, zone) };
      return { act: await approveMoved(records, numbers, by, reason), numbers: [...numbers] };
    },
  };
}
