interface PagesInput {
  readonly type: string;
  readonly modifiers?: readonly string[];
}
/** The input of a page, as far as a button of the pointer is followed in it. */
export interface PointerInput {
  on(event: 'input-event', listener: (event: unknown, input: PagesInput) => void): unknown;
}

/** Follows the left button of the pointer over a page. */
export interface LeftButton {
  /** Whether it is down; says so once for every press, because the release of one that carries a file comes to the system and not to the page. */
  take(): boolean;
}

// Electron gives no `button` here, and its versions differ in how they write modifiers (measured, Electron 33).
const hasLeft = ({ modifiers }: PagesInput): boolean => modifiers === undefined || modifiers.some((one) => one.toLowerCase() === 'leftbuttondown');

export function leftButton(input: PointerInput): LeftButton {
  let down = false;
  input.on('input-event', (_event, given) => {
    if (given.type === 'mouseDown') down = hasLeft(given);
    else if (given.type === 'mouseUp') down = false;
    else if (given.type === 'mouseMove') down &&= hasLeft(given);
  });
  return {
    take() {
      const was = down;
      down = false;
      return was;
    },
  };
}
