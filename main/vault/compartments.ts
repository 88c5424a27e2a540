import { refuse } from '../../shared/failure/failure.ts';
import { sealBytes, unsealBytes } from './seal.ts';

/** Parts of a vault that not everybody who opens it may read. */
export const compartmentNames = ['people'] as const;
export type Compartment = (typeof compartmentNames)[number];
export const isCompartment = (name: string): name is Compartment => compartmentNames.some((one) => one === name);

export interface Compartments {
  /** The compartments this person holds. */
  readonly names: readonly string[];
  /** Seals for those who hold the compartment. Refuses `compartment-closed` to everybody else. */
  seal(compartment: Compartment, plain: Uint8Array): Uint8Array;
  /** What was sealed; null for a person who does not hold the compartment. Refuses `vault-damaged` when the bytes are not authentic. */
  unseal(compartment: Compartment, sealed: Uint8Array): Uint8Array | null;
}

export function compartmentsOf(keys: ReadonlyMap<string, Buffer>, vault: string): Compartments {
  const text = (compartment: string) => `cordon/1 compartment ${vault} ${compartment}`;
  return {
    names: [...keys.keys()],
    seal(compartment, plain) {
      const key = keys.get(compartment);
      return key ? sealBytes(plain, key, text(compartment)) : refuse({ code: 'compartment-closed', compartment });
    },
    unseal(compartment, sealed) {
      const key = keys.get(compartment);
      if (!key) return null;
      return unsealBytes(sealed, key, text(compartment)) ?? refuse({ code: 'vault-damaged', file: 'vault.db', part: `something sealed in the compartment ${compartment}` });
    },
  };
}
