/** Charges that an employment action exposes the company to (domain.md §2.25): the rules by which their ends are counted from the act. */
export const exposureRules: readonly string[] = ['ier.charge.180', 'eeoc.charge.180', 'eeoc.charge.300'];
