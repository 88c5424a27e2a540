// A vitest reporter that writes one JSON line a test to $CORDON_RESULTS: state, and the reason of a skip.
import { appendFileSync } from 'node:fs';

export default class CountReporter {
  onTestCaseResult(test) {
    const file = process.env.CORDON_RESULTS;
    if (!file) return;
    const { state, note } = test.result();
    appendFileSync(file, `${JSON.stringify({ name: test.fullName, state, reason: note })}\n`);
  }
}
