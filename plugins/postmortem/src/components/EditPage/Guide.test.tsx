import { registerMswTestHooks } from '@backstage/test-utils';
import { act, screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import {
  postmortem,
  postmortemHandlers,
  renderWithBackend,
} from '../../__testUtils__';
import { begin } from '../../saving/__testUtils__/begin';
import { EditorProvider } from './EditorContext';
import { Guidance } from './Guidance';
import { Guide } from './Guide';
import { NeededMark } from './NextStep';

const server = setupServer();
registerMswTestHooks(server);

function open(changes: Parameters<typeof postmortem>[1]) {
  server.use(...postmortemHandlers());
  const { autosave, type } = begin({ document: postmortem(31, changes) });
  renderWithBackend(
    <EditorProvider value={autosave}>
      <Guidance>
        <h3>
          Summary <NeededMark id="part-summary" />
        </h3>
        <Guide />
      </Guidance>
    </EditorProvider>,
  );
  return { type, close: () => act(() => autosave.close()) };
}

it('says how much is written, and what a reader misses without the rest', async () => {
  const { close } = open({ summary: null, status: 'draft' });
  const meter = screen.getByRole('meter');
  expect(Number(meter.getAttribute('value'))).toBeLessThan(1);
  expect(
    screen.getByText(/Nobody can tell in a minute what happened/),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Summary' })).toHaveAttribute(
    'href',
    '#part-summary',
  );
  close();
});

it('marks what the next step needs until it is there', async () => {
  const { type, close } = open({
    summary: null,
    severity: 'SEV2',
    status: 'draft',
  });
  expect(await screen.findByText('1 needed for review')).toBeInTheDocument();
  expect(screen.getByText('needed for review')).toBeInTheDocument();
  act(() => type('summary', 'A cache was cold.'));
  expect(
    await screen.findByRole('meter', { name: '100 % written' }),
  ).toBeInTheDocument();
  expect(screen.queryByText(/needed for review/)).not.toBeInTheDocument();
  close();
});

it('tells in time what a draft will need to be published', async () => {
  const { close } = open({ severity: 'SEV1', status: 'draft', lessons: [] });
  expect(await screen.findByText('1 needed to publish')).toBeInTheDocument();
  close();
});

it('needs nothing that was waived', async () => {
  const { close } = open({
    summary: null,
    severity: null,
    status: 'draft',
    waivers: [
      {
        path: 'severity',
        reason: 'Not one of ours',
        to: 'in_review',
        waivedBy: 'user:default/ingrid.falk',
        waivedAt: '2026-11-24T10:00:00.000Z',
      },
    ],
  });
  expect(await screen.findByText('1 needed for review')).toBeInTheDocument();
  close();
});
