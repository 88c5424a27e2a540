import { kindNamed, type KindName } from '../../shared/records/kinds.ts';
import { go } from '../screen/route.ts';
import { useWritable } from '../screen/screen.ts';
import { records } from '../words/records.ts';
import { PageButton } from './page-button.tsx';

/** The act that ends an emptiness: a new record of a kind, where anything can be written. */
export function BeginOne({ kind }: { kind: KindName }) {
  const writable = useWritable();
  return writable && <PageButton onClick={() => go({ page: 'new', kind, prefill: {} })}>{records.newKind(kindNamed(kind)?.label ?? kind)}</PageButton>;
}
