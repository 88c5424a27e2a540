import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { kinds } from '../../../shared/records/kinds.ts';
import { go } from '../../screen/route.ts';
import { docket } from '../../words/docket.ts';
import styles from './new-menu.module.css';

/** Kinds that the program writes itself, or that come by intake: nobody types them in from the docket. */
export const madeByProgram: readonly string[] = ['evidence_text', 'release', 'approval', 'evidence_item', 'screening', 'roster'];
export const typedKinds = Object.values(kinds).filter((kind) => !madeByProgram.includes(kind.kind));

/** What is recorded on the first days, in the order of the work; the rest stands under it by its name. */
const first: readonly string[] = ['case', 'restricted_model', 'order', 'deadline', 'evidence_request', 'remediation_plan', 'remediation_step', 'filing', 'communication', 'note'];
const often = first.flatMap((name) => typedKinds.find((kind) => kind.kind === name) ?? []);
const others = typedKinds.filter((kind) => !first.includes(kind.kind)).sort((a, b) => a.label.localeCompare(b.label));

/** A new record of any kind. */
export function NewMenu() {
  return (
    <Menu position="bottom-end" width={660}>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}>{docket.new}</Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {[often, others].map((some) => (
          <div key={some[0]?.kind} role="group" aria-label={some === often ? docket.newOften : docket.newOthers} className={styles.group}>
            {some.map((kind) => (
              <Menu.Item key={kind.kind} onClick={() => go({ page: 'new', kind: kind.kind, prefill: {} })}>
                {kind.label}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
