import path from 'node:path';

/** What a stored file is called outside: the number of its record and what kind of file it is. A file's own name may say what it must not (domain.md §7 U17). */
export function neutralName(number: string, filename: string | undefined): string {
  const ending = path.extname(filename ?? '').toLowerCase();
  return `${number}${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ''}`;
}
