/** How long a zone holds before it is looked again whether it is still that of the computer. */
const holdsMs = 5_000;

/**
 * The zone of the computer as it is, not as it was when the program started: a laptop that wakes in another country is told its zone minutes later, with the vault open again. Node and
 * Electron look at the system's zone once in a process and again only when TZ is written or taken out of `env`; a TZ that somebody set for the program holds for good.
 */
export function lookedAgain(env: { TZ?: string | undefined }, zoneNow: () => string): (instant: number) => string {
  let looked = -Infinity;
  let zone = '';
  return (instant) => {
    if (Math.abs(instant - looked) >= holdsMs) {
      if (env.TZ === undefined) delete env.TZ;
      [looked, zone] = [instant, zoneNow()];
    }
    return zone;
  };
}
