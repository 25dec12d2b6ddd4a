import { diffWordsWithSpace, type Change as Passage } from 'diff';
import { useMemo } from 'react';
import styles from './History.module.css';

/** Two texts that share little take long; they are shown whole instead. */
const PATIENCE_MS = 300;

/** How much of what did not change is shown around what did, in characters. */
const CONTEXT = 120;

function whole(before: string, after: string): Passage[] {
  return [
    { value: before, removed: true, added: false, count: 1 },
    { value: after, removed: false, added: true, count: 1 },
  ].filter(({ value }) => value !== '');
}

/** What stayed the same, without its middle where that is long. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const start = isFirst ? '' : text.slice(0, CONTEXT);
  const end = isLast ? '' : text.slice(-CONTEXT);
  return text.length <= 2 * CONTEXT ? text : `${start} […] ${end}`;
}

/** How a text changed, word by word. */
export function TextDiff(props: {
  before: string | null;
  after: string | null;
}) {
  const before = props.before ?? '';
  const after = props.after ?? '';
  const passages = useMemo(
    () =>
      diffWordsWithSpace(before, after, { timeout: PATIENCE_MS }) ??
      whole(before, after),
    [before, after],
  );
  return (
    <p className={styles.text}>
      {passages.map(({ value, added, removed }, index) => {
        if (added) {
          return <ins key={index}>{value}</ins>;
        }
        if (removed) {
          return <del key={index}>{value}</del>;
        }
        return (
          <span key={index}>
            {shortened(value, index === 0, index === passages.length - 1)}
          </span>
        );
      })}
    </p>
  );
}
