import { entries, lessons, read, titles } from '../__testUtils__/read';

describe('the shapes of what companies publish', () => {
  it('reads an issue in the manner of GitLab', () => {
    const result = read(`## Current Status

Closed

## Summary

Merge requests answered with errors.

## Timeline

All times UTC.

2020-04-13

- 08:57 - Alert fires
- 09:05 - @ana declares the incident
- 23:50 - traffic is moved

2020-04-14

- 00:20 - confirmed as resolved

## 5 Whys

1. **Why** did requests fail? No memory.

## Corrective Actions

- [ ] Limit memory: https://gitlab.example.com/infra/-/issues/1
- [x] Add a dashboard
`);
    expect(result.document.title).toBe('Merge requests answered with errors');
    expect(result.document.notes).toContain('Closed');
    expect(entries(result)).toEqual([
      '2020-04-13T08:57 Alert fires',
      '2020-04-13T09:05 @ana declares the incident',
      '2020-04-13T23:50 traffic is moved',
      '2020-04-14T00:20 confirmed as resolved',
    ]);
    expect(result.document.actionItems).toMatchObject([
      {
        title: 'Limit memory',
        status: 'open',
        trackerUrl: 'https://gitlab.example.com/infra/-/issues/1',
      },
      { title: 'Add a dashboard', status: 'done' },
    ]);
  });

  it('reads a debrief that asks what was learned', () => {
    const result = read(`# Debrief: the night of the full disk

## What happened?

A disk was full.

## How did we learn about it?

A customer wrote.

## What did we learn?

We trusted the graph too much.

We did not know who owns the disk.

## What went right

- People were kind

## What are we doing about it?

1. Alert at 80 %
2. Name an owner
`);
    expect(result.document.summary).toBe('A disk was full.');
    expect(lessons(result)).toEqual([
      'to_improve: We trusted the graph too much.',
      'to_improve: We did not know who owns the disk.',
      'went_well: People were kind',
    ]);
    expect(titles(result)).toEqual(['Alert at 80 %', 'Name an owner']);
    expect(result.document.detection.description).toBe('A customer wrote.');
  });

  it('reads how many were affected and what noticed it, where that is exact', () => {
    const facts = (users: string, method: string) =>
      read(`# T\n\n- Users affected: ${users}\n- Detection method: ${method}\n`)
        .document;
    expect(facts('1,200', 'Monitoring')).toMatchObject({
      impact: { usersAffected: 1200 },
      detection: { method: 'monitoring' },
    });
    expect(facts('about 1,200', 'a tweet')).toMatchObject({
      impact: { usersAffected: null },
      detection: { method: null },
    });
  });
});
