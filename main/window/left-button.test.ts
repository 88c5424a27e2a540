import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { leftButton } from './left-button.ts';

test('a file is carried while the left button is down, once for every press, and never after it came up', () => {
  const input = new EventEmitter();
  const does = (type: string, modifiers: readonly string[] = ['leftbuttondown']) => input.emit('input-event', {}, { type, modifiers });
  const button = leftButton(input);
  expect(button.take()).toBe(false);
  does('mouseDown');
  does('mouseMove');
  expect(button.take()).toBe(true);
  // The system took the release.
  expect(button.take()).toBe(false);
  does('mouseDown');
  // The release is told with the button that came up.
  does('mouseUp');
  expect(button.take()).toBe(false);
  does('mouseDown');
  // It came up where nobody told.
  does('mouseMove', []);
  expect(button.take()).toBe(false);
  does('mouseDown', ['rightbuttondown']);
  expect(button.take()).toBe(false);
});
