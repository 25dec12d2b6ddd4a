import type {
  ReportInterval,
  ReportPeriod,
} from 'backstage-plugin-postmortem-common';
import { shortPeriodName } from '../format';

/** The columns of a heat map by period. */
export function heatColumns(periods: ReportPeriod[], interval: ReportInterval) {
  return periods.map(period => ({
    key: period.key,
    name: shortPeriodName(period, interval),
    isPartial: period.isCurrent,
  }));
}
