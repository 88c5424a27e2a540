/** Marks that FTS5 puts around a hit: private-use letters, which are taken out of every text before it is indexed. */
export const hitStart = '\u{e000}';
export const hitEnd = '\u{e001}';

export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

/** Text without our marks, so that a hostile document cannot draw highlights of its own. */
export const withoutMarks = (text: string): string => text.replaceAll(/[\u{e000}\u{e001}]/gu, '');

/** A marked snippet as segments: the window is never given markup (design, "Window"). */
export function segments(marked: string): Segment[] {
  return marked
    .split(hitStart)
    .flatMap((part, index): Segment[] => {
      if (index === 0) return [{ text: part, hit: false }];
      const [hit = '', rest = ''] = part.split(hitEnd, 2);
      return [
        { text: hit, hit: true },
        { text: rest, hit: false },
      ];
    })
    .filter((segment) => segment.text !== '');
}
