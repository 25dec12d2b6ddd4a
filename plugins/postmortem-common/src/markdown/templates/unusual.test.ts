import { entries, lessons, read, titles } from '../__testUtils__/read';

describe('documents that follow nobody', () => {
  it('reads facts in a table without a header, and a table of who did what', () => {
    const result = read(`# [POSTMORTEM] Checkout latency - 2023-11-24

| | |
|---|---|
| Authors | Jane Doe, John Roe |
| Severity level | Sev-1 |
| Incident start | 10:32 AM EST |
| Incident end | 2:15 PM EST |

**TL;DR** Checkout was slow on Black Friday.

## Incident timeline (all times EST)

| Date | Time | Who | Event |
|------|------|-----|-------|
| Nov 24 | 10:32 AM | - | Latency rises |
| | 2:15 PM | @jane | Scaled up |

## Why did this happen?

Capacity.

## Lessons

**What went well:**
- paging worked

**What didn't go well:**
- dashboards were slow

**Lucky:**
- low traffic on mobile

## Action Items:

- [ ] [OPS-1](https://jira.example.com/OPS-1) Load test (@jane) — due 2024-09-01
- [x] **P0** Raise limits

## Supporting material

- Dashboard: https://grafana.example.com/d/1
- [Chat](https://chat.example.com/c/1)
- A napkin
`);
    expect(result.document).toMatchObject({
      severity: 'SEV1',
      incident: {
        startedAt: '2023-11-24T15:32:00.000Z',
        resolvedAt: '2023-11-24T19:15:00.000Z',
      },
      summary: '**TL;DR** Checkout was slow on Black Friday.',
      rootCause: { technical: 'Capacity.' },
      actionItems: [
        {
          title: 'OPS-1 Load test (@jane) — due 2024-09-01',
          trackerUrl: 'https://jira.example.com/OPS-1',
          dueAt: '2024-09-01T00:00:00.000Z',
        },
        { priority: 'P0', status: 'done' },
      ],
      links: [
        { title: 'Dashboard', url: 'https://grafana.example.com/d/1' },
        { title: 'Chat', url: 'https://chat.example.com/c/1' },
      ],
      notes: expect.stringContaining('A napkin'),
    });
    expect(entries(result)).toEqual([
      '2023-11-24T15:32 Latency rises',
      '2023-11-24T19:15 @jane — Scaled up',
    ]);
    expect(lessons(result)).toEqual([
      'went_well: paging worked',
      'went_wrong: dashboards were slow',
      'got_lucky: low traffic on mobile',
    ]);
  });

  it('reads a day with times on the lines below', () => {
    const result = read(`Incident Report: DNS failure
============================

Started: 2021-12-03 14:02:11 UTC
Resolved: 2021-12-03 15:40:00 UTC

Sequence of events
------------------
2021-12-03:
  14:02 UTC: first failures
  14:10 UTC: on-call paged

Preventive measures
-------------------
* Lint zone files (Owner: Netops, ETA: 2022-01-15)
`);
    expect(entries(result)).toEqual([
      '2021-12-03T14:02 first failures',
      '2021-12-03T14:10 on-call paged',
    ]);
    expect(result.document.actionItems).toMatchObject([
      { type: 'prevent', dueAt: '2022-01-15T00:00:00.000Z', ownerRef: null },
    ]);
  });

  it('takes the only zone that is stated for times without one', () => {
    const result = read(`# Kafka lag

- Severity: 2
- Started at: 2022-06-01 08:00 CEST

## Timeline

### 2022-06-01

**08:00** Lag alert
**08:20** Restart
`);
    expect(result.document).toMatchObject({
      severity: 'SEV2',
      incident: { startedAt: '2022-06-01T06:00:00.000Z' },
    });
    expect(entries(result)).toEqual([
      '2022-06-01T06:00 Lag alert',
      '2022-06-01T06:20 Restart',
    ]);
    expect(result.warnings).toContain(
      'Times without a zone are read as CEST, the only zone that the document states.',
    );
  });

  it('takes none of two zones', () => {
    const result = read(`# T

## Timeline

- 2022-06-01 08:00 CEST first
- 2022-06-01 07:00 UTC second
- 2022-06-01 08:00 third
`);
    expect(entries(result)[2]).toBe('2022-06-01T08:00 third');
    expect(result.warnings).toContain(
      'No time zone is stated: times are read as UTC.',
    );
  });

  it.each([
    ['Zusammenfassung', 'Auswirkungen', 'Zeitleiste', 'Maßnahmen', '10:00 Uhr'],
    ['Résumé', 'Impacts', 'Chronologie', 'Actions correctives', '10h00'],
    ['Resumen', 'Impacto', 'Cronología', 'Próximos pasos', '10:00'],
    ['Resumo', 'Impacto', 'Linha do tempo', 'Ações corretivas', '10:00'],
  ])(
    'reads templates in other languages: %s',
    (summary, impact, timeline, actions, clock) => {
      const result = read(`# Größe

## ${summary}

Déjà vu.

## ${impact}

Niño.

## ${timeline}

- 2024-05-01 ${clock}: Início

## ${actions}

- Ação
`);
      expect(result.document).toMatchObject({
        summary: 'Déjà vu.',
        impact: { description: 'Niño.' },
      });
      expect(entries(result)).toEqual(['2024-05-01T10:00 Início']);
      expect(titles(result)).toEqual(['Ação']);
    },
  );
});
