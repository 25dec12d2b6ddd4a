import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ForwardedError } from '@backstage/errors';

const KEY = 'postmortem.ownership.sweep.schedule';

const DEFAULT: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 30 },
  timeout: { minutes: 15 },
  initialDelay: { minutes: 1 },
};

/**
 * Reads when to look for owners that the catalog no longer has.
 *
 * @throws Error that names the wrong setting.
 */
export function readSweepSchedule(
  config: Config,
): SchedulerServiceTaskScheduleDefinition {
  if (!config.has(KEY)) {
    return DEFAULT;
  }
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(
      config.getConfig(KEY),
    );
  } catch (error) {
    throw new ForwardedError(`Invalid configuration: ${KEY}`, error);
  }
}
