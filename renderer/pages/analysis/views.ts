/** The views of a case, in the order of their tabs. */
export const views = ['scope', 'said', 'knew', 'disputed', 'duties', 'options', 'harm', 'interests', 'ties', 'work', 'progress', 'intake'] as const;
export type View = (typeof views)[number];
export const viewOf = (name: string | null): View => views.find((one) => one === name) ?? 'scope';
