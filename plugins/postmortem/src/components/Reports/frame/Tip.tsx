import styles from './ReportCard.module.css';

/** What is said of a mark beside the pointer. */
export function Tip(props: {
  title: string;
  lines: Array<string | false | null | undefined>;
  /** Whether a click on it leads on. */
  isLink?: boolean;
}) {
  return (
    <div className={styles.tip}>
      <strong>{props.title}</strong>
      {props.lines.filter(Boolean).map(line => (
        <div key={String(line)}>{line}</div>
      ))}
      {props.isLink && (
        <div className={styles.tipHint}>Click for the postmortems</div>
      )}
    </div>
  );
}
