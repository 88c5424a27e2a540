/** The deepest folder that is looked into, as where the host reads folders itself. */
const deepest = 64;

/**
 * What was dropped, in its order. Where the host knows paths it reads folders itself, so they are handed on as they are; a browser gives their entries
 * to the page alone, and only while the drop lasts: they are asked for before anything is awaited. Files of a folder come in the order of their names.
 */
export async function droppedFiles(drop: DataTransfer, inPage: boolean): Promise<readonly File[]> {
  const plain = [...drop.files];
  if (!inPage) return plain;
  const entries = [...drop.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (!entries.some((entry) => entry.isDirectory)) return plain;
  const found: File[] = [];
  for (const entry of entries) found.push(...(await below(entry, 0)));
  return found;
}

async function below(entry: FileSystemEntry, depth: number): Promise<readonly File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry) || depth > deepest) return [];
  const inside = [...(await listing(entry))].sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: File[] = [];
  for (const one of inside) found.push(...(await below(one, depth + 1)));
  return found;
}

/** All of a folder: a reader gives a hundred at a time, and nothing at the end. */
async function listing(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
