import { SeverityMark } from './SeverityMark';
import styles from './SeverityMark.module.css';

/** A severity by its shape and its name. */
export function Severity(props: {
  severity: string | null;
  severities?: readonly string[];
}) {
  const { severity, severities } = props;
  return (
    <span className={styles.severity}>
      <SeverityMark severity={severity} severities={severities} />
      {severity ?? 'No severity'}
    </span>
  );
}
