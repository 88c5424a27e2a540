import type { Failure } from '../../shared/failure/failure.ts';

/** What is copied of a failure for support. Its sentence is not: it may name a file, a person or a record. */
export interface DetailsOf {
  readonly build: string;
  readonly host: string;
  /** The page on which it happened, by its name in the address; without number, kind or tab. */
  readonly page: string;
  readonly now: number;
}

/** Code, version, place and hour of a failure, and the reference of a fault; no name, title or path, whatever the failure holds. */
export function failureDetails(failure: Failure, { build, host, page, now }: DetailsOf): string {
  const reference = failure.code === 'unexpected' && /^[\da-f]{8}$/.test(failure.reference) ? [`reference: ${failure.reference}`] : [];
  return [`code: ${failure.code}`, ...reference, `page: ${page}`, `Cordon ${build} (${host})`, `${new Date(now).toISOString().slice(0, 19)}Z`, ''].join('\n');
}
