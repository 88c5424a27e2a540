/** The data that the templates take. Values are set, never evaluated; a template prints what is here and nothing else. */

/** `YYYY-MM-DD`. */
export type Day = string;

/** A date as it is known, as `assets/filings/house/dates.typ` prints it. */
export type PaperDate =
  | { readonly value: Day; readonly time?: string; readonly certainty?: 'about'; readonly note?: string }
  | { readonly from?: Day; readonly to?: Day; readonly note?: string }
  | { readonly unknown: string | null }
  | { readonly disputed: readonly { readonly by: string; readonly value: Day }[] }
  /** No date by nature: "continuing", "on the event". */
  | { readonly words: string };

/** A piece of a sentence. `quote` and `text` are printed exactly; a plain string of ours gets real quotation marks and ties. */
export type Run =
  | string
  | { readonly text: string }
  | { readonly em: Words }
  | { readonly term: Words }
  | { readonly quote: string }
  | { readonly note: Words }
  | { readonly see: string }
  | { readonly ex: string; readonly at?: string; readonly bare?: true }
  | { readonly date: PaperDate }
  | { readonly name: string; readonly lang?: string }
  | { readonly redacted: string }
  /** What the record does not have: printed in italics. */
  | { readonly missing: string };
export type Words = string | readonly Run[] | Run;

export type Sign = 'done' | 'part' | 'open' | 'none' | 'late';
/** A drawn sign and its word: the word carries the meaning. */
export interface PaperState {
  readonly sign: Sign;
  readonly words: string;
}
export type Fact = readonly [label: string, value: Words];

/** Numbered through the document; `key` makes it citable as `{see: "par:key"}`. */
export type Paragraph = readonly Run[] | { readonly key?: string; readonly runs: Words; readonly items?: readonly Words[] };

export interface Furniture {
  readonly number: string | null;
  readonly revision: number | null;
  /** Beside the number in running heads. */
  readonly running: string | null;
  readonly marking: { readonly banner: string | null; readonly legend: readonly Words[] };
  readonly subtitle: string;
  readonly caption: {
    readonly forum: string | null;
    readonly offices: readonly string[];
    readonly opening: string;
    readonly parties: readonly { readonly name: string; readonly role?: string }[];
    readonly refs: readonly Fact[];
  };
  readonly glance: readonly Fact[];
}

export interface Exhibit {
  readonly key: string;
  readonly number: string;
  /** How it is cited: `Ex. 2`. */
  readonly cited: string;
  readonly what: Words;
  readonly date: PaperDate | null;
  readonly received: PaperDate | null;
  /** SHA-256 of the original's bytes; null where none are in the vault. */
  readonly hash: string | null;
}

/** One deadline with the steps that lead to it and the days as they were counted. */
export interface DeadlineSheet {
  readonly number: string;
  readonly title: Words;
  /** What a paper must say first about it: that its rule is not confirmed by counsel, that it was overridden. */
  readonly standing: Words | null;
  readonly fileBy: PaperDate | Words | null;
  readonly due: PaperDate | Words | null;
  readonly latest: Words | null;
  readonly from: Words | null;
  readonly rule: Words;
  readonly act: Words | null;
  readonly assumed: Words | null;
  readonly review: Words | null;
  readonly steps: readonly { readonly number: string; readonly words: Words }[];
  readonly days: readonly { readonly date: Day; readonly n: number | null; readonly kind: 'trigger' | 'count' | 'skip' | 'last'; readonly why: string | null }[];
}

/** A disputed issue: what each says, side by side, and what each assessor assessed. Nothing is averaged. */
export interface IssueSheet {
  readonly number: string;
  readonly status: string;
  readonly statement: Words;
  readonly sides: readonly {
    readonly party: string;
    readonly stance: string;
    readonly text: Words | null;
    readonly severity: Words | null;
    readonly basis: Words | null;
    readonly proof: Words | null;
  }[];
  /** Under the sides, across all of them. */
  readonly notes: readonly { readonly label: string; readonly words: Words }[];
}

export interface ObligationRow {
  readonly key: string;
  readonly number: string;
  readonly clause: Words;
  readonly words: Words;
  readonly due: PaperDate;
  readonly state: PaperState;
  readonly proof: readonly Run[];
}
export interface RequestRow {
  readonly number: string;
  readonly words: Words;
  readonly between: Words;
  readonly answer: PaperState;
  readonly age: PaperDate;
}

export interface Signature {
  readonly name: string;
  readonly lines: readonly string[];
  /** Null leaves a line to write it on. */
  readonly date: PaperDate | null;
}
export interface Signatures {
  readonly signatures: readonly Signature[];
  readonly certification: { readonly words: Words; readonly signature: Signature } | null;
}

