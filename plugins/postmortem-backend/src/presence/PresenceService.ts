import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  postmortemChannel,
  PRESENCE_SECONDS,
  type PostmortemSignal,
  type Presence,
  type presenceInputSchema,
  type PresentPerson,
} from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import type { z } from 'zod';
import type { StoredPostmortem } from '../database/rows';
import type { PresenceStore } from './PresenceStore';

/**
 * Who has a postmortem open, and hints to them that something is new. Signals
 * go to those who are present, and tell no content. Without a signals plugin
 * nobody gets them, and polling does.
 */
export class PresenceService {
  readonly #store: PresenceStore;
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #clock: () => string;

  constructor(options: {
    store: PresenceStore;
    signals: SignalsService;
    logger: LoggerService;
    clock: () => string;
  }) {
    this.#store = options.store;
    this.#signals = options.signals;
    this.#logger = options.logger;
    this.#clock = options.clock;
  }

  async present({ number }: StoredPostmortem): Promise<Presence> {
    return { people: await this.#store.people(number, this.#clock()) };
  }

  async beat(
    postmortem: StoredPostmortem,
    { clientId, part }: z.output<typeof presenceInputSchema>,
    userRef: string,
  ): Promise<Presence> {
    const now = this.#clock();
    const changed = await this.#store.beat(postmortem.number, {
      userRef,
      clientId,
      part,
      now,
      expiresAt: DateTime.fromISO(now, { zone: 'utc' })
        .plus({ seconds: PRESENCE_SECONDS })
        .toISO()!,
    });
    const people = await this.#store.people(postmortem.number, now);
    if (changed) {
      this.#signal(postmortem, { event: 'presence' }, people);
    }
    return { people };
  }

  async leave(
    postmortem: StoredPostmortem,
    clientId: string,
    userRef: string,
  ): Promise<void> {
    if (await this.#store.leave(postmortem.number, userRef, clientId)) {
      const { people } = await this.present(postmortem);
      this.#signal(postmortem, { event: 'presence' }, people);
    }
  }

  /** Hints at a new version; not waited for, for the write is done. */
  written(postmortem: StoredPostmortem): void {
    const { version, updatedBy } = postmortem.kept;
    this.present(postmortem).then(
      ({ people }) =>
        this.#signal(
          postmortem,
          { event: 'written', version, updatedBy },
          people,
        ),
      error => this.#failed(postmortem, error),
    );
  }

  #signal(
    postmortem: StoredPostmortem,
    message: PostmortemSignal,
    people: PresentPerson[],
  ): void {
    const entityRef = [...new Set(people.map(({ userRef }) => userRef))].filter(
      ref => ref.startsWith('user:'),
    );
    if (entityRef.length === 0) {
      return;
    }
    this.#signals
      .publish({
        channel: postmortemChannel(postmortem.kept.id),
        recipients: { type: 'user', entityRef },
        message,
      })
      .catch(error => this.#failed(postmortem, error));
  }

  #failed({ kept }: StoredPostmortem, error: unknown): void {
    this.#logger.warn(
      `Could not signal those who have the postmortem ${kept.id} open`,
      error as Error,
    );
  }
}
