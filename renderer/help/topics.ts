import { analysisViews } from './topics/analysis.ts';
import { begin } from './topics/begin.ts';
import { ofTheCase } from './topics/case.ts';
import { ofDates } from './topics/dates.ts';
import { ofEvidence } from './topics/evidence.ts';
import { ofPapers } from './topics/papers.ts';
import type { Chapter, Topic } from './topic.ts';

/** All help, in the order of its contents. */
export const chapters: readonly Chapter[] = [begin, ofTheCase, ofDates, ofEvidence, analysisViews, ofPapers];
export const topics: readonly Topic[] = chapters.flatMap((chapter) => chapter.topics);

/** Pages of help that are no topic: the list of words, and what is new in this version. */
export const helpLists = ['glossary', 'whats-new'] as const;
export type HelpList = (typeof helpLists)[number];

/** The topic of an address; undefined where there is none. */
export const topicNamed = (id: string | null): Topic | undefined => topics.find((topic) => topic.id === id);
