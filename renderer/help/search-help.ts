import { glossary, type Term } from './glossary.ts';
import type { Topic } from './topic.ts';
import { topics } from './topics.ts';

export interface HelpFound {
  readonly topics: readonly Topic[];
  readonly terms: readonly Term[];
}

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
const titleOf = new Map(topics.map((topic) => [topic, plain(topic.title)]));
const textOf = new Map(
  topics.map((topic) => [
    topic,
    plain([topic.title, topic.what, ...topic.acts.flat(), topic.not, ...(topic.marks ?? []).flatMap(([, , word, means]) => [word, means])].join('\n')),
  ]),
);

/** Topics and words in which every word that was typed occurs; titles first. A few dozen short texts need no index. */
export function searchHelp(typed: string): HelpFound {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return { topics: [], terms: [] };
  const all = (text: string): boolean => words.every((word) => text.includes(word));
  const inTitle = topics.filter((topic) => all(titleOf.get(topic) ?? ''));
  const inText = topics.filter((topic) => !inTitle.includes(topic) && all(textOf.get(topic) ?? ''));
  return { topics: [...inTitle, ...inText], terms: glossary.filter(({ word, means }) => all(plain(`${word}\n${means}`))) };
}
