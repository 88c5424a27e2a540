import type { z } from 'zod';
import type { found } from '../../shared/contract/contract.ts';

interface FindingListProps {
  readonly all: readonly z.output<typeof found>[];
  readonly className?: string | undefined;
}

/** What a check of a vault found, each with the part in which it lies. */
export function FindingList({ all, className }: FindingListProps) {
  return (
    <ul className={className}>
      {all.map(({ part, what }, i) => (
        <li key={i}>
          <span className="strong">{part}</span> {what}
        </li>
      ))}
    </ul>
  );
}
