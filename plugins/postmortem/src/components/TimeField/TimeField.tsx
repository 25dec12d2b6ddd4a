import { Text, TextField } from '@backstage/ui';
import { DateTime } from 'luxon';
import { useId, useState } from 'react';
import { formatMoment } from '../shared/time';
import { isInstant, parseDay, parseTime } from './parseTime';
import styles from './TimeField.module.css';

interface TimeFieldProps {
  label: string;
  /** An instant in ISO 8601, or what was typed and is not understood. */
  value: string | null;
  /** Given an instant, what was typed when it is none, or null for nothing. */
  onChange: (value: string | null) => void;
  /** A whole day in UTC, such as a deadline, or a time of day. */
  granularity?: 'minute' | 'day';
  /** The instant on whose day a time alone is taken to lie. */
  near?: string | null;
  description?: string;
  placeholder?: string;
  errorMessage?: string;
  isRequired?: boolean;
  /** For a field in a row, whose column says what it is. */
  isLabelHidden?: boolean;
}

function written(value: string | null, granularity: 'minute' | 'day'): string {
  if (value === null || !isInstant(value)) {
    return value ?? '';
  }
  return granularity === 'day'
    ? DateTime.fromISO(value, { zone: 'utc' }).toFormat('d LLL yyyy')
    : formatMoment(value);
}

/** What a time was understood as, in the reader's zone and in UTC. */
function resolvedAs(at: string): string {
  const local = DateTime.fromISO(at);
  const utc = local.toUTC();
  if (local.offset === 0) {
    return local.toFormat("ccc d LLL yyyy, HH:mm 'UTC'");
  }
  const utcDay = local.day === utc.day ? '' : 'ccc ';
  return `${local.toFormat("ccc d LLL yyyy, HH:mm 'UTC'Z")} · ${utc.toFormat(
    `${utcDay}HH:mm 'UTC'`,
  )}`;
}

function notUnderstood(granularity: 'minute' | 'day'): string {
  return granularity === 'day'
    ? 'Not understood. Write a day, such as 3 Dec 2026 or next friday.'
    : 'Not understood. Write a time, such as 14:05, yesterday 9pm or 2026-11-03 14:05 CET.';
}

/**
 * A time, typed loosely. What it is understood as is shown below, in the
 * reader's zone and in UTC. A text that is not understood stays.
 */
export function TimeField(props: TimeFieldProps) {
  const { label, value, onChange, granularity = 'minute', near } = props;
  const { isLabelHidden, description, errorMessage, isRequired } = props;
  const [typed, setTyped] = useState<string | null>(null);

  const noteId = useId();
  const isUnderstood = value !== null && isInstant(value);
  const resolved =
    isUnderstood && granularity === 'minute' ? resolvedAs(value) : undefined;
  const isGibberish = value !== null && !isUnderstood;
  // Not while somebody is in the middle of typing it.
  const isSettled = typed === null || errorMessage !== undefined;
  const error = isGibberish
    ? isSettled && notUnderstood(granularity)
    : errorMessage;

  const change = (text: string) => {
    setTyped(text);
    const understood =
      granularity === 'day' ? parseDay(text) : parseTime(text, { near });
    onChange(text.trim() === '' ? null : understood ?? text);
  };

  return (
    <div>
      <TextField
        {...(isLabelHidden ? { 'aria-label': label } : { label })}
        description={description}
        aria-describedby={noteId}
        placeholder={
          props.placeholder ?? (granularity === 'day' ? 'Day' : 'Time')
        }
        value={typed ?? written(value, granularity)}
        onChange={change}
        onBlur={() => setTyped(null)}
        isRequired={isRequired}
        validationBehavior="aria"
        validate={() => error || null}
      />
      {granularity === 'minute' && (
        <Text
          as="div"
          id={noteId}
          variant="body-x-small"
          color="secondary"
          className={styles.note}
        >
          {resolved}
        </Text>
      )}
    </div>
  );
}
