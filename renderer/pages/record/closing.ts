import { create } from 'zustand';

export type Closing = 'sequester' | 'erase' | 'lift';

/**
 * What is being closed, and whether an erasure is on its way. Not a state of the record's page: that becomes the page of a closed record as soon as its content is
 * out, while every trace of it is still being taken away, and what comes of that is to be seen.
 */
export const useClosing = create<{ readonly asked: { readonly number: string; readonly act: Closing } | null; readonly erasing: boolean }>(() => ({ asked: null, erasing: false }));

export const close = (number: string, act: Closing): void => useClosing.setState({ asked: { number, act } });
export const leave = (): void => useClosing.setState({ asked: null });
