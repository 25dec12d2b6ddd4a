import { severityLevel } from './severity';
import styles from './SeverityMark.module.css';
import { useSeverities } from './useSeverities';

// A shape for each step, so that color is never the only difference.
const SHAPES = {
  0: 'M6 0 12 6 6 12 0 6Z',
  1: 'M6 0.5 12 11.5H0Z',
  2: 'M1 1H11V11H1Z',
  3: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10Z',
};

/** The shape and color of a severity, without its name. */
export function SeverityMark(props: {
  severity: string | null;
  /** The edge, in pixels. */
  size?: number;
}) {
  const { severity, size = 12 } = props;
  const level = severityLevel(severity, useSeverities());
  return (
    <svg
      aria-hidden
      className={level === null ? styles.unknown : styles[`level${level}`]}
      width={size}
      height={size}
      viewBox="-0.5 -0.5 13 13"
    >
      <path d={SHAPES[level ?? 3]} />
    </svg>
  );
}
