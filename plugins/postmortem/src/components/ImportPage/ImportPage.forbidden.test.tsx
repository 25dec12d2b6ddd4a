import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { screen } from '@testing-library/react';
import { renderWithBackend } from '../../__testUtils__';
import { ImportPage } from './ImportPage';

// A file of its own: the portal remembers for a while what somebody may do.
describe('ImportPage of somebody who may not add postmortems', () => {
  it('says so, and takes no documents', async () => {
    renderWithBackend(<ImportPage />, { authorize: AuthorizeResult.DENY });

    expect(
      await screen.findByText('You may not add postmortems here'),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText('Markdown files')).not.toBeInTheDocument();
  });
});
