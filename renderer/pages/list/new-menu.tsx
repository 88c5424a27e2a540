import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { kinds } from '../../../shared/records/kinds.ts';
import { go } from '../../screen/route.ts';
import { docket } from '../../words/docket.ts';

/** Kinds that the program writes itself, or that come by intake: nobody types them in from the docket. */
export const madeByProgram: readonly string[] = ['evidence_text', 'release', 'approval', 'evidence_item', 'screening', 'roster'];
export const typedKinds = Object.values(kinds).filter((kind) => !madeByProgram.includes(kind.kind));

/** A new record of any kind. */
export function NewMenu() {
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }} width={220}>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} stroke={1.5} />}>{docket.new}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {typedKinds.map((kind) => (
          <Menu.Item key={kind.kind} onClick={() => go({ page: 'new', kind: kind.kind, prefill: {} })}>
            {kind.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
