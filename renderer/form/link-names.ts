import { createContext, useContext } from 'react';

interface Name {
  readonly number: string;
  readonly title: string;
}
/** How the records a form links to are called: those it had when it was opened, and those that were picked since. */
export class LinkNames {
  readonly #names: Map<string, Name>;
  constructor(start: Iterable<readonly [string, Name]>) {
    this.#names = new Map(start);
  }
  get(id: string): Name | undefined {
    return this.#names.get(id);
  }
  add(row: Name & { readonly id: string }): void {
    this.#names.set(row.id, row);
  }
}
const Context = createContext(new LinkNames([]));
export const LinkNamesProvider = Context.Provider;
export const useLinkNames = (): LinkNames => useContext(Context);
