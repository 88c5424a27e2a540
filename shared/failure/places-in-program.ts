/**
 * Where in the program a bug was thrown: function, file and line of each frame, innermost first, `most` at the most. Folders are left out, and the message is
 * never looked at: both may hold words of a case.
 */
export function placesInProgram(stack: string, most = 6): string[] {
  return stack
    .split('\n')
    .flatMap((line) => {
      const found = /^\s+at (?:(?:async )?(?<what>[\w.$<>[\] -]{1,80}) \()?(?:.*[/\\])?(?<file>[\w.-]{1,60}):(?<row>\d+)(?::\d+)?\)?$/.exec(line)?.groups;
      return found ? [`${found['what'] ? `${found['what']} ` : ''}${found['file'] ?? ''}:${found['row'] ?? ''}`] : [];
    })
    .slice(0, most);
}
