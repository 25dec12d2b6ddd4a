import { Settings } from 'luxon';
import { isInstant, parseDay, parseTime, splitTime } from './parseTime';

const now = new Date('2026-11-24T10:15:00Z');

beforeAll(() => {
  Settings.defaultZone = 'utc';
});

afterAll(() => {
  Settings.defaultZone = 'system';
});

it.each([
  ['14:05', '2026-11-24T14:05:00.000Z'],
  ['yesterday 9pm', '2026-11-23T21:00:00.000Z'],
  ['2026-11-03 14:05 CET', '2026-11-03T13:05:00.000Z'],
  ['2026-11-03 14:05 +02:00', '2026-11-03T12:05:00.000Z'],
  ['2026-11-03T14:05:00Z', '2026-11-03T14:05:00.000Z'],
  ['3 Nov 14:05', '2026-11-03T14:05:00.000Z'],
  ['2 hours ago', '2026-11-24T08:15:00.000Z'],
])('reads %s', (text, at) => {
  expect(parseTime(text, { now })).toBe(at);
});

it.each(['banana', '2026-11-03', '14:05 and more', '9', ''])(
  'does not guess at %p',
  text => {
    expect(parseTime(text, { now })).toBeUndefined();
  },
);

it('takes a time alone to lie on the day of the incident, or after its midnight', () => {
  const near = '2026-08-12T23:50:00.000Z';
  expect(parseTime('23:55', { near, now })).toBe('2026-08-12T23:55:00.000Z');
  expect(parseTime('00:20', { near, now })).toBe('2026-08-13T00:20:00.000Z');
  expect(parseTime('12 Aug 22:00', { near, now })).toBe(
    '2026-08-12T22:00:00.000Z',
  );
  expect(parseTime('yesterday 9pm', { near, now })).toBe(
    '2026-11-23T21:00:00.000Z',
  );
});

it('reads days as whole days', () => {
  expect(parseDay('2026-12-03', now)).toBe('2026-12-03T00:00:00.000Z');
  expect(parseDay('3 Dec', now)).toBe('2026-12-03T00:00:00.000Z');
  expect(parseDay('some day', now)).toBeUndefined();
});

it('splits a timeline entry', () => {
  const near = '2026-08-12T07:20:00.000Z';
  expect(splitTime('07:24 – the alert fires', { near })).toEqual({
    at: '2026-08-12T07:24:00.000Z',
    text: 'the alert fires',
  });
  expect(splitTime('the alert fires at 07:24', { near })).toEqual({
    at: null,
    text: 'the alert fires at 07:24',
  });
});

it('tells an instant from what somebody typed', () => {
  expect(isInstant('2026-11-24T10:15:00.000Z')).toBe(true);
  expect(isInstant('2026-11-24')).toBe(false);
  expect(isInstant('soon')).toBe(false);
});
