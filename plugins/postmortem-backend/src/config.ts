import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { Settings } from 'backstage-plugin-postmortem-common';
import { z } from 'zod';
import { readSweepSchedule } from './ownership/readSweepSchedule';
import { readReminders } from './reminders/readReminders';
import type { ReminderSettings } from './reminders/ReminderTask';
import { readDigest, type DigestSettings } from './reports/digest/readDigest';
import { readWorkflow } from './workflow/readWorkflow';

/** The settings of the plugin, checked. */
export interface PostmortemConfig extends Settings {
  /** When to look for owners that the catalog no longer has. */
  ownershipSweep: SchedulerServiceTaskScheduleDefinition;
  /** When people are reminded of action items; undefined where they are not. */
  reminders: ReminderSettings | undefined;
  /** When digests of reports are sent; undefined where they are not. */
  digest: DigestSettings | undefined;
}

/** The severities where none are configured, most severe first. */
export const DEFAULT_SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4'];

const severitiesSchema = z
  .array(
    z
      .string()
      .max(50)
      .regex(
        /^[\p{L}\p{N}]([\p{L}\p{N} ._-]*[\p{L}\p{N}])?$/u,
        'must be a name of letters and digits, such as SEV1, with spaces, dots, hyphens and underscores at most between them',
      ),
  )
  .min(1)
  .max(20)
  .refine(
    names => new Set(names).size === names.length,
    'must not name a severity twice',
  );

/**
 * Reads the `postmortem` section of the configuration.
 *
 * @throws Error that names the wrong setting, so that the portal refuses to
 * start instead of failing later.
 */
export function readPostmortemConfig(config: Config): PostmortemConfig {
  const severities =
    config.getOptionalStringArray('postmortem.severities') ??
    DEFAULT_SEVERITIES;
  const parsed = severitiesSchema.safeParse(severities);
  if (!parsed.success) {
    const reasons = parsed.error.issues.map(
      issue =>
        `postmortem.severities${issue.path
          .map(index => `[${String(index)}]`)
          .join('')}: ${issue.message}`,
    );
    throw new Error(`Invalid configuration: ${reasons.join('; ')}`);
  }
  return {
    severities: parsed.data,
    workflow: readWorkflow(config, parsed.data),
    reminders: readReminders(config),
    digest: readDigest(config),
    ownershipSweep: readSweepSchedule(config),
  };
}
