import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  actionItemContentSchema,
  type ActionItem,
  type LessonAnswer,
  type LessonAnswered,
  type LessonAnswerInput,
  type PostmortemLessonAnswers,
} from 'backstage-plugin-postmortem-common';
import { randomUUID } from 'node:crypto';
import type { CatalogLookup } from '../catalog/CatalogLookup';
import type { DependencyLookup } from '../catalog/DependencyLookup';
import type { OwnershipLookup } from '../catalog/OwnershipLookup';
import type { PostmortemStore } from '../database/PostmortemStore';
import type { StoredPostmortem } from '../database/rows';
import { FieldError } from '../errors';
import type { Identities } from '../permissions/Identities';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import { authorOf } from '../service/author';
import type { PostmortemChanger } from '../service/PostmortemChanger';
import type { AnswerStore } from './AnswerStore';

// How many entities tags are looked up for, and how many dependents count.
const MAX_ADDRESSED = 1_000;

// How many of those that have not answered are named.
const MAX_NAMED = 100;

/** What teams say of the lessons that reach what they own. */
export class LessonService {
  readonly #answers: AnswerStore;
  readonly #postmortems: PostmortemStore;
  readonly #changer: PostmortemChanger;
  readonly #catalog: CatalogLookup;
  readonly #dependencies: DependencyLookup;
  readonly #ownership: OwnershipLookup;
  readonly #guard: PostmortemGuard;
  readonly #identities: Identities;
  readonly #clock: () => string;

  constructor(options: {
    answers: AnswerStore;
    postmortems: PostmortemStore;
    changer: PostmortemChanger;
    catalog: CatalogLookup;
    dependencies: DependencyLookup;
    ownership: OwnershipLookup;
    guard: PostmortemGuard;
    identities: Identities;
    clock: () => string;
  }) {
    this.#answers = options.answers;
    this.#postmortems = options.postmortems;
    this.#changer = options.changer;
    this.#catalog = options.catalog;
    this.#dependencies = options.dependencies;
    this.#ownership = options.ownership;
    this.#guard = options.guard;
    this.#identities = options.identities;
    this.#clock = options.clock;
  }

  /**
   * Answers a lesson for an entity. Where it applies, an action item is added
   * to the lesson's postmortem: to answer takes no more than to see that, and
   * to be of the team that owns the entity, or of one above it.
   *
   * @throws NotFoundError when the caller may not know of the lesson.
   * @throws NotAllowedError for those who are not of the owning team.
   * @throws FieldError when nobody owns the entity.
   * @throws ServiceUnavailableError when the catalog does not say who does.
   */
  async answer(
    lessonId: string,
    input: LessonAnswerInput,
    credentials: BackstageCredentials,
  ): Promise<LessonAnswered> {
    const id = lessonId.toLocaleLowerCase('en-US');
    const missing = new NotFoundError(
      `There is no lesson ${lessonId}, or you may not see it`,
    );
    const { id: postmortemId, visible } = await this.#guard.seeing(
      await this.#postmortems.postmortemIdOfLesson(id),
      credentials,
      missing,
    );
    const owner = await this.#owningTeam(input.entityRef, credentials);
    const answer: LessonAnswer = {
      lessonId: id,
      entityRef: input.entityRef,
      verdict: input.verdict,
      reason: input.reason ?? null,
      actionItemId: input.actionItem ? randomUUID() : null,
      answeredBy: authorOf(credentials),
      answeredAt: this.#clock(),
    };
    const item: ActionItem | null = input.actionItem
      ? {
          ...actionItemContentSchema.parse({
            ...input.actionItem,
            ownerRef: input.actionItem.ownerRef ?? owner,
            entityRef: input.entityRef,
          }),
          id: answer.actionItemId!,
          postmortemId,
        }
      : null;
    await this.#changer.change(
      postmortemId,
      { credentials, visible, ifMatch: '*' },
      'updated',
      async ({ number, content }) => {
        if (!content.lessons.some(lesson => lesson.id === id)) {
          throw missing;
        }
        return {
          content: item
            ? { ...content, actionItems: [...content.actionItems, item] }
            : content,
          reason: `${input.entityRef} answers a lesson: ${input.verdict}`,
          along: trx => this.#answers.insert(trx, number, answer),
        };
      },
      false,
      missing,
    );
    return { answer, actionItem: item };
  }

  /** The answers to the lessons of a postmortem, and who owes one. */
  async answersOf(
    postmortem: StoredPostmortem,
    credentials: BackstageCredentials,
  ): Promise<PostmortemLessonAnswers> {
    const { content } = postmortem;
    const involved = content.entities.map(({ entityRef }) => entityRef);
    const audiences = content.lessons.flatMap(each => each.audience ?? []);
    const [answers, dependents, tagged, named] = await Promise.all([
      this.#answers.ofPostmortem(postmortem.number),
      audiences.some(({ allDependents }) => allDependents)
        ? this.#dependencies.dependents(involved, MAX_ADDRESSED, credentials)
        : [],
      this.#dependencies.withTags(
        [...new Set(audiences.flatMap(({ tags }) => tags))],
        MAX_ADDRESSED,
        credentials,
      ),
      // What is in no catalog any more owes nothing.
      this.#dependencies.known(
        [...new Set(audiences.flatMap(({ entityRefs }) => entityRefs))],
        credentials,
      ),
    ]);
    return {
      items: content.lessons.map(({ id, audience }) => {
        const given = answers.filter(({ lessonId }) => lessonId === id);
        const addressed = new Set([
          ...(audience?.entityRefs ?? []).filter(ref => named.has(ref)),
          ...(audience?.tags ?? []).flatMap(tag => tagged.get(tag) ?? []),
          ...(audience?.allDependents ? dependents : []),
        ]);
        // Those whom it happened to know it already.
        involved.forEach(ref => addressed.delete(ref));
        const missing = [...addressed]
          .filter(ref => !given.some(({ entityRef }) => entityRef === ref))
          .sort();
        return {
          lessonId: id,
          answers: given,
          addressed: addressed.size,
          missing: missing.slice(0, MAX_NAMED),
          missingCount: missing.length,
        };
      }),
    };
  }

  /** The team that owns the entity, and that the caller stands for. */
  async #owningTeam(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const mine = await this.#identities.of(credentials);
    const { groups, own } = await this.#ownersFor(mine, entityRef, credentials);
    if (groups.length === 0) {
      throw new FieldError([
        {
          path: 'entityRef',
          message: 'has no owner in the catalog that could answer for it',
        },
      ]);
    }
    if (!own) {
      throw new NotAllowedError(
        `Only members of ${groups.join(
          ' or ',
        )}, or of a group above, can answer for ${entityRef}`,
      );
    }
    return own;
  }

  /** The groups that own the entity, and one that the caller stands for. */
  async #ownersFor(
    mine: string[],
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<{ groups: string[]; own?: string }> {
    try {
      const owners = await this.#catalog.ownersOf([entityRef], credentials);
      const groups = owners.get(entityRef) ?? [];
      const direct = groups.find(ref => mine.includes(ref));
      if (direct) {
        return { groups, own: direct };
      }
      const stands = await Promise.all(
        groups.map(ref => this.#ownership.standFor(mine, ref, credentials)),
      );
      return { groups, own: groups.find((_, index) => stands[index]) };
    } catch (error) {
      throw new ServiceUnavailableError(
        `The catalog did not say who may answer for ${entityRef}; try again`,
        error,
      );
    }
  }
}
