import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  errorAnswer,
  postmortem,
  renderWithBackend,
} from '../../../__testUtils__';
import { ActionItemsSection } from './ActionItemsSection';

const server = setupServer();

const statusOfFirst = () =>
  screen.findByRole('button', {
    name: /change the status of Alert on replica lag/,
  });

async function finishFirst() {
  await userEvent.click(await statusOfFirst());
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Done' }));
  await userEvent.type(
    await screen.findByRole('textbox', { name: /What shows that “Alert on/ }),
    'It fired on Monday',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Mark as done' }));
}

describe('ActionItemsSection', () => {
  registerMswTestHooks(server);

  it('shows the state of each item, and what is due', async () => {
    renderWithBackend(
      <ActionItemsSection
        postmortem={postmortem()}
        canEdit={false}
        onItemSaved={jest.fn()}
      />,
    );

    const section = await screen.findByRole('region', { name: 'Action items' });
    expect(section).toHaveTextContent('1 of 3 finished');
    const done = within(section)
      .getAllByRole('listitem')
      .find(item => item.id && within(item).queryByText('Done'));
    expect(done).toHaveTextContent(/Warm the cache.*Done.*was due 1 Oct/);
    expect(within(section).queryByRole('button')).not.toBeInTheDocument();
  });

  it('marks an item done once something shows it, and saves it', async () => {
    const onItemSaved = jest.fn();
    let answer = () => {};
    const saved = { ...postmortem().actionItems[0], status: 'done' as const };
    server.use(
      http.patch(`${BASE_URL}/action-items/:id`, async ({ request }) => {
        expect(await request.json()).toEqual({
          status: 'done',
          resolutionNote: 'It fired on Monday',
        });
        await new Promise<void>(resolve => {
          answer = resolve;
        });
        return HttpResponse.json(saved);
      }),
    );
    renderWithBackend(
      <ActionItemsSection
        postmortem={postmortem()}
        canEdit
        onItemSaved={onItemSaved}
      />,
    );

    await finishFirst();

    expect(await statusOfFirst()).toHaveTextContent('Done');
    expect(onItemSaved).not.toHaveBeenCalled();
    answer();
    await waitFor(() => expect(onItemSaved).toHaveBeenCalledWith(saved));
  });

  it('takes the change back when it was refused, says why, and tries again', async () => {
    let attempts = 0;
    server.use(
      http.patch(`${BASE_URL}/action-items/:id`, () => {
        attempts += 1;
        return errorAnswer(403, 'NotAllowedError', 'You lack the permission');
      }),
    );
    renderWithBackend(
      <ActionItemsSection
        postmortem={postmortem()}
        canEdit
        onItemSaved={jest.fn()}
      />,
    );

    await finishFirst();

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('“Done” was not saved');
    expect(alert).toHaveTextContent('You lack the permission');
    expect(await statusOfFirst()).toHaveTextContent('Open');
    await userEvent.click(within(alert).getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(attempts).toBe(2));
  });

  it('asks what shows that it is done', async () => {
    const bodies: unknown[] = [];
    server.use(
      http.patch(`${BASE_URL}/action-items/:id`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json(postmortem().actionItems[0]);
      }),
    );
    renderWithBackend(
      <ActionItemsSection
        postmortem={postmortem()}
        canEdit
        onItemSaved={jest.fn()}
      />,
    );

    await userEvent.click(await statusOfFirst());
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Done' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Mark as done' }),
    );

    expect(
      await screen.findByText('Say what shows it, or paste a link.'),
    ).toBeInTheDocument();
    expect(bodies).toEqual([]);
    expect(await statusOfFirst()).toHaveTextContent('Open');
  });

  it('gives an item up for a reason', async () => {
    const bodies: unknown[] = [];
    server.use(
      http.patch(`${BASE_URL}/action-items/:id`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json({
          ...postmortem().actionItems[0],
          status: 'wont_do',
        });
      }),
    );
    renderWithBackend(
      <ActionItemsSection
        postmortem={postmortem()}
        canEdit
        onItemSaved={jest.fn()}
      />,
    );

    await userEvent.click(
      await screen.findByRole('button', { name: /Alert on replica lag/ }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Won’t do' }),
    );
    expect(bodies).toEqual([]);
    await userEvent.type(
      await screen.findByRole('textbox', {
        name: /Why “Alert on replica lag”/,
      }),
      'The replica is gone',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Won’t do' }));

    await waitFor(() =>
      expect(bodies).toEqual([
        { status: 'wont_do', resolutionNote: 'The replica is gone' },
      ]),
    );
  });
});
