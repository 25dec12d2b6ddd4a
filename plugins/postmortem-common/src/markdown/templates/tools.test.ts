import { entries, lessons, read, titles } from '../__testUtils__/read';

describe('what incident tools and wikis export', () => {
  it('reads a document of incident.io', () => {
    const result = read(`# INC-204: Login page loads slowly

### Key Information

- **Severity:** Minor
- **Reported at:** 2023-09-12 08:10 UTC
- **Incident resolved:** 2023-09-12 10:40 UTC

### Summary

**Problem:** Login took 20 seconds.

### Timeline

- **08:10, 12 Sep 2023** – Incident reported by Ana
- **08:20, 12 Sep 2023** – Status changed from Triage to Investigating

### Contributors

A cache was cold.

### Mitigators

Somebody was awake.

### Follow-ups

| Title | Owner | Status |
|:--|:--|:--|
| Warm the cache | Ana | Outstanding |
`);
    expect(result.document).toMatchObject({
      title: 'INC-204: Login page loads slowly',
      severity: 'SEV3',
      incident: { resolvedAt: '2023-09-12T10:40:00.000Z' },
    });
    expect(entries(result)).toEqual([
      '2023-09-12T08:10 Incident reported by Ana',
      '2023-09-12T08:20 Status changed from Triage to Investigating',
    ]);
    expect(result.document.actionItems).toMatchObject([
      {
        title: 'Warm the cache',
        ownerRef: null,
        description: 'Owner: Ana\n\nStatus: Outstanding',
      },
    ]);
  });

  it('reads a document of Rootly, whose facts are a table', () => {
    const result = read(`# Payments fail

| Field | Value |
|---|---|
| Severity | SEV1 |
| Started At | March 3, 2025 at 4:05 PM UTC |
| Detected At | March 3, 2025 at 4:11 PM UTC |
| Mitigated At | March 3, 2025 at 4:50 PM UTC |
| Resolved At | March 3, 2025 at 5:30 PM UTC |

## Causes

A certificate ran out.

## Action Items

| Summary | Priority | Status |
|---|---|---|
| Watch certificates | P1 | in_progress |
`);
    expect(result.document).toMatchObject({
      severity: 'SEV1',
      incident: {
        startedAt: '2025-03-03T16:05:00.000Z',
        detectedAt: '2025-03-03T16:11:00.000Z',
        mitigatedAt: '2025-03-03T16:50:00.000Z',
        resolvedAt: '2025-03-03T17:30:00.000Z',
      },
    });
    expect(result.document.actionItems).toMatchObject([
      { title: 'Watch certificates', priority: 'P1', status: 'in_progress' },
    ]);
  });

  it('reads a retrospective of FireHydrant', () => {
    const result = read(`# Retrospective - Cart is empty

**Severity**: SEV3
**Started**: 2022-05-05T10:00:00Z
**Acknowledged**: 2022-05-05T10:04:00Z
**Resolved**: 2022-05-05T11:00:00Z

## Description

The cart was empty after login.

## Customer Impact

About 300 people saw an empty cart.

## Contributing Factors

### Technical

- A session key changed

### Process

- No review of session keys

## Lessons Learned

### What went well

1. The flag could be switched off

### Where did we get lucky?

1. It was night
`);
    expect(result.document).toMatchObject({
      severity: 'SEV3',
      incident: {
        startedAt: '2022-05-05T10:00:00.000Z',
        acknowledgedAt: '2022-05-05T10:04:00.000Z',
        resolvedAt: '2022-05-05T11:00:00.000Z',
      },
      rootCause: {
        contributingFactors: [
          { kind: 'technical', description: 'A session key changed' },
          { kind: 'process', description: 'No review of session keys' },
        ],
      },
    });
    expect(lessons(result)).toEqual([
      'went_well: The flag could be switched off',
      'got_lucky: It was night',
    ]);
  });

  it('reads a narrative review, and leaves its questions in the notes', () => {
    const result = read(`# How the deploy queue stopped

## Executive summary

Deploys waited for six hours.

## Background

The queue has one worker.

## Narrative description

At first nobody noticed.

## Themes

One person knew the worker.

## Recommendations

- Teach a second person

## Questions for the review

Why one worker?
`);
    expect(result.document.summary).toContain('Deploys waited for six hours.');
    expect(result.document.summary).toContain('The queue has one worker.');
    expect(titles(result)).toEqual(['Teach a second person']);
    expect(result.document.notes).toContain('One person knew the worker.');
    expect(result.document.notes).toContain('Why one worker?');
  });

  it('reads an export of Confluence, with its HTML and its macros', () => {
    const result = read(`<!-- exported 2024 -->

# 2024-02-02 \\- Order events late

<table><tr><td>Owner</td><td>Bo</td></tr></table>

| **Incident summary** | Order events were late. |
| --- | --- |
| **Severity** | SEV\\-2 |
| **Start time** | 02 Feb 2024 11:00 CET |
| **End time** | 02 Feb 2024 12:30 CET |

## 🔍 Root cause

A partition had no leader\\. See [the runbook](https://wiki.example.com/x\\_y "Runbook").

## ⏱ Timeline

| Time | Description
| --- | ---
| 11:00 | Leader lost
| 12:30 | Leader elected

## ✅ Action items

- [ ] @bo to add a replica
- [x] Write this page
`);
    expect(result.document).toMatchObject({
      severity: 'SEV2',
      incident: {
        startedAt: '2024-02-02T10:00:00.000Z',
        resolvedAt: '2024-02-02T11:30:00.000Z',
      },
    });
    expect(entries(result)).toHaveLength(2);
    expect(result.document.actionItems).toMatchObject([
      { title: '@bo to add a replica', status: 'open' },
      { title: 'Write this page', status: 'done' },
    ]);
    expect(result.document.notes).toContain('<td>Bo</td>');
  });

  it('reads an export of Notion, whose properties are lines', () => {
    const result = read(`# Search is stale

Severity: SEV3
Date: July 9, 2024
Status: Done

# Summary

Search showed yesterday.

# Timeline (CEST)

- 9:00 AM Index job fails
- 11:30 AM Job restarted

# Action items

- Alert when the index is old
    - Owner: group:default/search
    - Due: 2024-08-01
`);
    expect(result.document.severity).toBe('SEV3');
    expect(entries(result)).toEqual([
      '2024-07-09T07:00 Index job fails',
      '2024-07-09T09:30 Job restarted',
    ]);
    expect(result.document.actionItems).toMatchObject([
      {
        ownerRef: 'group:default/search',
        dueAt: '2024-08-01T00:00:00.000Z',
      },
    ]);
  });

  it('reads what a form of issues makes', () => {
    const result = read(`### Title

Backups did not run

### Severity

SEV 3

### Start of impact

2023-01-05 02:00 UTC

### End of impact

_No response_

### What happened?

The disk was read-only.

### Action items

- Remount at boot
`);
    expect(result.document).toMatchObject({
      severity: 'SEV3',
      incident: { startedAt: '2023-01-05T02:00:00.000Z', resolvedAt: null },
      summary: 'The disk was read-only.',
    });
  });
});
