import type {
  ActionItem,
  Incident,
  Lesson,
  LessonAudience,
  PostmortemStatus,
  TimelineEntry,
} from 'backstage-plugin-postmortem-common';
import type { StoredContent, StoredPostmortem } from '../database/rows';
import { Random } from './Random';
import { action, failure, paragraph, thing, title } from './sentences';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What the invented postmortems are about. */
export interface SyntheticWorld {
  /** The same seed and index give the same postmortem. */
  seed: string;
  entityRefs: string[];
  /** The entity at a position belongs to the team at it, wrapped around. */
  teamRefs: string[];
  userRefs: string[];
  /**
   * The catalog's tags that some lessons are addressed by; others are then
   * addressed to entities and to dependents. Without any, none is.
   */
  audienceTags?: string[];
  /** The severities, most severe first. */
  severities: string[];
  /** The newest incident began before this time. */
  until: Date;
  /** Over how many days before it the incidents are spread. */
  days: number;
}

const at = (time: number) => new Date(time).toISOString();

function incident(random: Random, world: SyntheticWorld): Incident {
  const start =
    world.until.getTime() -
    random.int(1, world.days * 24 * 60) * MINUTE -
    2 * DAY;
  const detected = start + random.int(0, 90) * MINUTE;
  const acknowledged = detected + random.int(1, 20) * MINUTE;
  const mitigated = acknowledged + random.int(5, 240) * MINUTE;
  const resolved = mitigated + random.int(0, 600) * MINUTE;
  return {
    startedAt: at(start),
    detectedAt: at(detected),
    declaredAt: random.chance(0.7) ? at(acknowledged) : null,
    acknowledgedAt: at(acknowledged),
    mitigatedAt: random.chance(0.8) ? at(mitigated) : null,
    resolvedAt: at(resolved),
    source: random.chance(0.5)
      ? { system: 'pagerduty', id: random.uuid().slice(0, 13), url: null }
      : null,
  };
}

function timeline(random: Random, times: Incident): TimelineEntry[] {
  const start = Date.parse(times.startedAt!);
  const length = Date.parse(times.resolvedAt!) - start;
  const count = random.int(5, 12);
  return Array.from({ length: count }, (_, index) => ({
    id: random.uuid(),
    at: at(start + Math.floor((length * index) / count / MINUTE) * MINUTE),
    kind: random.pick([
      'event',
      'detection',
      'escalation',
      'communication',
      'mitigation',
    ] as const),
    text: `Somebody sees that ${failure(random)}.`,
    url: null,
  }));
}

// The shares of lessons with an audience of each kind.
const FOR_ENTITIES = 0.02;
const FOR_TAGS = 0.002;
const FOR_DEPENDENTS = 0.005;

function audience(
  random: Random,
  { audienceTags, entityRefs }: SyntheticWorld,
): LessonAudience | null {
  if (!audienceTags?.length) {
    return null;
  }
  const isFor = {
    entities: random.chance(FOR_ENTITIES),
    tags: random.chance(FOR_TAGS),
    dependents: random.chance(FOR_DEPENDENTS),
  };
  return isFor.entities || isFor.tags || isFor.dependents
    ? {
        entityRefs: isFor.entities ? random.sample(entityRefs, 3) : [],
        tags: isFor.tags ? random.sample(audienceTags, 1) : [],
        allDependents: isFor.dependents,
      }
    : null;
}

function lessons(random: Random, world: SyntheticWorld): Lesson[] {
  return Array.from({ length: random.int(3, 7) }, () => ({
    id: random.uuid(),
    kind: random.pick([
      'went_well',
      'went_wrong',
      'got_lucky',
      'to_improve',
    ] as const),
    text: paragraph(random, 1),
    audience: audience(random, world),
  }));
}

function actionItem(
  random: Random,
  postmortemId: string,
  resolvedAt: number,
  world: SyntheticWorld,
): ActionItem {
  const dueAt = resolvedAt + random.int(5, 120) * DAY;
  // Old work is mostly finished.
  const old = dueAt < world.until.getTime();
  const state = random.chance(old ? 0.85 : 0.2)
    ? random.pick(['done', 'done', 'done', 'wont_do'] as const)
    : random.pick(['open', 'in_progress'] as const);
  const done = state === 'done';
  return {
    id: random.uuid(),
    postmortemId,
    title: action(random),
    description: paragraph(random, 1),
    term: random.pick(['short', 'long'] as const),
    type: random.pick([
      'investigate',
      'mitigate',
      'repair',
      'detect',
      'prevent',
    ] as const),
    priority: random.pick(['P0', 'P1', 'P2', 'P3', null] as const),
    ownerRef: random.pick(random.chance(0.5) ? world.teamRefs : world.userRefs),
    entityRef: random.chance(0.6) ? random.pick(world.entityRefs) : null,
    dueAt: `${at(dueAt).slice(0, 10)}T00:00:00.000Z`,
    status: state,
    completedAt: done ? at(dueAt - random.int(0, 4) * DAY) : null,
    resolutionNote:
      state === 'wont_do' ? 'Another change made it unnecessary.' : null,
    trackerUrl: random.chance(0.5)
      ? `https://tracker.example.com/browse/OPS-${random.int(1, 99999)}`
      : null,
    successCriterion: random.chance(0.5)
      ? `It is seen at once when ${failure(random)}.`
      : null,
    verifyAt: null,
    verification: null,
  };
}

