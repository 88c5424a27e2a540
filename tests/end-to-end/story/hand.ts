import type { Locator, Page } from 'playwright-core';

export type Role = 'button' | 'link' | 'menuitem' | 'tab' | 'option';
/** How somebody at the window does things: every control is found by its role and the words a person sees on it. */
export interface Hand {
  /** Presses what is named. */
  press(role: Role, name: string): Promise<void>;
  /** Types into the field with this label; `group` names the row it stands in. */
  write(label: string, text: string, group?: string): Promise<void>;
  /** Takes one of the options that a list offers. */
  choose(label: string, option: string, group?: string): Promise<void>;
  /** Finds a record by a word and takes it. */
  link(label: string, word: string, group?: string): Promise<void>;
  /** Begins a record of this kind. */
  begin(kind: string): Promise<void>;
  /** Records or saves the form. */
  record(button: string): Promise<void>;
  /** Goes to a room of the sidebar, or to another place named in the window. */
  visit(room: string): Promise<void>;
  /** Moves the record on this page to another state. */
  move(state: string): Promise<void>;
  /** Waits until the window shows these words. */
  see(words: string | RegExp): Promise<void>;
}

const within = (page: Page, group: string | undefined): Page | Locator => (group === undefined ? page : page.getByRole('group', { name: group, exact: true }));

/** The hand on the mouse. */
export function mouse(page: () => Page): Hand {
  const press: Hand['press'] = (role, name) => page().getByRole(role, { name, exact: true }).click();
  const option = (name: string | RegExp) => page().getByRole('option', { name, exact: true }).click();
  return {
    press,
    write: (label, text, group) => within(page(), group).getByLabel(label, { exact: true }).fill(text),
    async choose(label, name, group) {
      await within(page(), group).getByRole('combobox', { name: label, exact: true }).click();
      await option(name);
    },
    async link(label, word, group) {
      await within(page(), group).getByRole('combobox', { name: label, exact: true }).fill(word);
      await option(new RegExp(word));
    },
    async begin(kind) {
      await page().getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Docket' }).click();
      await press('button', 'New');
      await press('menuitem', kind);
      await page()
        .getByRole('heading', { name: new RegExp(`New ${kind.toLowerCase()}`) })
        .waitFor();
    },
    record: (button) => press('button', button),
    visit: (room) =>
      page()
        .getByRole('navigation', { name: 'Rooms' })
        .getByRole('link', { name: new RegExp(`^${room}(\\s*\\d.*)?$`) })
        .click(),
    async move(state) {
      await press('button', 'Change state');
      await press('menuitem', state);
      await page().getByRole('dialog').getByRole('button', { name: 'Change state', exact: true }).click();
    },
    see: (words) => page().getByText(words).first().waitFor(),
  };
}
