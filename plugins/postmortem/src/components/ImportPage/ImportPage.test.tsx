import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ImportResult,
  Postmortem,
  PostmortemInput,
} from 'backstage-plugin-postmortem-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  checkout,
  errorAnswer,
  payments,
  postmortem,
  renderWithBackend,
} from '../../__testUtils__';
import { file } from './__testUtils__/file';
import { understood } from './__testUtils__/understood';
import { ImportPage } from './ImportPage';

jest.setTimeout(30_000);

const server = setupServer();

/** A backend that understands a document's first line as its title. */
function importingBackend(
  document: Partial<PostmortemInput> = {},
  changes: Partial<ImportResult> = {},
) {
  const stored: Postmortem[] = [];
  const targets: string[] = [];
  const list = http.get(`${BASE_URL}/postmortems`, ({ request }) => {
    const q = new URL(request.url).searchParams.get('q') ?? '';
    const items = stored.filter(({ title }) => title.includes(q));
    return HttpResponse.json({
      items,
      totalItems: items.length,
      pageInfo: {},
    });
  });
  const importing = http.post(`${BASE_URL}/import`, async ({ request }) => {
    const { searchParams } = new URL(request.url);
    const [title] = (await request.text()).split('\n');
    const result = understood({ title, ...document }, changes);
    if (searchParams.get('dryRun') === 'true') {
      return HttpResponse.json(result);
    }
    searchParams.delete('dryRun');
    targets.push(searchParams.toString());
    const made = postmortem(40 + stored.length, {
      title,
      incident: {
        ...postmortem().incident,
        startedAt: result.document.incident.startedAt,
      },
    });
    stored.push(made);
    return HttpResponse.json({ ...result, postmortem: made }, { status: 201 });
  });
  const deleting = http.delete(
    `${BASE_URL}/postmortems/:id`,
    ({ params: { id } }) => {
      stored.splice(
        stored.findIndex(each => each.id === id),
        1,
      );
      return new HttpResponse(null, { status: 204 });
    },
  );
  server.use(list, importing, deleting);
  return { stored, targets };
}

function open(at = '/') {
  return renderWithBackend(<ImportPage />, {
    entities: [checkout, payments],
    at,
  });
}

async function choose(...files: File[]) {
  await userEvent.upload(await screen.findByLabelText('Markdown files'), files);
}

async function row(name: RegExp) {
  const found = await screen.findByText(name);
  return within(found.closest('li')!);
}