function status(random: Random): PostmortemStatus {
  return random.pick([
    'draft',
    'in_review',
    'published',
    'published',
    'published',
    'closed',
    'closed',
    'closed',
  ] as const);
}

/** An invented postmortem with every part, as the database keeps it. */
export function syntheticPostmortem(
  world: SyntheticWorld,
  index: number,
): Omit<StoredPostmortem, 'number'> {
  const random = new Random(`${world.seed}/${index}`);
  const id = random.uuid();
  const author = random.pick(world.userRefs);
  const times = incident(random, world);
  const resolvedAt = Date.parse(times.resolvedAt!);
  const createdAt = resolvedAt + random.int(1, 24) * 60 * MINUTE;
  const entityRefs = random.sample(world.entityRefs, random.int(2, 4));
  const [cause] = entityRefs;
  const team =
    world.teamRefs[world.entityRefs.indexOf(cause) % world.teamRefs.length];
  const step = status(random);
  const publishedAt =
    step === 'published' || step === 'closed' ? createdAt + 5 * DAY : null;

  const content: StoredContent = {
    title: title(random),
    severity: random.pick(world.severities),
    visibility: random.chance(0.03) ? 'restricted' : 'internal',
    incident: times,
    entities: entityRefs.map(entityRef => ({
      entityRef,
      role: entityRef === cause ? 'cause' : 'affected',
    })),
    teams: [team],
    participants: [
      { entityRef: author, role: 'incident commander' },
      ...random
        .sample(world.userRefs, 3)
        .filter(entityRef => entityRef !== author)
        .map(entityRef => ({ entityRef, role: null })),
    ],
    summary: paragraph(random, 3),
    impact: {
      description: paragraph(random),
      usersAffected: random.chance(0.7) ? random.int(1, 250_000) : null,
      business: null,
      financial: random.chance(0.2)
        ? { amount: random.int(1, 90) * 1000, currency: 'EUR' }
        : null,
    },
    detection: {
      method: random.pick(['monitoring', 'customer', 'employee'] as const),
      description: paragraph(random, 1),
    },
    response: { description: paragraph(random) },
    resolution: { description: paragraph(random) },
    rootCause: {
      trigger: {
        category: random.pick([
          'configuration change',
          'deployment',
          'load',
          'dependency',
          'hardware',
        ]),
        description: paragraph(random, 1),
      },
      technical: paragraph(random),
      process: paragraph(random, 1),
      humanFactors: null,
      contributingFactors: Array.from({ length: random.int(1, 4) }, () => ({
        kind: random.pick(['technical', 'process', 'human'] as const),
        category: random.pick(['capacity', 'monitoring', 'review', null]),
        description: paragraph(random, 1),
      })),
    },
    lessons: lessons(random, world),
    timeline: timeline(random, times),
    actionItems: Array.from({ length: random.int(6, 14) }, () =>
      actionItem(random, id, resolvedAt, world),
    ),
    followUp: {
      reviewAt: at(createdAt + 3 * DAY),
      facilitatorRef: random.pick(world.userRefs),
      heldAt: null,
      outcome: null,
      documentation: [],
    },
    communications: [
      {
        id: random.uuid(),
        audience: 'external',
        channel: 'status page',
        sentAt: times.acknowledgedAt,
        text: `We are looking into why ${failure(random)}.`,
        url: null,
      },
    ],
    externalVersion: null,
    links: [],
    tags: random.sample(
      ['cache', 'database', 'network', 'deploy', 'capacity', 'security'],
      2,
    ),
    related: [],
    notes: random.chance(0.1) ? `See the chat about ${thing(random)}.` : null,
  };

  return {
    kept: {
      id,
      status: step,
      version: 1,
      createdBy: author,
      createdAt: at(createdAt),
      updatedBy: author,
      updatedAt: at(createdAt),
      publishedAt: publishedAt === null ? null : at(publishedAt),
      closedAt: step === 'closed' ? at(createdAt + 30 * DAY) : null,
      waivers: [],
      teamsFromCatalog: false,
    },
    content,
    deletedAt: null,
  };
}
