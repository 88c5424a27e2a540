import styles from './sheets.module.css';

export interface Sheet {
  readonly png: Uint8Array;
  /** Size on paper, in points of 1/72 inch. */
  readonly across: number;
  readonly down: number;
}

/**
 * Lays pages out so that printing this window prints them and nothing else: each a picture that fills its sheet, on sheets of the size of the first, without
 * margins of ours. They are not seen on the screen. `whole` says whether every one of them is there to be printed; `takeAway` ends it.
 */
export async function sheets(pages: readonly Sheet[]): Promise<{ readonly whole: boolean; readonly takeAway: () => void }> {
  const [first] = pages;
  const size = new CSSStyleSheet();
  if (first) size.replaceSync(`@page { size: ${first.across}pt ${first.down}pt; margin: 0; }`);
  document.adoptedStyleSheets.push(size);
  const place = document.createElement('div');
  place.className = styles.sheets ?? '';
  place.ariaHidden = 'true';
  const addresses = pages.map(({ png }) => URL.createObjectURL(new Blob([new Uint8Array(png)], { type: 'image/png' })));
  const loaded = addresses.map(
    (address) =>
      new Promise<boolean>((resolve) => {
        const picture = document.createElement('img');
        picture.className = styles.sheet ?? '';
        picture.alt = '';
        picture.onload = () => resolve(true);
        picture.onerror = () => resolve(false);
        picture.src = address;
        place.append(picture);
      }),
  );
  document.body.append(place);
  document.body.classList.add(styles.printing ?? '');
  const whole = (await Promise.all(loaded)).every(Boolean);
  return {
    whole,
    takeAway() {
      document.body.classList.remove(styles.printing ?? '');
      place.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== size);
      for (const address of addresses) URL.revokeObjectURL(address);
    },
  };
}
