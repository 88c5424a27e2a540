/** Brings what is chosen into view where it is not. Gives nothing: newer engines give a promise of the scrolling, which React would take for the clean-up of an effect and call. */
export function intoView(chosen: Element | null | undefined): void {
  chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
