import { z } from 'zod';
import { detectionMethodSchema, factorKindSchema } from './parts';
import { entityRefSchema, groupRefSchema } from './primitives';
import {
  limitsSchema,
  rateComparisonSchema,
  reportPeriodSchema,
  shareSchema,
} from './reportFigures';
import { reportHeader } from './reports';

/** A category, its part of all incidents, and how that part changes. */
const categoryShape = {
  /** Null for incidents in which none is named. */
  key: z.string().nullable(),
  n: z.int(),
  /** Of the incidents of the report. */
  share: shareSchema,
  /** With the time before that is as long; null where it has no past. */
  comparison: rateComparisonSchema.nullable(),
  /** One count for each of the periods. */
  periods: z.array(z.int()),
};

/** A sum of what is known, and of how many it is known. */
export const coveredSumSchema = z.strictObject({
  sum: z.number(),
  known: z.int(),
  of: z.int(),
});

/**
 * From where incidents come to where they land. An incident counts once in
 * each cell, however many entities it involves there.
 */
export const flowMatrixSchema = z.strictObject({
  /** The fullest first; null is what belongs to none in the catalog. */
  cells: z.array(
    z.strictObject({
      from: entityRefSchema.nullable(),
      to: entityRefSchema.nullable(),
      n: z.int(),
    }),
  ),
  /** How many emptier cells are left out. */
  omittedCells: z.int(),
});

/** Where it hurts, what sets it off, how it is found out and what it costs. */
export const patternsReportSchema = z.strictObject({
  ...reportHeader,
  periods: z.array(reportPeriodSchema),
  services: z.strictObject({
    /** Those with the most incidents, which all had as long to happen. */
    items: z.array(
      z.strictObject({
        entityRef: entityRefSchema,
        n: z.int(),
        /** Of `n`, those that it caused. */
        asCause: z.int(),
        limits: limitsSchema,
        /** One count for each of the periods. */
        periods: z.array(z.int()),
      }),
    ),
    /** How many entities had an incident. */
    total: z.int(),
  }),
  teams: z.strictObject({
    /**
     * Ordered by the lower limit of the rate: a few incidents over a few
     * components say little and do not lead. Teams that own no component now
     * have no rate and come last, by name.
     */
    items: z.array(
      z.strictObject({
        teamRef: groupRefSchema,
        n: z.int(),
        /** Components that it owns in the catalog now. */
        components: z.int(),
        /** The months of the report. */
        months: z.number(),
        /** Incidents for a component and year. */
        rate: z.number().nullable(),
        limits: limitsSchema.nullable(),
      }),
    ),
    /** How many teams were responsible for an incident. */
    total: z.int(),
  }),
  triggers: z.strictObject({
    items: z.array(z.strictObject(categoryShape)),
    omitted: z.int(),
  }),
  factors: z.strictObject({
    items: z.array(
      z.strictObject({
        ...categoryShape,
        /** Null for incidents in which no factor is named. */
        kind: factorKindSchema.nullable(),
      }),
    ),
    omitted: z.int(),
  }),
  detection: z.strictObject({
    /** Of those whose method is known. */
    methods: z.array(
      z.strictObject({
        method: detectionMethodSchema,
        n: z.int(),
        share: shareSchema,
        periods: z.array(z.int()),
      }),
    ),
    missing: z.int(),
    missingByPeriod: z.array(z.int()),
  }),
  impact: z.strictObject({
    users: coveredSumSchema.extend({ periods: z.array(coveredSumSchema) }),
    /**
     * One for each currency; never added up. An incident has one currency, so
     * that `known` is of the currency and `of` of all incidents.
     */
    money: z.array(
      coveredSumSchema.extend({
        currency: z.string(),
        periods: z.array(coveredSumSchema),
      }),
    ),
  }),
  flows: z.strictObject({
    /** Incidents with a cause and something else that was affected. */
    n: z.int(),
    withoutCause: z.int(),
    /** Incidents with a cause that affected nothing else. */
    withoutAffected: z.int(),
    teams: flowMatrixSchema,
    systems: flowMatrixSchema,
  }),
});

export type CoveredSum = z.output<typeof coveredSumSchema>;
export type FlowMatrix = z.output<typeof flowMatrixSchema>;
export type PatternsReport = z.output<typeof patternsReportSchema>;
