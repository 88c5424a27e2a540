/** Words of the menus that open on a row or a record. */
export const menus = {
  of: (number: string) => `What can be done with ${number}`,
  ofChosen: 'What can be done with the chosen rows',
} as const;
