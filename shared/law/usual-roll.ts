import type { CountingMethod, Direction, RollRule } from './rule.ts';

/** How a closed last day moves under a method that stands alone, as a clause or a worked example states it. */
export function usualRoll(method: CountingMethod, direction: Direction): RollRule {
  switch (method) {
    case 'FRCP6_DAYS':
    case 'FRAP26_DAYS':
    case 'BIS766':
      return direction === 'before' ? 'CONTINUE_SAME_DIRECTION' : 'NEXT_BUSINESS_FORWARD';
    case 'CALENDAR_ROLL_FORWARD':
    case 'ADD_AFTER_EXPIRY':
    case 'EU1182_DAYS':
    case 'EU_MONTH':
      return direction === 'before' ? 'NONE' : 'NEXT_BUSINESS_FORWARD';
    case 'FRCP6_HOURS':
      return 'NEXT_BUSINESS_SAME_TIME';
    case 'UK_MONTH':
      return 'COURT_OPEN_FORWARD';
    case 'UK_CPR_CLEAR_DAYS':
      return 'COURT_OFFICE_ACT_ONLY';
    case 'CALENDAR_BENEFICIAL':
      return 'BENEFICIAL';
    default:
      return 'NONE';
  }
}
