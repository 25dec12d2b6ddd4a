import Tooltip from '@material-ui/core/Tooltip';
import { formatDay, formatExact, formatRelative } from './time';

/** An instant, short; its exact time in both zones on hover and focus. */
export function Time(props: {
  at: string;
  /** How it is written: as a day, or by how far away it is. */
  as?: 'day' | 'relative' | 'exact';
}) {
  const { at, as = 'relative' } = props;
  const text = { day: formatDay, relative: formatRelative, exact: formatExact }[
    as
  ](at);
  return (
    <Tooltip title={formatExact(at)}>
      <time dateTime={at}>{text}</time>
    </Tooltip>
  );
}
