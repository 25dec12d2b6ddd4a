import type { AuthService } from '@backstage/backend-plugin-api';
import {
  trendsQuerySchema,
  type TrendsQuery,
} from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import type { Notice, Outbox } from '../../reminders/Outbox';
import type { OutboxSender } from '../../reminders/OutboxSender';
import type { ReportService } from '../ReportService';
import { changedFindings } from './changedFindings';
import type { DigestSettings } from './readDigest';

/** Who is told of what. */
interface Digest {
  recipientRef: string;
  /** The group that it is of; all where it is absent. */
  teamRef?: string;
}

/**
 * Tells teams, and who asked to hear of everything, what changed from one week
 * or month to the next. It may run as often as one likes, and on several
 * replicas at once: each digest is one occasion of the outbox.
 */
export class DigestTask {
  readonly #reports: Pick<ReportService, 'forEverybody'>;
  readonly #outbox: Outbox;
  readonly #sender: OutboxSender;
  readonly #auth: AuthService;
  readonly #settings: DigestSettings;
  readonly #clock: () => string;

  constructor(options: {
    reports: Pick<ReportService, 'forEverybody'>;
    outbox: Outbox;
    sender: OutboxSender;
    auth: AuthService;
    settings: DigestSettings;
    clock: () => string;
  }) {
    this.#reports = options.reports;
    this.#outbox = options.outbox;
    this.#sender = options.sender;
    this.#auth = options.auth;
    this.#settings = options.settings;
    this.#clock = options.clock;
  }

  async run(): Promise<void> {
    await this.#plan();
    await this.#sender.run();
  }

  async #plan(): Promise<void> {
    const { every, hour, timeZone, teams, everything } = this.#settings;
    const now = this.#clock();
    const local = DateTime.fromISO(now).setZone(timeZone);
    // Until that hour of its first day, the period before is not told of.
    const ended = local.minus({ hours: hour }).startOf(every);
    // Reports have the periods of UTC.
    const end = DateTime.utc(ended.year, ended.month, ended.day);
    const digests: Digest[] = [
      ...teams.map(teamRef => ({ recipientRef: teamRef, teamRef })),
      ...everything.map(recipientRef => ({ recipientRef })),
    ];
    const known = await this.#outbox.known(
      digests.map(digest => this.#occasion(digest, end)),
    );
    for (const digest of digests) {
      // One after the other: nobody waits for them.
      if (!known.has(this.#occasion(digest, end))) {
        const notice = await this.#notice(digest, end);
        await this.#outbox.add([notice], now);
      }
    }
  }

  #occasion({ recipientRef, teamRef }: Digest, end: DateTime): string {
    const of = teamRef ? 'team' : 'everything';
    return `report-digest:${of}:${
      this.#settings.every
    }:${end.toISODate()}:${recipientRef}`;
  }

  async #notice(digest: Digest, end: DateTime): Promise<Notice> {
    const { every } = this.#settings;
    const credentials = await this.#auth.getOwnServiceCredentials();
    const [now, before] = await Promise.all(
      [0, 1].map(ago =>
        this.#reports.forEverybody(
          this.#query(digest, end.minus({ [every]: ago })),
          credentials,
        ),
      ),
    );
    const { from, to } = this.#query(digest, end);
    const lines = changedFindings(now, before).map(({ text }) => text);
    const { teamRef, recipientRef } = digest;
    const link = new URLSearchParams({
      from: from!.slice(0, 10),
      to: to!.slice(0, 10),
      ...(teamRef && { teamRef }),
    });
    return {
      occasion: this.#occasion(digest, end),
      recipientRef,
      payload: {
        title: `What changed in the last ${every}: ${
          now.trends.n === 1 ? '1 incident' : `${now.trends.n} incidents`
        }`,
        description:
          lines.length > 0
            ? lines.join('\n')
            : `Nothing that could be told from the ${every} before`,
        link: `/postmortems/reports?${link}`,
        topic: 'report-digest',
      },
    };
  }

  #query({ teamRef }: Digest, end: DateTime): TrendsQuery {
    const { every } = this.#settings;
    return trendsQuerySchema.parse({
      from: end.minus({ [every]: 1 }).toISO(),
      to: end.toISO(),
      interval: every,
      ...(teamRef && { teamRef: [teamRef] }),
    });
  }
}
