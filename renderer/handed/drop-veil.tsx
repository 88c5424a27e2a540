import { handed as words } from '../words/handed.ts';
import { useHeldOver } from './use-handed.ts';
import styles from './drop-veil.module.css';

/** While files are held over the window: says to the eye and to the ear what comes of letting them go. */
export function DropVeil() {
  const files = useHeldOver((now) => now.files);
  return (
    <>
      <p role="status" className="hidden">
        {files && words.zone}
      </p>
      {files && (
        <div className={styles.veil} aria-hidden>
          {words.dropFiles}
        </div>
      )}
    </>
  );
}
