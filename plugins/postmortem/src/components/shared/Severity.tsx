import { SeverityMark } from './SeverityMark';
import styles from './SeverityMark.module.css';

/** A severity by its shape and its name. */
export function Severity({ severity }: { severity: string | null }) {
  return (
    <span className={styles.severity}>
      <SeverityMark severity={severity} />
      {severity ?? 'No severity'}
    </span>
  );
}