interface Every extends Signatures {
  readonly filing: Furniture;
  readonly account: readonly Paragraph[];
  readonly obligations: readonly ObligationRow[];
  readonly deadlines: readonly DeadlineSheet[];
  /** Deadlines that were met, or that nothing more is to be done about. */
  readonly pastDeadlines: readonly {
    readonly number: string;
    readonly words: Words;
    readonly due: PaperDate;
    readonly state: PaperState;
    readonly done: PaperDate | null;
    readonly proof: readonly Run[];
  }[];
  /** What stands where there are none. */
  readonly noDeadlines: Words;
  readonly requests: readonly RequestRow[];
  readonly issues: readonly IssueSheet[];
  readonly exhibits: readonly Exhibit[];
}

export interface OrderSummaryData extends Every {
  readonly sequence: readonly { readonly date: PaperDate; readonly words: string }[];
  readonly sequenceAlt: string;
  readonly instruments: readonly { readonly title: string; readonly facts: readonly Fact[] }[];
  readonly clauses: readonly { readonly number: string; readonly words: Words; readonly reading?: Words | null }[];
  readonly reach: readonly { readonly number: string; readonly words: Words; readonly whom: Words; readonly what: Words }[];
  readonly reachAccount: readonly Paragraph[];
  readonly relations: readonly { readonly number: string; readonly relation: Words; readonly instrument: Words; readonly standing: Words }[];
}

export interface StatusReportData extends Every {
  readonly access: readonly {
    readonly version: string;
    readonly surface: Words;
    readonly reach: Words;
    readonly state: PaperState;
    readonly since: PaperDate | null;
    readonly proof: readonly Run[];
  }[];
  readonly requestAccount: readonly Paragraph[];
  readonly remediationAccount: readonly Paragraph[];
  readonly steps: readonly {
    readonly number: string;
    readonly words: Words;
    readonly owner: Words | null;
    readonly due: PaperDate | null;
    readonly state: PaperState;
    readonly verified: Words | null;
  }[];
  readonly gate: readonly { readonly number: string; readonly words: Words; readonly decider: Words; readonly state: PaperState; readonly proof: readonly Run[] }[];
  readonly limits: readonly Paragraph[];
}

/** One model a part, one table for surfaces with the same answers, one row a class of people. */
export interface AccessStatusData extends Signatures {
  readonly filing: Furniture;
  readonly exhibits: readonly Exhibit[];
  readonly account: readonly Paragraph[];
  readonly models: readonly {
    readonly title: string;
    readonly tables: readonly {
      readonly title: string;
      readonly rows: readonly { readonly people: Words; readonly state: PaperState; readonly by: Words; readonly from: PaperDate | null; readonly missing: Words | null }[];
    }[];
  }[];
}

export interface PaperData {
  readonly 'order-summary': OrderSummaryData;
  readonly 'status-report': StatusReportData;
  readonly 'access-status': AccessStatusData;
}
export type Template = keyof PaperData;

/** The sheet with the recovery words: no paper of any case. */
export interface RecoverySheetData {
  readonly vault: string;
  readonly id: string;
  readonly sheet: string;
  readonly words: readonly string[];
}
/** A figure as it is drawn: one page of just its size, from which its picture is taken. */
export interface FigurePageData {
  readonly says: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}
/** A list as it is shown: rows under the same heads, parted by headings where it has any. Cells are plain words. */
export interface ListPaperData {
  readonly name: string;
  readonly banner: string | null;
  /** Beside the name in running heads. */
  readonly running: string;
  readonly head: readonly (readonly [name: string, value: string])[];
  /** As wide as said, in points; or a share of what the others leave. */
  readonly columns: readonly ({ readonly name: string } & ({ readonly width: number } | { readonly share: number }))[];
  readonly parts: readonly { readonly title: string | null; readonly rows: readonly (readonly string[])[] }[];
  /** Under the last row. */
  readonly notes: readonly string[];
}
/** Everything the press sets. */
export interface PressData extends PaperData {
  readonly 'list-paper': ListPaperData;
  readonly 'recovery-sheet': RecoverySheetData;
  readonly 'figure-page': FigurePageData;
}
export type Pressable = keyof PressData;

/** The title a paper bears, and all that its metadata says of its content. */
export const titles: Readonly<Record<Pressable, string>> = {
  'recovery-sheet': 'Recovery key',
  'figure-page': 'Figure',
  'list-paper': 'List',
  'order-summary': 'Order Summary and Obligations',
  'status-report': 'Compliance Status Report',
  'access-status': 'Status of Access by Class of Person',
};
