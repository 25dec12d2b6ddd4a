import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  postmortem?: {
    /**
     * The names of the severities, the most severe first. A postmortem's
     * severity is one of them, or none. The first two count as severe in
     * overviews.
     *
     * @default ["SEV1", "SEV2", "SEV3", "SEV4"]
     * @deepVisibility frontend
     */
    severities?: string[];
    /**
     * What each step of the workflow requires. A setting that is given
     * replaces the default of the same name. `requires` holds for every
     * postmortem; `bySeverity` adds to it. The points are severity, entities,
     * participants, incident.startedAt, incident.detectedAt,
     * incident.declaredAt, incident.acknowledgedAt, incident.mitigatedAt,
     * incident.resolvedAt, summary, impact, detection, response, resolution,
     * rootCause, rootCause.trigger, rootCause.contributingFactors, lessons,
     * timeline, actionItems, actionItems.ownerRef, actionItems.dueAt,
     * actionItems.evidence, communications, externalVersion,
     * followUp.reviewAt, followUp.heldAt and followUp.outcome.
     */
    workflow?: {
      /** From draft to review. Requires nothing by default. */
      in_review?: {
        requires?: string[];
        bySeverity?: { [severity: string]: string[] };
      };
      /**
       * From review to published. By default it requires summary, severity,
       * incident.startedAt, incident.resolvedAt, entities, rootCause and
       * lessons, and of the first two severities also actionItems and one
       * approval.
       */
      published?: {
        requires?: string[];
        bySeverity?: { [severity: string]: string[] };
        /** How many people have to approve of the text as it is. */
        approvals?: number;
        /** Instead of `approvals`, for the postmortems of a severity. */
        approvalsBySeverity?: { [severity: string]: number };
      };
      /**
       * From published to closed. Every action item has to be finished in any
       * case. By default it requires actionItems.evidence of the first two
       * severities.
       */
      closed?: {
        requires?: string[];
        bySeverity?: { [severity: string]: string[] };
      };
    };
    /**
     * Notifications about action items: what is due today and in a week, and
     * once a week all that is overdue.
     */
    reminders?: {
      /** True by default. */
      enabled?: boolean;
      /** The hour from which on they are sent, 0 to 23; 8 by default. */
      hour?: number;
      /** The day for what is overdue, such as monday, the default. */
      overdueOn?: string;
      /** The IANA time zone of both; UTC by default. */
      timeZone?: string;
    };
    reports?: {
      /**
       * Notifications of what changed in the last week or month. None are sent
       * without it.
       */
      digest?: {
        every: 'week' | 'month';
        /** Groups that are each told of themselves and their child groups. */
        teams?: string[];
        /** Groups and users that are told of everything. */
        everything?: string[];
        /** The hour of the first day from which on, 0 to 23; 8 by default. */
        hour?: number;
        /** The IANA time zone of it; UTC by default. */
        timeZone?: string;
      };
    };
    /** The search for owners and entities that the catalog no longer has. */
    ownership?: {
      sweep?: {
        /** Every 30 minutes by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
