import { type CalendarDate, parseDate } from '@internationalized/date';
import { DatePicker, Select } from '@backstage/ui';
import { DateTime } from 'luxon';
import { MONTHS } from './reportQuery';
import type { ReportQueryState } from './useReportState';

const CUSTOM = 'custom';

const PERIODS = [
  ...MONTHS.map(months => ({
    value: String(months),
    label: `Last ${months} months`,
  })),
  { value: CUSTOM, label: 'From … to …' },
];

function isCustom({ state }: ReportQueryState): boolean {
  return state.from !== '' || state.to !== '';
}

/** How far back the report goes: some months, or from one day to another. */
export function PeriodField({ report }: { report: ReportQueryState }) {
  const { state, change } = report;
  return (
    <Select
      label="Period"
      options={PERIODS}
      value={isCustom(report) ? CUSTOM : String(state.months)}
      onChange={value =>
        change(
          value === CUSTOM
            ? { months: '', from: monthsAgo(state.months), to: '' }
            : { months: value === '12' ? '' : String(value), from: '', to: '' },
        )
      }
    />
  );
}

/** The first and the last day, where they are chosen freely. */
export function DayFields({ report }: { report: ReportQueryState }) {
  const { state, change } = report;
  if (!isCustom(report)) {
    return null;
  }
  return (
    <>
      <DatePicker
        label="First day (UTC)"
        value={dayOf(state.from)}
        onChange={from => change({ from: from?.toString() ?? '' })}
      />
      <DatePicker
        label="Last day (UTC)"
        // The address has the day after it, as the REST API does.
        value={dayOf(state.to)?.subtract({ days: 1 }) ?? null}
        onChange={to => change({ to: to?.add({ days: 1 }).toString() ?? '' })}
      />
    </>
  );
}

function monthsAgo(months: number): string {
  return DateTime.utc()
    .minus({ months })
    .startOf('month')
    .toFormat('yyyy-MM-dd');
}

/** A day of the address; null for none and for one that no calendar has. */
function dayOf(text: string): CalendarDate | null {
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}
