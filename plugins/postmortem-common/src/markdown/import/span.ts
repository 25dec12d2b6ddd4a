import type { ImportContext } from './context';
import { leadingMoment, wholeMoment } from './dates';
import type { Moment } from './moment';

/** A sentence about the incident as a whole, not one of its steps. */
const ABOUT_IMPACT =
  /\b(?:outages?|incident|downtime|down|unavailab\w*|disrupt\w*|degrad\w*|offline|unreachable)\b/i;

const SPAN =
  /\b(?:from|between)\s+(\S.{2,45}?),?\s+(?:to|until|till|and)\s+(?=\S)/gi;

type Span = { from: Moment; to: Moment };

/** `from 15:30 to 18:10 UTC`, and the day that the sentence begins with. */
function spansOf(sentence: string): Span[] {
  return [...sentence.matchAll(SPAN)].flatMap(match => {
    const from = wholeMoment(match[1]);
    const to = leadingMoment(sentence.slice(match.index + match[0].length));
    return from?.time && to?.time ? [{ from, to }] : [];
  });
}

function dayOf(sentence: string): Moment['date'] {
  return leadingMoment(sentence.replace(/^(?:on|at)\s+/i, ''))?.date ?? null;
}

/**
 * Takes the times of the incident from its summary, where exactly one of the
 * first sentences says from when to when it lasted.
 */
export function readSpan(ctx: ImportContext) {
  const { startedAt, resolvedAt } = ctx.times;
  const [first = ''] = (ctx.text('summary') ?? '').split(/\n\s*\n/);
  if (startedAt || resolvedAt || first.length > 2000) {
    return;
  }
  const found = first
    .split(/(?<=[.!?])\s+/)
    .filter(sentence => ABOUT_IMPACT.test(sentence))
    .flatMap(sentence =>
      spansOf(sentence).map(span => ({ ...span, sentence })),
    );
  if (found.length !== 1) {
    return;
  }
  const [{ from, to, sentence }] = found;
  const begin = ctx.resolve(
    {
      ...from,
      date: from.date ?? dayOf(sentence),
      zone: from.zone ?? to.zone,
    },
    ctx.zone,
  );
  const end = ctx.resolve(to, ctx.zone ?? from.zone, begin.day);
  if (!begin.iso || !end.iso || end.iso < begin.iso) {
    ctx.warn(
      `The times in "${sentence.slice(0, 80)}" are not taken: ${
        begin.problem ?? end.problem ?? 'the end is before the beginning'
      }.`,
    );
    return;
  }
  ctx.setTime('startedAt', begin.iso, sentence, 'told');
  ctx.setTime('resolvedAt', end.iso, sentence, 'told');
  ctx.warn(
    `The beginning and the end are taken from "${sentence.slice(0, 80)}".`,
  );
}
