import { useId } from 'react';
import { Fills, fillOf, type SeriesStyle } from './fills';
import styles from './ReportCard.module.css';

/** What the colors and textures of a chart stand for. */
export function Legend(props: {
  series: Array<{ name: string; style: SeriesStyle }>;
  /** Further marks, each drawn in a box of 12 by 12. */
  marks?: Array<{ name: string; shape: JSX.Element }>;
}) {
  const id = useId().replace(/:/g, '');
  return (
    <ul className={styles.legend} aria-label="Legend">
      {props.series.map(({ name, style }, index) => (
        <li key={name}>
          <svg width={12} height={12} aria-hidden>
            <Fills id={`${id}${index}`} styles={[style]} />
            <rect
              width={12}
              height={12}
              rx={2}
              fill={fillOf(`${id}${index}`, 0)}
            />
          </svg>
          {name}
        </li>
      ))}
      {props.marks?.map(({ name, shape }) => (
        <li key={name}>
          <svg width={12} height={12} aria-hidden>
            {shape}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
