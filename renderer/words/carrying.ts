/** Words of a file that is carried out of the window by dragging. */
export const carrying = {
  drag: (file: string) => `Drag ${file}`,
  note: 'Drag it into a folder or a message. It is the file that you have just saved.',
} as const;
