import type { Template } from './press/paper.ts';
import type { Profile } from './press/press.ts';

/** File names stand in notices of electronic filing (N.D. Cal.): what paper and which day, no name, number, model or party (domain.md §7 U17). */
export function fileName(document: Template, profile: Profile, day: string): string {
  return `${document}${profile === 'internal' ? '-internal' : ''}-${day}.pdf`;
}
