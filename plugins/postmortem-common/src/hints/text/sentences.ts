import type { Sentence as SentenceNode } from 'nlcst';
import { toString } from 'nlcst-to-string';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { proseBlocks } from './proseBlocks';

export interface Word {
  /** In lower case, with straight apostrophes. */
  text: string;
  /** As it is written. */
  written: string;
  start: number;
  end: number;
  /** Whether nothing but white space is between it and the word before. */
  joined: boolean;
}

export interface Sentence {
  words: Word[];
  /** The sentence, with what is not prose covered. */
  text: string;
  /** Where the sentence begins in the field. */
  start: number;
}

const english = unified().use(retextEnglish).freeze();

function wordsOf(sentence: SentenceNode, blockStart: number): Word[] {
  const words: Word[] = [];
  let joined = false;
  for (const node of sentence.children) {
    if (node.type === 'WordNode') {
      const written = toString(node);
      const start = blockStart + node.position!.start.offset!;
      words.push({
        text: written.replace(/’/g, "'").toLowerCase(),
        written,
        start,
        end: start + written.length,
        joined,
      });
      joined = true;
    } else if (node.type !== 'WhiteSpaceNode') {
      joined = false;
    }
  }
  return words;
}

/** The sentences of a markdown text, with places that are exact in it. */
export function sentencesOf(markdown: string): Sentence[] {
  return proseBlocks(markdown).flatMap(block =>
    english
      .parse(block.text)
      .children.flatMap(node =>
        node.type === 'ParagraphNode' ? node.children : [],
      )
      .flatMap(node =>
        node.type === 'SentenceNode'
          ? [
              {
                words: wordsOf(node, block.start),
                text: toString(node),
                start: block.start + node.position!.start.offset!,
              },
            ]
          : [],
      ),
  );
}
