import { Select } from '@backstage/ui';
import { EntitiesPicker } from '../EntityPicker';
import { FilterBar } from '../FilteredList';
import { useSeverities } from '../shared';
import { TagsField } from '../ListPage/TagsField';
import { INTERVAL_NAMES } from './names';
import { DayFields, PeriodField } from './PeriodFields';
import styles from './Reports.module.css';
import type { ReportScope } from './reportQuery';
import type { ReportQueryState } from './useReportState';

const INTERVALS = Object.entries(INTERVAL_NAMES).map(([value, label]) => ({
  value,
  label,
}));

const PARTS = ['component', 'api', 'resource'];

/** What narrows the report down, and the periods that it counts by. */
export function ReportFilters(props: {
  report: ReportQueryState;
  /** What the page around it is about; not offered again. */
  scope: ReportScope;
}) {
  const { report, scope } = props;
  const { state, change } = report;
  const severities = useSeverities();
  const teams = (
    <EntitiesPicker
      label="Teams, with their child teams"
      kinds={['group']}
      value={state.teamRef}
      onChange={teamRef => change({ teamRef })}
    />
  );
  const entities = (
    <EntitiesPicker
      label="Components and their like"
      kinds={PARTS}
      value={state.entityRef}
      onChange={entityRef => change({ entityRef })}
    />
  );
  return (
    <FilterBar
      label="Filter the report"
      usesMore={
        state.from !== '' ||
        state.to !== '' ||
        state.systemRef.length > 0 ||
        state.domainRef.length > 0 ||
        state.entityRef.length > 0 ||
        state.tag.length > 0
      }
      moreClassName={styles.more}
      more={
        <>
          <DayFields report={report} />
          {!scope.systemRef && (
            <EntitiesPicker
              label="Systems"
              kinds={['system']}
              value={state.systemRef}
              onChange={systemRef => change({ systemRef })}
            />
          )}
          {!scope.domainRef && (
            <EntitiesPicker
              label="Domains"
              kinds={['domain']}
              value={state.domainRef}
              onChange={domainRef => change({ domainRef })}
            />
          )}
          {!scope.teamRef && entities}
          <TagsField value={state.tag} onChange={tag => change({ tag })} />
        </>
      }
    >
      {scope.teamRef ? entities : teams}
      <PeriodField report={report} />
      <Select
        label="Count by"
        options={INTERVALS}
        value={state.interval}
        onChange={interval =>
          change({ interval: interval === 'month' ? '' : String(interval) })
        }
      />
      <Select
        label="Severity"
        placeholder="Any"
        selectionMode="multiple"
        options={severities.map(name => ({ value: name, label: name }))}
        value={state.severity}
        onChange={severity => change({ severity: severity.map(String) })}
      />
    </FilterBar>
  );
}
