/** What some file system would read as something else: Windows' reserved names and signs, a leading dot, a trailing dot or space. */
const unfit = /[\\/:*?"<>|\p{Cc}]|^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)$/iu;

/** Whether a vault can be called so: its name is that of its folder, on every computer that the folder is carried to. */
export const isVaultName = (name: string): boolean => name.trim() !== '' && !unfit.test(name.trim());
