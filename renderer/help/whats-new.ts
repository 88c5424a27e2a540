export interface Release {
  readonly version: string;
  readonly news: readonly string[];
}

/** The changelog as the releases in it: a heading each, a line each change. Its marks of code and emphasis are taken off. */
export function releasesIn(changelog: string): readonly Release[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.split('\n');
      const news = lines.join('\n').split(/^- /m).slice(1);
      return {
        version: head.trim(),
        news: news.map((line) =>
          line
            .replaceAll(/\s+/g, ' ')
            .replaceAll(/[`*]/g, '')
            .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
            .trim(),
        ),
      };
    });
}
