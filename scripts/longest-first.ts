import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take more than a quarter of a minute, the longest first. */
const longest = [
  'story',
  'intake',
  'keeping',
  'flip',
  'law-story',
  'kept-words',
  'pdf-torture',
  'command-line',
  'exchange',
  'hostile',
  'keeping-errors',
  'io-errors',
  'disk-full',
  'packed',
  'read-errors',
  'pdf-standards',
  'electron',
  'kill',
  'leak',
  'typing',
  'window-pages',
  'window-focus',
  'window-work',
  'window-states',
  'window-kept-words',
  'window-dialogs',
  'window-long-undo',
  'window-hostile-files',
  'window-keys',
  'window-docket',
  'window-figures',
  'window-filters',
  'window-lists',
  'window-keeping-faults',
  'window-spoken',
  'window-contrast',
  'start',
  'concurrency',
  'named-recipient',
  'seed-story',
  'command-line-people',
  'chromium',
  'sealed',
  'legal-hold',
];
/** Files with a process of their own stand first or last; between them those that share one. */
const parts = ['long', 'rooms', 'windows', 'short'];
const rank = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at < 0 ? longest.length : at;
};

/**
 * Begins with the files known to be long, so that none of them is left over for one worker at the end; on a machine that has run them before, vitest's own
 * order says the rest. Files that share a process follow each other: a process that has to make room for another file is begun anew.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = (one: TestSpecification) => one.project.config.sequence.groupOrder;
    const part = (one: TestSpecification) => parts.indexOf(one.project.config.isolate ? (rank(one) < longest.length ? 'long' : 'short') : one.project.name);
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => order(a) - order(b) || part(a) - part(b) || rank(a) - rank(b));
  }
}
