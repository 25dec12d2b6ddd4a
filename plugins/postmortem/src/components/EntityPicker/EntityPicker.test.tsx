import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { EntitiesPicker } from './EntitiesPicker';
import { EntityPicker } from './EntityPicker';

// Finding options by role is slow in a page that popovers hide in part.
jest.setTimeout(30_000);

function entity(kind: string, name: string, title?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title },
  };
}

const catalogApi = catalogApiMock({
  entities: [
    entity('Component', 'checkout', 'Checkout'),
    entity('Component', 'checkout-web'),
    entity('Component', 'ledger'),
    entity('API', 'checkout-api'),
  ],
});

async function renderPicker(picker: JSX.Element) {
  await renderInTestApp(
    <TestApiProvider apis={[[catalogApiRef, catalogApi]]}>
      {picker}
    </TestApiProvider>,
  );
}

function One(props: { initial?: string; errorMessage?: string }) {
  const [value, setValue] = useState<string | null>(props.initial ?? null);
  return (
    <>
      <EntityPicker
        label="Component"
        kinds={['component']}
        value={value}
        onChange={setValue}
        errorMessage={props.errorMessage}
      />
      <output>{value ?? 'none'}</output>
    </>
  );
}

function Several() {
  const [value, setValue] = useState<string[]>([]);
  return (
    <>
      <EntitiesPicker
        label="Affected"
        kinds={['component', 'api']}
        value={value}
        onChange={setValue}
      />
      <output>{value.join(' ')}</output>
    </>
  );
}

describe('EntityPicker', () => {
  it('offers what the server finds of its kinds, and keeps the choice', async () => {
    await renderPicker(<One />);
    await userEvent.type(
      screen.getByRole('combobox', { name: 'Component' }),
      'checkout',
    );

    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    await userEvent.click(screen.getByRole('option', { name: /Checkout/ }));

    expect(screen.getByText(/^(none|component:.*)$/)).toHaveTextContent(
      'component:default/checkout',
    );
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: 'Component' })).toHaveValue(
        'Checkout',
      ),
    );
  });

  it('clears the choice with the text, and brings it back on a half-typed name', async () => {
    await renderPicker(<One initial="component:default/ledger" />);
    const field = screen.getByRole('combobox', { name: 'Component' });
    expect(field).toHaveValue('ledger');

    await userEvent.type(field, '-x');
    await userEvent.tab();
    expect(field).toHaveValue('ledger');

    await userEvent.clear(field);
    expect(screen.getByText(/^(none|component:.*)$/)).toHaveTextContent('none');
  });

  it('says what is wrong beside the field', async () => {
    await renderPicker(<One errorMessage="Choose a component" />);
    expect(screen.getByText('Choose a component')).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Component' })).toBeInvalid();
  });
});

describe('EntitiesPicker', () => {
  it('adds and takes out, and does not offer an entity twice', async () => {
    await renderPicker(<Several />);
    const field = screen.getByRole('combobox', { name: 'Affected' });

    await userEvent.type(field, 'checkout-');
    await userEvent.click(
      await screen.findByRole('option', { name: /checkout-api/ }),
    );
    expect(field).toHaveValue('');
    await userEvent.type(field, 'checkout-');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await userEvent.click(screen.getByRole('option', { name: /checkout-web/ }));
    expect(screen.getByText(/^api:/)).toHaveTextContent(
      'api:default/checkout-api component:default/checkout-web',
    );

    await userEvent.click(
      screen.getAllByRole('button', { name: /Remove/, hidden: true })[0],
    );
    expect(screen.getByText(/^component:/)).toHaveTextContent(
      'component:default/checkout-web',
    );
  });
});
