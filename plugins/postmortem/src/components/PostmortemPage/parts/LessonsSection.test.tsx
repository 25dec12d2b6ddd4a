import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PostmortemLessonAnswers } from 'backstage-plugin-postmortem-common';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  errorAnswer,
  postmortem,
  postmortemHandlers,
  renderWithBackend,
} from '../../../__testUtils__';
import { LessonsSection } from './LessonsSection';

const server = setupServer();

const [first, second] = postmortem().lessons;
const document = postmortem(31, {
  lessons: [
    {
      ...first,
      audience: {
        entityRefs: ['component:default/basket'],
        tags: ['tier-1'],
        allDependents: true,
      },
    },
    second,
  ],
});

const answers: PostmortemLessonAnswers['items'] = [
  {
    lessonId: first.id,
    answers: [
      {
        lessonId: first.id,
        entityRef: 'component:default/basket',
        verdict: 'already_covered',
        reason: 'the pool is warmed at start',
        actionItemId: null,
        answeredBy: 'user:default/ana.castellanos',
        answeredAt: '2026-11-20T10:00:00.000Z',
      },
    ],
    addressed: 14,
    missing: Array.from(
      { length: 13 },
      (_, index) => `component:default/service-${index + 1}`,
    ),
    missingCount: 13,
  },
  {
    lessonId: second.id,
    answers: [],
    addressed: 0,
    missing: [],
    missingCount: 0,
  },
];

function show() {
  return renderWithBackend(
    <LessonsSection postmortem={document} canEdit={false} />,
  );
}

const rowOf = async (text: string) =>
  (await screen.findByText(text)).closest('li')!;

describe('LessonsSection', () => {
  registerMswTestHooks(server);

  it('says whom a lesson is meant for, who answered what, and who has not', async () => {
    server.use(...postmortemHandlers({ lessonAnswers: answers }));

    show();

    const row = await rowOf('Failover needs the cache warmed first');
    expect(await within(row).findByText('Already covered')).toBeInTheDocument();
    expect(row).toHaveTextContent(
      'Meant for basket; what is tagged tier-1; everything that depends on what was involved · 1 of 14 answered',
    );
    expect(row).toHaveTextContent(
      /basket: Already covered, the pool is warmed at start \(ana\.castellanos/,
    );
    expect(row).toHaveTextContent(/No answer from service-1, .* and 3 more$/);
    expect(await rowOf('The alert fired in minutes')).not.toHaveTextContent(
      /Meant for|answer/,
    );
  });

  it('says when the answers could not be loaded, and loads them on Retry', async () => {
    server.use(
      http.get(
        `${BASE_URL}/postmortems/:id/lesson-answers`,
        () => errorAnswer(503, 'ServiceUnavailableError', 'Catalog is away'),
        { once: true },
      ),
      ...postmortemHandlers({ lessonAnswers: answers }),
    );

    show();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Catalog is away',
    );
    expect(
      screen.getByText('Failover needs the cache warmed first'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('Already covered')).toBeInTheDocument();
  });
});
