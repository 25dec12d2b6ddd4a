import fc from 'fast-check';
import { postmortemSchema, type Postmortem } from '../../schema/postmortem';
import { markdownText, requiredText } from './arbitraryText';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: null });

const text = maybe(markdownText);
const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
const time = fc
  .date({
    min: new Date('1990-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .chain(at =>
    fc
      .constantFrom(1, 1000, 60_000, 86_400_000)
      .map(unit =>
        new Date(Math.floor(at.getTime() / unit) * unit).toISOString(),
      ),
  );
const short = maybe(requiredText.map(each => each.slice(0, 200)));
const title = requiredText
  .map(each => each.slice(0, 300))
  .filter(each => each.trim() !== '');
const name = fc.stringMatching(/^[a-z0-9]([a-z0-9_.-]{0,20})$/);
const refOf = (...kinds: string[]) =>
  fc
    .tuple(fc.constantFrom(...kinds), name)
    .map(([kind, each]) => `${kind}:default/${each}`);
const owner = refOf('user', 'group');
const entity = refOf('component', 'api', 'resource');
const rows = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 4 });

const times = fc
  .tuple(fc.array(time, { minLength: 6, maxLength: 6 }), fc.nat(63))
  .map(([all, mask]) => {
    const sorted = [...all].sort();
    return [
      'startedAt',
      'detectedAt',
      'declaredAt',
      'acknowledgedAt',
      'mitigatedAt',
      'resolvedAt',
    ].map(
      (field, at) =>
        [field, Math.floor(mask / 2 ** at) % 2 ? sorted[at] : null] as const,
    );
  })
  .map(entries => Object.fromEntries(entries));

const actionItem = fc.record({
  id: fc.uuid(),
  postmortemId: fc.uuid(),
  title,
  description: text,
  term: fc.constantFrom('short', 'long'),
  type: fc.constantFrom(
    'investigate',
    'mitigate',
    'repair',
    'detect',
    'prevent',
  ),
  priority: maybe(fc.constantFrom('P0', 'P1', 'P2', 'P3')),
  ownerRef: maybe(owner),
  entityRef: maybe(entity),
  dueAt: maybe(time),
  status: fc.constantFrom('open', 'in_progress', 'done', 'wont_do'),
  completedAt: maybe(time),
  resolutionNote: text,
  trackerUrl: maybe(url),
  successCriterion: text,
  verifyAt: maybe(time),
  verification: maybe(
    fc.record({
      verdict: fc.constantFrom(
        'pending',
        'effective',
        'partial',
        'ineffective',
        'cannot_tell',
      ),
      evidence: text,
      verifiedBy: maybe(owner),
      verifiedAt: maybe(time),
    }),
  ),
});

/** Any valid document, as it would be stored. */
export const arbitraryPostmortem: fc.Arbitrary<Postmortem> = fc
  .record({
    id: fc.uuid(),
    key: fc.constant('PM-42'),
    title,
    status: fc.constantFrom('draft', 'in_review', 'published', 'closed'),
    severity: maybe(fc.constantFrom('SEV1', 'SEV4', 'P0', 'no')),
    visibility: fc.constantFrom('internal', 'restricted'),
    version: fc.integer({ min: 1, max: 99 }),
    createdBy: owner,
    createdAt: time,
    updatedBy: owner,
    updatedAt: time,
    publishedAt: maybe(time),
    closedAt: maybe(time),
    waivers: fc.constant([]),
    incident: fc
      .tuple(
        times,
        maybe(
          fc.record({
            system: fc.constantFrom('pagerduty', 'on', '12'),
            id: fc.string({ minLength: 1, maxLength: 40 }),
            url: maybe(url),
          }),
        ),
      )
      .map(([all, source]) => ({ ...all, source })),
    metrics: fc.constant({
      timeToDetect: null,
      timeToAcknowledge: null,
      timeToMitigate: null,
      timeToResolve: null,
    }),
    entities: rows(
      fc.record({
        entityRef: entity,
        role: fc.constantFrom('cause', 'affected'),
      }),
    ),
    teams: rows(refOf('group')),
    participants: rows(fc.record({ entityRef: owner, role: short })),
    summary: text,
    impact: fc.record({
      description: text,
      usersAffected: maybe(fc.nat()),
      business: text,
      financial: maybe(
        fc.record({
          amount: fc
            .double({ min: 0, max: 1e15, noNaN: true })
            .map(amount => amount + 0),
          currency: fc.constantFrom('EUR', 'USD'),
        }),
      ),
    }),
    detection: fc.record({
      method: maybe(
        fc.constantFrom('monitoring', 'customer', 'employee', 'other'),
      ),
      description: text,
    }),
    response: fc.record({ description: text }),
    resolution: fc.record({ description: text }),
    rootCause: fc.record({
      trigger: maybe(fc.record({ category: short, description: text })),
      technical: text,
      process: text,
      humanFactors: text,
      contributingFactors: rows(
        fc.record({
          kind: fc.constantFrom('technical', 'process', 'human'),
          category: short,
          description: requiredText,
        }),
      ),
    }),
    lessons: rows(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom(
          'went_well',
          'went_wrong',
          'got_lucky',
          'to_improve',
        ),
        text: requiredText,
        audience: maybe(
          fc.record({
            entityRefs: rows(entity),
            tags: rows(fc.stringMatching(/^[a-z0-9:+#.-]{1,20}$/)),
            allDependents: fc.boolean(),
          }),
        ),
      }),
    ),
    timeline: rows(
      fc.record({
        id: fc.uuid(),
        at: maybe(time),
        kind: fc.constantFrom(
          'event',
          'detection',
          'escalation',
          'communication',
          'mitigation',
          'resolution',
        ),
        text: requiredText,
        url: maybe(url),
      }),
    ),
    actionItems: rows(actionItem),
    followUp: fc.record({
      reviewAt: maybe(time),
      facilitatorRef: maybe(owner),
      heldAt: maybe(time),
      outcome: text,
      documentation: rows(
        fc.record({ title: requiredText, url: maybe(url), done: fc.boolean() }),
      ),
    }),
    communications: rows(
      fc.record({
        id: fc.uuid(),
        audience: fc.constantFrom('internal', 'external'),
        channel: short,
        sentAt: maybe(time),
        text: requiredText,
        url: maybe(url),
      }),
    ),
    externalVersion: maybe(fc.record({ title: short, text })),
    links: rows(fc.record({ title: requiredText, url })),
    tags: rows(requiredText.map(each => each.slice(0, 60))),
    related: rows(
      fc.record({
        postmortemId: fc.uuid(),
        relation: fc.constantFrom('repeat_of', 'related'),
      }),
    ),
    notes: text,
    completeness: fc.constant({ score: 1, missing: [] }),
  })
  // Whatever the schema would change on storing is changed already.
  .filter(candidate => postmortemSchema.safeParse(candidate).success)
  .map(candidate => postmortemSchema.parse(candidate));
