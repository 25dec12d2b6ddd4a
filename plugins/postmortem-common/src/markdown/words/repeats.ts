import { missingWords } from './missingWords';
import { wordsOf } from './wordsOf';

/** Whether a stored form, such as that of a time, has all words of a text. */
export function repeats(stored: string, text: string): boolean {
  return missingWords(wordsOf(text), wordsOf(stored)).length === 0;
}
