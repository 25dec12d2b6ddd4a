import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { postmortem } from '../../__testUtils__';
import { IncidentTimeline } from './IncidentTimeline';

const { incident, timeline } = postmortem();

function row(name: string): HTMLElement {
  return screen
    .getAllByRole('listitem')
    .find(item => within(item).queryByText(name))!;
}

describe('IncidentTimeline', () => {
  it('says in words when each step came, and how long after the impact began', async () => {
    render(<IncidentTimeline incident={incident} timeline={timeline} />);

    expect(row('Detected')).toHaveTextContent(/4 min12 Aug 2026, \d\d:24/);
    const duration = within(row('Resolved')).getByText('1 h 40 min');
    await userEvent.hover(duration);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'Time to resolve = resolved − impact began',
    );
  });

  it('says what is unknown', () => {
    render(
      <IncidentTimeline
        incident={{ ...incident, startedAt: null, mitigatedAt: null }}
        timeline={[]}
      />,
    );

    expect(row('Impact began')).toHaveTextContent('unknown');
    expect(row('Mitigated')).toHaveTextContent('Mitigatedunknown');
    expect(
      within(row('Resolved')).getByRole('button', { name: 'unknown' }),
    ).toHaveAttribute(
      'title',
      'Time to resolve = resolved − impact began, which is not known',
    );
    expect(screen.getByText('since the first known time')).toBeInTheDocument();
  });

  it('counts the entries beyond the axis instead of squeezing it', () => {
    render(
      <IncidentTimeline
        incident={incident}
        timeline={[
          { ...timeline[0], at: '2026-08-01T00:00:00.000Z' },
          ...timeline.slice(1),
        ]}
      />,
    );

    expect(row('Timeline entries')).toHaveTextContent('41 earlier');
  });

  it('says that nothing is known', () => {
    render(
      <IncidentTimeline
        incident={{
          startedAt: null,
          detectedAt: null,
          declaredAt: null,
          acknowledgedAt: null,
          mitigatedAt: null,
          resolvedAt: null,
          source: null,
        }}
        timeline={[]}
      />,
    );

    expect(
      screen.getByText('No time of the incident is known yet.'),
    ).toBeInTheDocument();
  });
});
