// Set up for each file of tests in a browser: the one that its windows shared ends with the file.
import { afterAll } from 'vitest';
import { endBrowser } from './kept-browser.ts';

afterAll(endBrowser);
