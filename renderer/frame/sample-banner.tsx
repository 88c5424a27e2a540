import { Button } from '@mantine/core';
import { vault } from '../bridge.ts';
import { setScreen, useScreen } from '../screen/screen.ts';
import { Mark } from '../ui/mark.tsx';
import { startTour } from '../tour/tour.tsx';
import { PageButton } from '../ui/page-button.tsx';
import { sample as words } from '../words/sample.ts';
import { tour } from '../words/tour.ts';
import styles from './notices.module.css';

/** Over every page of a sample: that it is one, and the way to be rid of it. */
export function SampleBanner() {
  const sample = useScreen((now) => now.session?.vault?.sample ?? null);
  if (sample === null) return null;
  const remove = async (): Promise<void> => {
    // The host takes the window back to the unlock page.
    const answer = await vault.ask('sample.remove', {});
    if (!answer.ok) setScreen({ failure: answer.failure });
  };
  return (
    <section className={styles.sample} aria-label={words.badge}>
      <Mark shape="diamondDashed" tone="wait" />
      <span>
        {words.banner} {sample === 'elsewhere' && words.elsewhere}
      </span>
      <Button onClick={startTour}>{tour.command}</Button>
      {sample === 'own' && <PageButton onClick={() => void remove()}>{words.remove}</PageButton>}
    </section>
  );
}
