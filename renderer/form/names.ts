/** Endings that belong to the name before their comma: `Harrow & Finch, LLP` is one recipient and no two. */
const ending = /^(?:inc|llc|l\.l\.c|llp|l\.l\.p|lp|l\.p|ltd|limited|plc|pllc|pc|p\.c|corp|corporation|co|company|n\.a|s\.a|s\.p\.a|ag|gmbh|b\.v|jr|sr|ii|iii|esq|ph\.?d|m\.d)\.?$/i;

/** Names as they were typed, with semicolons or commas between them; a comma within a name does not part it. */
export function namesIn(typed: string): string[] {
  const names: string[] = [];
  for (const part of typed.split(/[;\n]/)) {
    let begun = false;
    for (const piece of part.split(',')) {
      const name = piece.trim();
      if (name === '') continue;
      if (begun && ending.test(name)) names.push(`${names.pop() ?? ''}, ${name}`);
      else names.push(name);
      begun = true;
    }
  }
  return names;
}
