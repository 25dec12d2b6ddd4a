import { Skeleton, Text } from '@backstage/ui';
import {
  findingsOf,
  type ReportChart,
} from 'backstage-plugin-postmortem-common/statistics';
import { type ReactNode, useId, useMemo } from 'react';
import { EmptyState, LoadError } from '../shared';
import { CategoriesCard } from './cards/CategoriesCard';
import { DebtCard } from './cards/DebtCard';
import { DetectionCard } from './cards/DetectionCard';
import { DoneCard } from './cards/DoneCard';
import { DurationsCard } from './cards/DurationsCard';
import { EffectivenessCard } from './cards/EffectivenessCard';
import { FixesCard } from './cards/FixesCard';
import { FlowsCard } from './cards/FlowsCard';
import { ImpactCard } from './cards/ImpactCard';
import { IncidentsCard } from './cards/IncidentsCard';
import { ItemsCard } from './cards/ItemsCard';
import { OpenItemsCard } from './cards/OpenItemsCard';
import { ServicesCard } from './cards/ServicesCard';
import { TeamsCard } from './cards/TeamsCard';
import { TypesCard } from './cards/TypesCard';
import { Findings } from './Findings';
import { ReportContext, type ReportContextValue } from './frame/ReportContext';
import styles from './Reports.module.css';
import type { Loaded, LoadedReports } from './useReports';

/** The report: its findings, and a chart for each. */
export function Report(props: {
  reports: LoadedReports;
  context: ReportContextValue;
  /** Left out where the figures are kept as they were. */
  onGroup?: (groupBy: string) => void;
}) {
  const { reports, context, onGroup } = props;
  const { trends, patterns, durations, followThrough } = reports;
  const findings = useMemo(
    () =>
      findingsOf({
        trends: trends.value,
        patterns: patterns.value,
        durations: durations.value,
        followThrough: followThrough.value,
      }),
    [trends.value, patterns.value, durations.value, followThrough.value],
  );
  const finding = (chart: ReportChart) =>
    findings.find(each => each.chart === chart);

  if (isEmpty(reports)) {
    return (
      <EmptyState
        title="No incident began in this time"
        description="As soon as postmortems say when their incidents began, they are counted here, with their action items. Choose a longer time, or take out a filter."
      />
    );
  }

  return (
    <ReportContext.Provider value={context}>
      <div className={styles.report}>
        {findings.length > 0 && <Findings findings={findings} />}
        <Section title="How often" what="The incidents" part={trends}>
          {value => (
            <IncidentsCard
              trends={value}
              finding={finding('incidents')}
              onGroup={onGroup}
            />
          )}
        </Section>
        <Section
          title="Where it hurts"
          what="Services and causes"
          part={patterns}
        >
          {value => (
            <>
              <ServicesCard patterns={value} finding={finding('services')} />
              <TeamsCard patterns={value} />
              <DetectionCard patterns={value} finding={finding('detection')} />
            </>
          )}
        </Section>
        <Section title="What sets it off" part={patterns} isLater>
          {value => (
            <>
              <CategoriesCard
                patterns={value}
                finding={finding('triggers')}
                what="triggers"
              />
              <CategoriesCard
                patterns={value}
                finding={finding('factors')}
                what="factors"
              />
            </>
          )}
        </Section>
        <Section
          title="How long it takes"
          what="The durations"
          part={durations}
        >
          {value => (
            <DurationsCard durations={value} finding={finding('durations')} />
          )}
        </Section>
        <Section
          title="What becomes of it"
          what="Action items and postmortems"
          part={followThrough}
        >
          {value => (
            <>
              <ItemsCard
                followThrough={value}
                finding={finding('action_items')}
              />
              <DoneCard followThrough={value} />
              <OpenItemsCard followThrough={value} />
              <TypesCard followThrough={value} />
            </>
          )}
        </Section>
        <Section title="Do fixes hold" part={followThrough} isLater>
          {value => (
            <>
              <FixesCard followThrough={value} finding={finding('fixes')} />
              <EffectivenessCard followThrough={value} />
            </>
          )}
        </Section>
        <Section title="Postmortem debt" part={followThrough} isLater>
          {value => (
            <DebtCard followThrough={value} finding={finding('debt')} />
          )}
        </Section>
        <Section title="What it costs" part={patterns} isLater>
          {value => (
            <>
              <ImpactCard
                patterns={value}
                finding={finding('impact')}
                what="users"
              />
              {value.impact.money.map(({ currency }) => (
                <ImpactCard
                  key={currency}
                  patterns={value}
                  finding={undefined}
                  what={currency}
                />
              ))}
            </>
          )}
        </Section>
        <Section
          title="Where it comes from and where it lands"
          part={patterns}
          isLater
        >
          {value => (
            <>
              <FlowsCard
                patterns={value}
                finding={finding('flows')}
                what="teams"
              />
              <FlowsCard patterns={value} finding={undefined} what="systems" />
            </>
          )}
        </Section>
      </div>
    </ReportContext.Provider>
  );
}

/** Whether there is nothing at all to tell, of incidents or of action items. */
function isEmpty({ trends, followThrough }: LoadedReports): boolean {
  const items = followThrough.value;
  return (
    trends.value?.n === 0 &&
    items !== undefined &&
    items.open.n === 0 &&
    items.periods.every(
      ({ opened, done, verified }) => opened + done + verified === 0,
    )
  );
}

/** Some cards that come from one answer, or why they are not there. */
function Section<T>(props: {
  title: string;
  /** What could not be loaded, as a sentence's subject. */
  what?: string;
  part: Loaded<T>;
  /** Whether a section above it says already that the answer is missing. */
  isLater?: boolean;
  children: (value: T) => ReactNode;
}) {
  const { title, what = title, part, isLater, children } = props;
  const id = useId();
  const { value, error, loading, retry } = part;
  if (error && isLater) {
    return null;
  }
  return (
    <section aria-labelledby={id} className={styles.section}>
      <Text as="h3" id={id} variant="title-x-small" weight="bold">
        {title}
      </Text>
      {error && <LoadError what={what} error={error} onRetry={retry} />}
      {!error && !value && (
        <div className={styles.cards} aria-busy>
          <Skeleton width="100%" height={320} />
          {isLater && <Skeleton width="100%" height={320} />}
        </div>
      )}
      {!error && value && (
        <div className={styles.cards} aria-busy={loading}>
          {children(value)}
        </div>
      )}
    </section>
  );
}
