import { useApi } from '@backstage/core-plugin-api';
import {
  Alert,
  Button,
  ButtonLink,
  Container,
  Flex,
  Skeleton,
  Text,
  ToggleButton,
} from '@backstage/ui';
import { RiPrinterLine, RiTableLine } from '@remixicon/react';
import type { Snapshot } from 'backstage-plugin-postmortem-common';
import { useMemo, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';
import { usePostmortemLinks } from '../../links';
import { useParams } from '../../routing';
import {
  Author,
  EmptyState,
  formatExact,
  LoadError,
  statusOf,
} from '../shared';
import { filtersInWords } from './filtersInWords';
import { timeSpan } from './format';
import { Report } from './Report';
import styles from './Reports.module.css';
import { REF_FILTERS } from './reportQuery';
import type { Loaded } from './useReports';

/** A report as it was when somebody shared it. */
export function SnapshotPage() {
  const { id = '' } = useParams();
  const api = useApi(postmortemApiRef);
  const {
    value: snapshot,
    error,
    retry,
  } = useAsyncRetry(() => api.getSnapshot(id), [api, id]);
  return (
    <Container>
      {error && statusOf(error) === 404 && <NotForYou />}
      {error && statusOf(error) !== 404 && (
        <LoadError what="The shared report" error={error} onRetry={retry} />
      )}
      {!error && !snapshot && <Skeleton width="100%" height={400} />}
      {!error && snapshot && <Kept snapshot={snapshot} />}
    </Container>
  );
}

// To say which of the two would tell that there is something to hide.
function NotForYou() {
  const links = usePostmortemLinks();
  return (
    <EmptyState
      title="There is no such report, or it is not for you to see"
      description="A shared report opens for those who may read every postmortem that it was made of. Ask whoever shared it, or look at the figures as of now: they count what you may read."
      action={
        <ButtonLink href={links.reports()} variant="secondary">
          Open the report as of now
        </ButtonLink>
      }
    />
  );
}

function there<T>(value: T): Loaded<T> {
  return { value, loading: false, retry: () => {} };
}

function Kept({ snapshot }: { snapshot: Snapshot }) {
  const { createdAt, createdBy, query, trends } = snapshot;
  const links = usePostmortemLinks();
  const [tables, setTables] = useState(false);
  const context = useMemo(
    () => ({ filters: snapshot.query, tables }),
    [snapshot.query, tables],
  );
  const reports = useMemo(
    () => ({
      trends: there(snapshot.trends),
      patterns: there(snapshot.patterns),
      durations: there(snapshot.durations),
      followThrough: there(snapshot.followThrough),
    }),
    [snapshot],
  );
  const now = new URLSearchParams();
  REF_FILTERS.forEach(name =>
    query[name]?.forEach(value => now.append(name, value)),
  );
  now.set('interval', query.interval);
  now.set('groupBy', query.groupBy);
  now.set('from', trends.from.slice(0, 10));
  now.set('to', trends.to.slice(0, 10));
  return (
    <div className={styles.page}>
      <Flex direction="column" gap="5">
        <div className={styles.heading}>
          <Text as="h2" variant="title-small" weight="bold">
            Shared report
          </Text>
          <Text color="secondary" className={styles.span}>
            {timeSpan(trends)}
          </Text>
          <div className={styles.actions}>
            <ToggleButton
              isSelected={tables}
              onChange={setTables}
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
            <ButtonLink href={links.reports(now)} variant="secondary">
              The same as of now
            </ButtonLink>
          </div>
        </div>
        <Alert
          status="info"
          icon
          role="note"
          title={`As of ${formatExact(createdAt)}`}
          description={
            <>
              Shared by <Author author={createdBy} />. The figures are kept as
              they were then; what is behind them is as it is now.{' '}
              {filtersInWords(query)}
            </>
          }
        />
        <Report reports={reports} context={context} />
      </Flex>
    </div>
  );
}
