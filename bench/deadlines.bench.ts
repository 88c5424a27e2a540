// 10,000 deadlines counted again after the President declares a holiday, and those that moved told apart. Target: at most 250 ms in a process that
// has computed nothing before, as the vault's has when counsel enters the day; what a warm one takes is printed beside it.
import { fork } from 'node:child_process';
import { dayOf, dayText } from '../shared/calendar/day.ts';
import { Refused } from '../shared/failure/failure.ts';
import { compute } from '../shared/law/compute.ts';
import { courts } from '../shared/law/courts.ts';
import { inputsOf, type Input } from '../shared/law/input.ts';
import { shippedLaw, type LawBook } from '../shared/law/law-book.ts';
import { ruleById, rules } from '../shared/law/rules.ts';

interface Recorded {
  readonly rule: string;
  readonly input: Input;
  /** Due, file-by and latest date as they were computed before the change. */
  readonly dates: readonly (string | null)[];
}
interface Timed {
  readonly coldMs: number;
  /** Of the processor's time, which a busy machine does not stretch; compiling and collecting beside it are in it. */
  readonly coldCpuMs: number;
  readonly warmMs: number;
  readonly moved: number;
}
const count = 10_000;
const entered: LawBook = { ...shippedLaw, closures: [{ kind: 'holiday', date: dayOf(2026, 12, 24), by: 'president' }] };
const first = dayOf(2026, 1, 5);

const datesOf = (id: string, input: Input, law: LawBook) => {
  const { due, safe, latest } = compute(ruleById(id), input, { countedDays: false, law });
  return [due, safe, latest];
};

/** As a docket holds them: every shipped rule that a date alone sets going, triggers over two years, half of them in a named court. */
function docket(): Recorded[] {
  const able = rules.flatMap((rule) => {
    const court = inputsOf(rule).includes('court') ? courts.find(({ kind }) => kind === 'district') : undefined;
    const input = (day: number, i: number): Input => ({ trigger: `${dayText(day)}T10:30`, tz: 'America/New_York', ...(court !== undefined && i % 2 === 0 && { court: court.id }) });
    try {
      return compute(rule, input(first, 0), { countedDays: false }).due === null ? [] : [{ rule, input }];
    } catch (thrown) {
      if (thrown instanceof Refused) return [];
      throw thrown;
    }
  });
  return Array.from({ length: count }, (_, i) => {
    const one = able[i % able.length];
    if (one === undefined) throw new Error('no rule computes from a date alone');
    const input = one.input(first + ((i * 7) % 730), i);
    return { rule: one.rule.id, input, dates: datesOf(one.rule.id, input, shippedLaw) };
  });
}

/** How many of them come to another date once the day is entered as a closure of the vault. */
function moved(list: readonly Recorded[]): number {
  let found = 0;
  for (const { rule, input, dates } of list) {
    const after = datesOf(rule, input, entered);
    if (after.some((date, i) => date !== dates[i])) found++;
  }
  return found;
}

function timed(list: readonly Recorded[]): Timed {
  const once = () => {
    const [from, used] = [performance.now(), process.cpuUsage()];
    const found = moved(list);
    const { user, system } = process.cpuUsage(used);
    return { ms: performance.now() - from, cpuMs: (user + system) / 1000, found };
  };
  const cold = once();
  once();
  return { coldMs: cold.ms, coldCpuMs: cold.cpuMs, warmMs: once().ms, moved: cold.found };
}

if (process.send !== undefined) {
  // Proof of the cast: the only sender is `inFreshProcess` below.
  process.once('message', (list) => process.send?.(timed(list as Recorded[]), () => process.disconnect()));
} else {
  const inFreshProcess = (list: readonly Recorded[]): Promise<Timed> =>
    new Promise((resolve, reject) => {
      const child = fork(import.meta.filename, { execArgv: [] });
      // Proof of the cast: the child sends nothing else.
      child.once('message', (answer) => resolve(answer as Timed));
      child.once('error', reject);
      child.send([...list]);
    });
  const list = docket();
  const runs: Timed[] = [];
  for (let round = 0; round < 5; round++) runs.push(await inFreshProcess(list));
  const middle = (pick: (one: Timed) => number) => Math.round(runs.map(pick).sort((a, b) => a - b)[2] ?? Number.NaN);
  const coldMs = middle(({ coldMs: ms }) => ms);
  process.stdout.write(
    `${JSON.stringify({ bench: 'deadlines', deadlines: count, rules: new Set(list.map(({ rule }) => rule)).size, moved: runs[0]?.moved, coldMs, coldCpuMs: middle(({ coldCpuMs }) => coldCpuMs), warmMs: middle(({ warmMs }) => warmMs), target: 250 })}\n`,
  );
  process.exitCode = coldMs <= 250 ? 0 : 1;
}
