import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take more than half a minute, the longest first. */
const longest = [
  'story',
  'large-archive',
  'window-pages',
  'intake',
  'law-story',
  'hostile-inputs',
  'window-work',
  'flip',
  'command-line',
  'io-errors',
  'window-focus',
  'hostile',
  'write-anew',
  'read-errors',
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
