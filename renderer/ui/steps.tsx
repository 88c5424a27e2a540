import { deadline } from '../words/deadline.ts';
import { Cited } from './cited.tsx';
import styles from './steps.module.css';

export interface Step {
  readonly words: string;
  readonly date: string;
  readonly rule: string;
  readonly outcome?: 'due' | 'safe';
}

/** "Why this date": the count as a ledger. Each line says what was done, the day it leads to, and the rule that says so. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <table className={styles.steps}>
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden">{deadline.step}</span>
          </th>
          <th scope="col">{deadline.counted}</th>
          <th scope="col">{deadline.ruleOrSource}</th>
          <th scope="col" className={styles.date}>
            {deadline.leadsTo}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, i) => (
          <tr key={i} data-outcome={step.outcome}>
            <td className={styles.no}>{i + 1}</td>
            <td>
              <Cited text={step.words} />
            </td>
            <td className={styles.rule}>{step.rule}</td>
            <td className={styles.date}>{step.date}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
