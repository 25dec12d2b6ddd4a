import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LessonAudience } from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { checkout, renderWithBackend } from '../../../__testUtils__';
import { LessonAudienceField } from './LessonAudienceField';

const seen = jest.fn();

function Field() {
  const [value, setValue] = useState<LessonAudience | null>(null);
  return (
    <LessonAudienceField
      lesson="Warm it first"
      value={value}
      onChange={next => {
        seen(next);
        setValue(next);
      }}
    />
  );
}

describe('LessonAudienceField', () => {
  it('says whom a lesson is meant for, and is nobody again', async () => {
    renderWithBackend(<Field />, { entities: [checkout] });

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Who else should know: Warm it first',
      }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Everything that depends/ }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /this tag in the catalog/ }),
      'kafka{Enter}',
    );

    expect(seen).toHaveBeenLastCalledWith({
      entityRefs: [],
      tags: ['kafka'],
      allDependents: true,
    });
    expect(
      screen.getByText(/Meant for what is tagged kafka, everything/),
    ).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('checkbox', { name: /Everything that depends/ }),
    );
    await userEvent.click(screen.getByRole('button', { name: /Remove/ }));
    expect(seen).toHaveBeenLastCalledWith(null);
  });
});
