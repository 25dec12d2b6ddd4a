import Tooltip from '@material-ui/core/Tooltip';
import {
  formatClock,
  formatDay,
  formatExact,
  formatMoment,
  formatRelative,
} from './time';

const FORMATS = {
  clock: formatClock,
  day: formatDay,
  exact: formatExact,
  moment: formatMoment,
  relative: formatRelative,
};

/** An instant, short; its exact time in both zones on hover and focus. */
export function Time(props: {
  at: string;
  /**
   * How it is written: as a time of day, a day, both (`moment`), the exact
   * time in both zones, or by how far away it is.
   */
  as?: keyof typeof FORMATS;
}) {
  const { at, as = 'relative' } = props;
  return (
    <Tooltip title={formatExact(at)}>
      <time dateTime={at}>{FORMATS[as](at)}</time>
    </Tooltip>
  );
}
