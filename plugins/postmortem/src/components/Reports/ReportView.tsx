import { Button, ButtonLink, Flex, Text, ToggleButton } from '@backstage/ui';
import { RiPrinterLine, RiTableLine } from '@remixicon/react';
import { useCallback, useMemo } from 'react';
import { usePostmortemLinks } from '../../links';
import { useSearchParams } from '../../routing';
import { formatExact } from '../shared';
import { timeSpan } from './format';
import { Report } from './Report';
import { ReportFilters } from './ReportFilters';
import styles from './Reports.module.css';
import { isFiltered, type ReportScope, toReportRequest } from './reportQuery';
import { ShareReport } from './ShareReport';
import { useReports } from './useReports';
import { useReportState } from './useReportState';

const NO_SCOPE: ReportScope = {};

/** A report with its filters, of everything or of what a page is about. */
export function ReportView(props: {
  title: string;
  /** Must be the same object at every render. */
  scope?: ReportScope;
}) {
  const { title, scope = NO_SCOPE } = props;
  const report = useReportState();
  const { state, change, clear } = report;
  // How the figures are shown asks for nothing anew.
  const key = JSON.stringify(toReportRequest(state, scope));
  const request = useMemo(() => JSON.parse(key), [key]);
  const reports = useReports(request, state.groupBy);
  const { value: trends, loading } = reports.trends;
  const context = useMemo(
    () => ({ filters: request, tables: state.tables }),
    [request, state.tables],
  );
  const group = useCallback(
    (groupBy: string) =>
      change({ groupBy: groupBy === 'severity' ? '' : groupBy }),
    [change],
  );
  return (
    <div className={styles.page}>
      <Flex direction="column" gap="5">
        <div className={styles.heading}>
          <Text as="h2" variant="title-small" weight="bold">
            {title}
          </Text>
          <Text role="status" color="secondary" className={styles.span}>
            {trends && !loading && timeSpan(trends)}
          </Text>
          <div className={styles.actions}>
            {isFiltered(state) && (
              <Button size="small" variant="tertiary" onPress={clear}>
                Clear filters
              </Button>
            )}
            {scope !== NO_SCOPE && <AsPage scope={scope} />}
            <ToggleButton
              isSelected={state.tables}
              onChange={isOn => change({ tables: isOn ? 'all' : '' })}
              iconStart={<RiTableLine aria-hidden />}
            >
              All tables
            </ToggleButton>
            <Button
              variant="secondary"
              iconStart={<RiPrinterLine aria-hidden />}
              onPress={() => window.print()}
            >
              Print
            </Button>
            <ShareReport input={{ ...request, groupBy: state.groupBy }} />
          </div>
        </div>
        <div className={styles.noPrint}>
          <ReportFilters report={report} scope={scope} />
        </div>
        <Report reports={reports} context={context} onGroup={group} />
        {trends && (
          <Text as="p" variant="body-small" color="secondary">
            As of {formatExact(trends.asOf)}. Of the postmortems that you may
            read; an incident belongs to the period in which it began. Periods
            are those of UTC.
          </Text>
        )}
      </Flex>
    </div>
  );
}

/** The same report, where what it is of can be changed. */
function AsPage({ scope }: { scope: ReportScope }) {
  const links = usePostmortemLinks();
  const [params] = useSearchParams();
  const query = new URLSearchParams(params);
  query.delete('view');
  Object.entries(scope).forEach(([name, ref]) => query.set(name, ref));
  return (
    <ButtonLink href={links.reports(query)} variant="secondary">
      Open as a page
    </ButtonLink>
  );
}
