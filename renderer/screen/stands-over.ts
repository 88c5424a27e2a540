/** Whether a dialog or a menu stands over the page: then its keys are not the page's. */
export const standsOver = (): boolean => document.querySelector('[role=dialog], [role=menu]') !== null;
