import type { Review, Voice } from '../../shared/records/approvals.ts';
import type { Run, Words } from './press/paper.ts';
import type { Profile } from './press/press.ts';

const voice = ({ name, signed }: Voice): readonly Run[] => (signed ? [{ text: name }, ' signed'] : ['attested by ', { text: name }, ', not authenticated']);

/**
 * Who stood behind something, as a paper says it (domain.md §7 U4). A paper that goes out says "independently reviewed" only of two keys, and of
 * typed names nothing: it makes no claim that we cannot prove, and bears no mark of ours either (U2).
 */
export function reviewWords({ by, reviewedBy, standing, stale }: Review, profile: Profile): Words | null {
  if (stale && standing !== 'signed') return profile === 'internal' ? 'Changed since it was approved: the signatures stand for what it said before.' : null;
  if (standing === 'alone' || standing === 'one') return 'Not independently reviewed.';
  if (!by || !reviewedBy) return null;
  if (profile === 'outgoing') return standing === 'signed' ? 'Independently reviewed.' : null;
  const [first = '', ...rest] = voice(by);
  return [typeof first === 'string' ? `${first.charAt(0).toUpperCase()}${first.slice(1)}` : first, ...rest, '; as second reviewer ', ...voice(reviewedBy), '.'];
}
