import { type ReactNode, useRef } from 'react';
import styles from './ReportCard.module.css';
import { useWidth } from './useWidth';

/**
 * Where a chart is drawn, as wide as there is room. For those who cannot see
 * it, it is one picture with a text; the card's table has all of it.
 */
export function ChartArea(props: {
  /** What the picture shows, in a sentence or two. */
  description: string;
  height: number;
  children: (width: number) => ReactNode;
}) {
  const { description, height, children } = props;
  const area = useRef<HTMLDivElement>(null);
  const width = useWidth(area);
  return (
    <div
      ref={area}
      role="img"
      aria-label={description}
      className={styles.chart}
      style={{ minHeight: height }}
    >
      {children(width)}
    </div>
  );
}
