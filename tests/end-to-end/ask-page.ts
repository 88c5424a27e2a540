import type { Page } from 'playwright-core';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../shared/contract/wire.ts';
import type { Answer } from '../../shared/failure/failure.ts';

interface Door {
  readonly cordon: { post(message: unknown): void; listen(listener: (message: { t: string; id?: number; answer?: unknown }) => void): void };
}

/** Asks the vault process through the page's own door, beside what the page itself asks: with numbers that the page does not know. */
export async function askPage<Name extends keyof Contract & string>(page: Page, name: Name, question: Asked<Contract, Name>): Promise<Answer<Reply<Contract, Name>>> {
  const answer = await page.evaluate(
    ([asked, content]) =>
      new Promise<unknown>((resolve) => {
        const { cordon } = globalThis as unknown as Door;
        const id = 1_000_000 + Math.floor(Math.random() * 1_000_000_000);
        cordon.listen((message) => {
          if (message.t === 'answer' && message.id === id) resolve(message.answer);
        });
        cordon.post({ t: 'ask', id, name: asked, question: content });
      }),
    [name, question] as const,
  );
  // Proof of the cast: the built vault process checks its own replies (`checkReplies`).
  return answer as Answer<Reply<Contract, Name>>;
}

/** As `askPage`, where the answer must be yes. */
export async function askedPage<Name extends keyof Contract & string>(page: Page, name: Name, question: Asked<Contract, Name>): Promise<Reply<Contract, Name>> {
  const answer = await askPage(page, name, question);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`);
  return answer.reply;
}
