import type { Conflict } from 'backstage-plugin-postmortem-common';
import { formatExact } from '../shared/time';
import { isInstant } from '../TimeField';

const HIDDEN_FIELDS = new Set(['id', 'postmortemId']);

function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') {
    return '';
  }
  if (typeof value === 'string') {
    return isInstant(value) ? formatExact(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map(valueInWords).filter(Boolean).join('\n');
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([name]) => !HIDDEN_FIELDS.has(name))
      .map(([, field]) => valueInWords(field))
      .filter(Boolean)
      .join(' · ');
  }
  return String(value);
}

/** One side of a conflict as text. */
export function inWords(conflict: Conflict, side: 'mine' | 'theirs'): string {
  const words = valueInWords(conflict[side]);
  if (words !== '') {
    return words;
  }
  return conflict.kind === 'row' ? '(deleted)' : '(nothing)';
}
