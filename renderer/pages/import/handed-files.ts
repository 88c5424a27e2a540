/** A file of a folder that a person chose, by its path within. */
export interface InFolder {
  readonly path: string;
  readonly file: File;
}

const plain = (path: string): string => path.replaceAll('\\', '/').replace(/^\.\//, '').toLowerCase();
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The files of a folder by their paths within it; the folder's own name is no part of them. */
export const filesInFolder = (files: readonly File[]): InFolder[] => files.map((file) => ({ path: file.webkitRelativePath.split('/').slice(1).join('/') || file.name, file }));

/** The Opticon file that goes with a load file: that of the same name, beside it where several bear it. */
export function opticonOf(loadFile: string, files: readonly InFolder[]): InFolder | null {
  const named = `${plain(loadFile).replace(/\.[^./]*$/, '')}.opt`;
  const same = files.filter(({ path }) => plain(path).split('/').at(-1) === named);
  const beside = roots(loadFile, files)[0];
  return same.find(({ path }) => folderOf(plain(path)) === beside) ?? same[0] ?? null;
}

/**
 * The files that a load file names, each under the path that it gives them. Its paths start from the folder it lies in, from the one above where a volume keeps its load
 * files in a folder of their own, or from the folder that was chosen; the first of them where any is found. Capital letters do not count: volumes are made on systems where they do not.
 */
export function filesNamed(loadFile: string, wanted: readonly string[], files: readonly InFolder[]): InFolder[] {
  const byPath = new Map(files.map((one) => [plain(one.path), one.file]));
  for (const root of roots(loadFile, files)) {
    const found = wanted.flatMap((path): InFolder[] => {
      const file = byPath.get(root + plain(path));
      return file === undefined ? [] : [{ path, file }];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** Where the paths of a load file may start from, with the slash at the end, the likeliest first. */
function roots(loadFile: string, files: readonly InFolder[]): string[] {
  const lies = files.filter(({ path }) => plain(path).split('/').at(-1) === plain(loadFile)).map(({ path }) => folderOf(plain(path)));
  return [...new Set([...lies, ...lies.map((folder) => folderOf(folder.slice(0, -1))), ''])];
}
