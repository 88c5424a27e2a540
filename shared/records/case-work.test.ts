import { expect, test } from 'vitest';
import { closedStatesOfWork } from './case-work.ts';
import { kindNamed } from './kinds.ts';

test('what keeps a case open is not closed by its own kind, but for papers that were sent', () => {
  const sent = ['served', 'accepted'];
  for (const [kind, states] of Object.entries(closedStatesOfWork)) {
    const defined = Object.entries(kindNamed(kind)?.states ?? {});
    const closed = defined.filter(([, state]) => state.closed).map(([name]) => name);
    expect(states.filter((state) => kind !== 'filing' || !sent.includes(state)).sort(), kind).toEqual(closed.sort());
  }
});
