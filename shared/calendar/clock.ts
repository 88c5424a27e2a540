/** What time it is, given and never taken: `main/clock.ts` holds the only reading of the wall clock. */
export interface Now {
  /** Milliseconds of UTC since 1970. */
  readonly instant: number;
  /** IANA zone of the person at work. */
  readonly zone: string;
}
export type Clock = () => Now;
