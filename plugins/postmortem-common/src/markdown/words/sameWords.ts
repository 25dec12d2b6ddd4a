import { wordsOf } from './wordsOf';

/** Whether two texts have the same words in the same order. */
export function sameWords(one: string, other: string): boolean {
  return wordsOf(one).join(' ') === wordsOf(other).join(' ');
}
