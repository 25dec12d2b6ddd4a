import { entries, lessons, read, titles } from '../__testUtils__/read';

describe('the shapes of public templates', () => {
  it('reads the sections of the SRE book, with tables', () => {
    const result = read(`# Shakespeare Sonnet++ Postmortem (incident #465)

**Date:** 2015-10-21

**Authors:** jennifer, martym, agoogler

**Status:** Complete, action items in progress

**Summary:** Search was down for 66 minutes during a period of very high interest.

**Impact:** Estimated 1.21B queries lost, no revenue impact.

**Root Causes:** Cascading failure due to combination of high load and a resource leak.

**Trigger:** Latent bug triggered by sudden increase in traffic.

**Resolution:** Directed traffic to sacrificial cluster and added 10x capacity.

**Detection:** Borgmon detected high level of HTTP 500s and paged on-call.

**Action Items:**

| Action Item | Type | Owner | Bug |
| --- | --- | --- | --- |
| Update playbook with instructions for responding to cascading failure | mitigate | jennifer | https://bugs.example.com/1011234 |
| Schedule cascading failure test during next DiRT | process | docbrown | n/a |

## Lessons Learned

### What went well

* Monitoring quickly alerted us to high rate of HTTP 500s

### What went wrong

* We are out of practice in responding to cascading failure
* We exceeded our availability error budget

### Where we got lucky

* Mailing list of enthusiasts had a copy of the new sonnet

## Timeline

2015-10-21 (*all times UTC*)

* 14:51 News reports that a new sonnet was discovered
* 14:54 OUTAGE BEGINS — Backends start melting down under load
* 15:36 **OUTAGE MITIGATED**, updated serving
`);
    expect(result.document).toMatchObject({
      title: 'Shakespeare Sonnet++ Postmortem (incident #465)',
      summary:
        'Search was down for 66 minutes during a period of very high interest.',
      impact: {
        description: 'Estimated 1.21B queries lost, no revenue impact.',
      },
      rootCause: {
        technical:
          'Cascading failure due to combination of high load and a resource leak.',
        trigger: {
          description: 'Latent bug triggered by sudden increase in traffic.',
        },
      },
    });
    expect(result.document.actionItems[0]).toMatchObject({
      type: 'mitigate',
      trackerUrl: 'https://bugs.example.com/1011234',
      description: expect.stringContaining('jennifer'),
    });
    expect(titles(result)).toHaveLength(2);
    expect(lessons(result)).toEqual([
      'went_well: Monitoring quickly alerted us to high rate of HTTP 500s',
      'went_wrong: We are out of practice in responding to cascading failure',
      'went_wrong: We exceeded our availability error budget',
      'got_lucky: Mailing list of enthusiasts had a copy of the new sonnet',
    ]);
    expect(entries(result)).toEqual([
      '2015-10-21T14:51 News reports that a new sonnet was discovered',
      '2015-10-21T14:54 OUTAGE BEGINS — Backends start melting down under load',
      '2015-10-21T15:36 **OUTAGE MITIGATED**, updated serving',
    ]);
    expect(result.parts).toEqual([
      'summary',
      'impact',
      'detection',
      'resolution',
      'rootCause',
      'lessons',
      'actionItems',
      'timeline',
    ]);
  });

  it('reads the template of PagerDuty, with its questions left in', () => {
    const result = read(`# Webhooks delayed

> Post-mortem owner: @rich. Follow the process at https://example.com/process

## Overview

Webhooks were late for one hour.

## What Happened

The queue's consumers ran out of connections.

## Contributing Factors

* A pool of 20 connections
* No alert on the queue's age

## Resolution

We raised the pool's size.

## Impact

| Key | Value |
| --- | --- |
| Time in SEV-2 | 49 mins |
| Customers affected | 12% |

## Responders

* Rich
* Ana

## Timeline

| Time (UTC) | Event |
| --- | --- |
| 2024-03-01 10:00 | Alert [INCIDENT](https://pd.example.com/i/1) opened |
| 2024-03-01 10:49 | Resolved |

## How'd We Do?

### What Went Well?

* Quick page

### What Didn't Go So Well?

* No runbook

## Action Items

* Alert on the queue's age ([OPS-12](https://jira.example.com/OPS-12))

## Messaging

### Internal Email

Webhooks are late.
`);
    expect(result.document.summary).toContain('Webhooks were late');
    expect(result.document.rootCause.contributingFactors).toHaveLength(2);
    expect(entries(result)).toEqual([
      '2024-03-01T10:00 Alert [INCIDENT](https://pd.example.com/i/1) opened',
      '2024-03-01T10:49 Resolved',
    ]);
    expect(lessons(result)).toEqual([
      'went_well: Quick page',
      'went_wrong: No runbook',
    ]);
    expect(result.document.actionItems).toMatchObject([
      {
        title: "Alert on the queue's age",
        trackerUrl: 'https://jira.example.com/OPS-12',
      },
    ]);
    expect(result.document.communications).toMatchObject([
      { audience: 'internal', text: 'Webhooks are late.' },
    ]);
  });

  it('reads the template of Atlassian', () => {
    const result = read(`# Incident postmortem: images missing

| Severity | SEV2 |
| --- | --- |
| Incident start | 2021-05-04 09:12 UTC |
| Incident end | 2021-05-04 11:40 UTC |
| Owner | M. Jones |

## Leadup

At 09:00 a change was deployed to the image service.

## Fault

The change asked for a bucket that does not exist.

## Impact

Images were missing for 149 minutes.

## Detection

Support saw three tickets.

## Response

The on-call engineer joined at 09:30.

## Recovery

A rollback at 11:40.

## Five whys

1. Why were images missing? The bucket was wrong.
2. Why was it wrong? A typo.

## Blameless root cause

No check of bucket names.

## Backlog check

Nothing was planned.

## Recurrence

None.

## Lessons learned

- Roll back first

## Corrective actions

| Action | Owner | Due date | Status |
| --- | --- | --- | --- |
| Check bucket names in CI | group:default/images | 2021-06-01 | Done |
`);
    expect(result.document).toMatchObject({
      severity: 'SEV2',
      incident: {
        startedAt: '2021-05-04T09:12:00.000Z',
        resolvedAt: '2021-05-04T11:40:00.000Z',
      },
      detection: { description: 'Support saw three tickets.' },
      response: { description: 'The on-call engineer joined at 09:30.' },
      resolution: { description: 'A rollback at 11:40.' },
    });
    expect(result.document.rootCause.technical).toContain('A typo.');
    expect(result.document.rootCause.technical).toContain(
      'No check of bucket names.',
    );
    expect(result.document.actionItems).toMatchObject([
      {
        title: 'Check bucket names in CI',
        ownerRef: 'group:default/images',
        dueAt: '2021-06-01T00:00:00.000Z',
        status: 'done',
        description: null,
      },
    ]);
    expect(result.document.notes).toContain('Nothing was planned.');
  });
});
