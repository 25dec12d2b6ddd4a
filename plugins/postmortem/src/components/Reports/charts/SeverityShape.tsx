/** The shapes of severities by their level, as everywhere else; 12 by 12. */
export const PATHS = [
  'M6 0 12 6 6 12 0 6Z',
  'M6 0.5 12 11.5H0Z',
  'M1 1H11V11H1Z',
  'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10Z',
];

/** An incident among others: its shape tells how severe it was. */
export function SeverityShape(props: {
  cx?: number;
  cy?: number;
  level: number | null;
  /** Where there are many. */
  isSmall?: boolean;
}) {
  const { cx = 0, cy = 0, level, isSmall } = props;
  const scale = isSmall ? 0.6 : 0.84;
  const opacity = isSmall ? 0.45 : 0.75;
  return (
    <g
      transform={`translate(${cx - 6 * scale} ${
        cy - 6 * scale
      }) scale(${scale})`}
    >
      {/* Easier to meet with the pointer than the mark alone. */}
      <rect x={-3} y={-3} width={18} height={18} fill="transparent" />
      <path
        d={PATHS[level ?? 3]}
        fillOpacity={level === null ? 0 : opacity}
        strokeOpacity={isSmall ? 0.6 : 1}
        strokeWidth={1}
        style={{ fill: 'var(--report-blue)', stroke: 'var(--report-blue)' }}
      />
    </g>
  );
}
