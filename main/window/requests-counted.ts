/** Requests of the window since the program was started: those answered from the program's own files, and those refused. Counted by the guards that decide it. */
const counted = { served: 0, refused: 0 };

/** Counts one; gives back whether it is refused, for the guard that asks. */
export function countRequest(refused: boolean): boolean {
  counted[refused ? 'refused' : 'served']++;
  return refused;
}
export const requestsCounted = (): { readonly served: number; readonly refused: number } => ({ ...counted });
