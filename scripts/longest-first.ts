import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take more than a quarter of a minute, the longest first. */
const longest = [
  'flip',
  'hostile',
  'intake',
  'io-errors',
  'kill',
  'story',
  'window-kept-words',
  'window-pages',
  'window-states',
  'window-keeping-faults',
  'window-dialogs',
  'command-line',
  'leak',
  'typing',
  'disk-full',
  'window-work',
  'window-figures',
  'window-filters',
  'keeping-errors',
  'law-story',
  'pdf-torture',
  'keeping',
  'kept-words',
  'read-errors',
  'window-focus',
  'window-contrast',
  'window-spoken',
  'window-long-undo',
  'window-docket',
  'start',
  'pdf-standards',
  'window-hostile-files',
  'concurrency',
  'exchange',
  'packed',
  'electron',
  'seed-story',
  'command-line-people',
  'chromium',
  'sealed',
  'named-recipient',
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
