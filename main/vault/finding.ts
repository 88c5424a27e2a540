/** One thing that is not as it was written: the file or part, and what is wrong with it. Never the content of a record. */
export interface Finding {
  readonly part: string;
  readonly what: string;
}
