import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take more than half a minute at full length, the longest first. */
const longest = [
  'hostile',
  'story',
  'flip',
  'intake',
  'hostile-inputs',
  'law-story',
  'io-errors',
  'write-anew',
  'large-archive',
  'window-pages',
  'read-errors',
  'command-line',
  'window-work',
  'window-focus',
  'start',
  'disk-full',
  'keeping',
  'pdf-torture',
];
const rank = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at < 0 ? longest.length : at;
};

/** Begins with the files known to be long, so that none of them is left over for one worker at the end; on a machine that has run them before, vitest's own order says the rest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = (one: TestSpecification) => one.project.config.sequence.groupOrder;
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => order(a) - order(b) || rank(a) - rank(b));
  }
}
