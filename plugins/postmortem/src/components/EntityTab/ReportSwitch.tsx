import { Progress } from '@backstage/core-components';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { RiBarChartLine, RiFileListLine } from '@remixicon/react';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { useSearchParams } from '../../routing';
import type { ReportScope } from '../Reports';
import styles from './EntityTab.module.css';

// The charts come when somebody asks for them.
const ReportView = lazy(() =>
  import('../Reports').then(m => ({ default: m.ReportView })),
);

/** What happened to a whole or a team, or the report of it, in one place. */
export function ReportSwitch(props: {
  /** The filter of the report, and the ref that it is for. */
  filter: 'teamRef' | 'systemRef' | 'domainRef';
  entityRef: string;
  /** The overview. */
  children: ReactNode;
}) {
  const { filter, entityRef, children } = props;
  const [params, setParams] = useSearchParams();
  const view = params.get('view') === 'report' ? 'report' : 'overview';
  const scope = useMemo(
    (): ReportScope => ({ [filter]: entityRef }),
    [filter, entityRef],
  );
  return (
    <div className={styles.tab}>
      <ToggleButtonGroup
        aria-label="View"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={([chosen]) =>
          setParams(chosen === 'report' ? { view: 'report' } : {})
        }
      >
        <ToggleButton id="overview" iconStart={<RiFileListLine aria-hidden />}>
          Overview
        </ToggleButton>
        <ToggleButton id="report" iconStart={<RiBarChartLine aria-hidden />}>
          Report
        </ToggleButton>
      </ToggleButtonGroup>
      {view === 'report' ? (
        <Suspense fallback={<Progress />}>
          <ReportView title="Report" scope={scope} />
        </Suspense>
      ) : (
        children
      )}
    </div>
  );
}