describe('ImportPage', () => {
  registerMswTestHooks(server);
  beforeEach(() => window.sessionStorage.clear());

  it('shows what was understood, and stores it only when told to', async () => {
    const backend = importingBackend(
      {
        severity: 'SEV3',
        incident: { startedAt: '2026-03-02T22:05:00.000Z' },
        notes: 'Chat log of the night',
        timeline: [{ text: 'Alert' }, { text: 'Failover' }],
      },
      {
        parts: ['summary', 'timeline'],
        warnings: ['"Cost" fits no part: it is kept in the notes.'],
      },
    );
    open('/?entityRef=component:default/checkout');

    await choose(file('Search was slow', 'outage.md'));
    await userEvent.click(
      await screen.findByRole('button', {
        name: /^Search was slow.*2 Mar.*SEV3.*2 parts.*1 remark/,
      }),
    );

    expect(screen.getByText(/2 Mar 2026, 22:05 UTC/)).toBeInTheDocument();
    expect(screen.getByText('summary, timeline')).toBeInTheDocument();
    expect(screen.getByText(/2 timeline rows/)).toBeInTheDocument();
    expect(screen.getByText(/"Cost" fits no part/)).toBeInTheDocument();
    expect(
      within(
        screen.getByRole('region', { name: 'Kept in the notes' }),
      ).getByText('Chat log of the night'),
    ).toBeInTheDocument();
    expect(backend.stored).toEqual([]);

    await userEvent.click(
      screen.getByRole('button', { name: 'Import 1 document' }),
    );

    expect(await screen.findByText('Imported as PM-40')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open PM-40: Search was slow' }),
    ).toHaveAttribute('href', '/postmortems/PM-40');
    expect(backend.targets).toEqual([
      'entityRef=component%3Adefault%2Fcheckout',
    ]);
  });

  it('takes another entity for one document than for the others', async () => {
    const backend = importingBackend();
    open('/?teamRef=group:default/payments');

    await choose(file('One', 'one.md'), file('Two', 'two.md'));
    expect(await screen.findAllByText(/It names no entity/)).toHaveLength(2);
    await userEvent.click(await screen.findByRole('button', { name: /^Two/ }));
    await userEvent.type(
      screen.getByRole('combobox', { name: 'Entity of this document' }),
      'chec',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Checkout/ }),
    );
    await userEvent.click(
      // The list of the picker hides the page for as long as it fades out.
      screen.getByRole('button', { name: 'Import 2 documents', hidden: true }),
    );

    expect(await screen.findByText('Imported as PM-41')).toBeInTheDocument();
    expect(backend.targets).toEqual([
      'teamRef=group%3Adefault%2Fpayments',
      'entityRef=component%3Adefault%2Fcheckout&teamRef=group%3Adefault%2Fpayments',
    ]);
  });

  it('names what is wrong with each file, and imports the others', async () => {
    importingBackend();
    open();

    await choose(
      file([0x23, 0xc3, 0x28], 'latin.md'),
      file('', 'empty.md'),
      file('Good', 'good.md'),
    );

    expect(
      (await row(/^latin.md$/)).getByText(/It is not UTF-8 text/),
    ).toBeInTheDocument();
    expect((await row(/^empty.md$/)).getByText('It is empty.')).toBeVisible();
    expect(
      await screen.findByText('3 documents: 2 cannot be imported, 1 ready'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Import 1 document' }),
    );
    expect(await screen.findByText('Imported as PM-40')).toBeInTheDocument();
  });

  it('says what the backend refuses', async () => {
    server.use(
      http.post(`${BASE_URL}/import`, () =>
        errorAnswer(400, 'InputError', 'title is longer than 300 characters'),
      ),
    );
    open();

    await choose(file('Long', 'outage.md'));

    const refused = await row(/^outage.md$/);
    expect(
      await refused.findByText('title is longer than 300 characters'),
    ).toBeInTheDocument();
    expect(
      refused.queryByRole('button', { name: /Retry/ }),
    ).not.toBeInTheDocument();
  });

  it('reads a document again when nobody answered', async () => {
    server.use(http.post(`${BASE_URL}/import`, () => HttpResponse.error()));
    open();
    await choose(file('Patience', 'outage.md'));

    expect(await screen.findByText('Not read')).toBeInTheDocument();
    expect(screen.getByText(/backend does not answer/)).toBeInTheDocument();
    importingBackend();
    await userEvent.click(screen.getByRole('button', { name: /^Retry/ }));

    expect(
      await screen.findByRole('button', { name: 'Import 1 document' }),
    ).toBeEnabled();
    expect(screen.getByText('Patience')).toBeInTheDocument();
  });

  it('goes on past a document that fails, and retries it', async () => {
    importingBackend();
    open();
    await choose(file('One', 'one.md'), file('Two', 'two.md'));
    await screen.findByText('2 documents: 2 ready');
    server.use(
      http.post(
        `${BASE_URL}/import`,
        () => errorAnswer(503, 'ServiceUnavailableError', 'Try later'),
        { once: true },
      ),
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Import 2 documents' }),
    );
    expect(await screen.findByText('Imported as PM-40')).toBeInTheDocument();
    expect((await row(/^One$/)).getByText('Try later')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Retry: One' }));

    expect(await screen.findByText('Imported as PM-41')).toBeInTheDocument();
    expect(screen.queryByText('Try later')).not.toBeInTheDocument();
  });

  it('does not store a document twice when only the answer was lost', async () => {
    const backend = importingBackend();
    open();
    await choose(file('One', 'outage.md'));
    await screen.findByText('1 document: 1 ready');
    server.use(
      http.post(
        `${BASE_URL}/import`,
        () => {
          backend.stored.push(
            postmortem(7, {
              title: 'One',
              incident: { ...postmortem().incident, startedAt: null },
            }),
          );
          return HttpResponse.error();
        },
        { once: true },
      ),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Import 1 document' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Retry: One' }),
    );

    expect(await screen.findByRole('link', { name: 'PM-7' })).toHaveAttribute(
      'href',
      '/postmortems/PM-7',
    );
    expect(backend.stored).toHaveLength(1);
  });

  it('imports what seems to be there already only when told so', async () => {
    const backend = importingBackend();
    open();
    await choose(file('Same', 'a.md'), file('Same', 'b.md'));

    expect(
      await screen.findByText('Seems to be the same as a.md'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Import 1 document' }),
    );
    await screen.findByText('Imported as PM-40');
    expect(backend.stored).toHaveLength(1);
    await userEvent.click(
      screen.getByRole('button', { name: 'Import anyway: Same' }),
    );

    expect(await screen.findByText('Imported as PM-41')).toBeInTheDocument();
  });

  it('takes an import back, and does it again', async () => {
    const backend = importingBackend();
    open();
    await choose(file('Mistake', 'outage.md'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Import 1 document' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Undo: Mistake' }),
    );

    expect(await screen.findByText('Deleted again')).toBeInTheDocument();
    expect(backend.stored).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Import again: Mistake' }),
    );
    expect(await screen.findByText(/^Imported as PM-/)).toBeInTheDocument();
  });

  it('keeps pasted text and what was imported while one is elsewhere', async () => {
    importingBackend();
    const page = open();
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Or paste the text of one' }),
      'Pasted',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Read the text' }),
    );
    expect(
      await screen.findByText('Pasted text', { exact: false }),
    ).toBeVisible();
    page.unmount();

    open();

    expect(
      await screen.findByRole('button', { name: /^Pasted.*Pasted text/ }),
    ).toBeInTheDocument();
  });
});
