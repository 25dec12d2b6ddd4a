/** How a series is told from the others: by color and by texture. */
export interface SeriesStyle {
  color: string;
  texture: 'solid' | 'diagonal' | 'dots' | 'lines' | 'back' | 'cross';
}

/** Styles for series without an order of their own, in the order of use. */
export const CATEGORY_STYLES: SeriesStyle[] = [
  { color: 'var(--report-blue)', texture: 'solid' },
  { color: 'var(--report-orange)', texture: 'diagonal' },
  { color: 'var(--report-green)', texture: 'dots' },
  { color: 'var(--report-purple)', texture: 'lines' },
  { color: 'var(--report-vermilion)', texture: 'back' },
  { color: 'var(--report-olive)', texture: 'cross' },
];

/** What is in no category, or not known. */
export const REST_STYLE: SeriesStyle = {
  color: 'var(--report-grey)',
  texture: 'dots',
};

/** Styles of severities by their level, as elsewhere; the worst is 0. */
export const SEVERITY_STYLES: SeriesStyle[] = [
  { color: 'var(--report-vermilion)', texture: 'solid' },
  { color: 'var(--report-orange)', texture: 'diagonal' },
  { color: 'var(--report-blue)', texture: 'lines' },
  { color: 'var(--report-grey)', texture: 'dots' },
];

const TEXTURES: Record<SeriesStyle['texture'], string> = {
  solid: '',
  diagonal: 'M-2 2L2 -2M0 8L8 0M6 10L10 6',
  back: 'M-2 6L2 10M0 0L8 8M6 -2L10 2',
  lines: 'M0 2H8M0 6H8',
  cross: 'M0 4H8M4 0V8',
  dots: 'M2 2h1M6 6h1',
};

/** The textures of a chart's series, to be used as `fillOf(id, index)`. */
export function Fills(props: { id: string; styles: SeriesStyle[] }) {
  return (
    <defs>
      {props.styles.map(({ color, texture }, index) => (
        <pattern
          key={index}
          id={`${props.id}-${index}`}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
        >
          <rect width={8} height={8} style={{ fill: color }} />
          <path
            d={TEXTURES[texture]}
            style={{ stroke: 'var(--report-surface)' }}
            strokeWidth={texture === 'dots' ? 1.6 : 1}
            opacity={0.75}
          />
        </pattern>
      ))}
    </defs>
  );
}

/** The fill of a series. */
export function fillOf(id: string, index: number): string {
  return `url(#${id}-${index})`;
}
