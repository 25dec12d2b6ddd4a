import { mergeText } from './mergeText';

const text = (...lines: string[]) => lines.join('\n');

describe('mergeText', () => {
  it.each([
    {
      name: 'different paragraphs',
      base: text('One.', '', 'Two.', '', 'Three.'),
      mine: text('One!', '', 'Two.', '', 'Three.'),
      theirs: text('One.', '', 'Two.', '', 'Three?'),
      merged: text('One!', '', 'Two.', '', 'Three?'),
    },
    {
      name: 'the same change beside another',
      base: text('One.', '', 'Two.'),
      mine: text('One!', '', 'Two.'),
      theirs: text('One!', '', 'Two?'),
      merged: text('One!', '', 'Two?'),
    },
    {
      name: 'a paragraph added after one that is reworded',
      base: text('One.'),
      mine: text('One, reworded.'),
      theirs: text('One.', '', 'Two.'),
      merged: text('One, reworded.', '', 'Two.'),
    },
    {
      name: 'a paragraph added before one that is reworded',
      base: text('One.'),
      mine: text('Zero.', '', 'One.'),
      theirs: text('One, reworded.'),
      merged: text('Zero.', '', 'One, reworded.'),
    },
    {
      name: 'an item added after one that is reworded',
      base: text('- a', '- b'),
      mine: text('- a', '- b', '- c'),
      theirs: text('- a', '- b, reworded'),
      merged: text('- a', '- b, reworded', '- c'),
    },
    {
      name: 'neighboring items',
      base: text('1. a', '2. b'),
      mine: text('1. a, reworded', '2. b'),
      theirs: text('1. a', '2. b, reworded'),
      merged: text('1. a, reworded', '2. b, reworded'),
    },
    {
      name: 'lines that end in other ways',
      base: 'One.\r\n\r\nTwo.',
      mine: text('One.', '', 'Two!'),
      theirs: 'One?\r\n\r\nTwo.',
      merged: text('One?', '', 'Two!'),
    },
  ])('merges $name', ({ base, mine, theirs, merged }) => {
    expect(mergeText({ base, mine, theirs })).toEqual({ text: merged });
    expect(mergeText({ base, mine: theirs, theirs: mine })).toEqual({
      text: merged,
    });
  });

  it.each([
    {
      name: 'two versions of a line',
      base: text('One.'),
      mine: text('One!'),
      theirs: text('One?'),
    },
    {
      name: 'two paragraphs added at the same place',
      base: text('One.'),
      mine: text('One.', '', 'Mine.'),
      theirs: text('One.', '', 'Theirs.'),
    },
    {
      name: 'neighboring lines of one paragraph',
      base: text('One sentence', 'in two lines.'),
      mine: text('My sentence', 'in two lines.'),
      theirs: text('One sentence', 'in three lines.'),
    },
    {
      name: 'a continued paragraph and a reworded one',
      base: text('One.'),
      mine: text('One, reworded.'),
      theirs: text('One.', 'And more.'),
    },
    {
      name: 'a deleted paragraph that was reworded',
      base: text('One.', '', 'Two.'),
      mine: text('One.'),
      theirs: text('One.', '', 'Two!'),
    },
    {
      name: 'a paragraph that both moved, to different places',
      base: text('a', 'b', 'moved', 'c', 'd'),
      mine: text('moved', 'a', 'b', 'c', 'd'),
      theirs: text('a', 'b', 'c', 'd', 'moved'),
    },
    {
      name: 'an item added beside one that the other reworded and added to',
      base: text('- a'),
      mine: text('- a, reworded', '- b'),
      theirs: text('- a', '- c'),
    },
    {
      name: 'an item added after a deleted one',
      base: text('- a', '- b'),
      mine: text('- a'),
      theirs: text('- a', '- b', '- c'),
    },
  ])('leaves $name to a person', ({ base, mine, theirs }) => {
    expect(mergeText({ base, mine, theirs })).toEqual({ mine, theirs });
  });

  it('differs in the clash alone', () => {
    expect(
      mergeText({
        base: text('One.', '', 'Two.', '', 'Three.', '', 'Four.'),
        mine: text('One!', '', 'Two.', '', 'Three!', '', 'Four.'),
        theirs: text('One.', '', 'Two.', '', 'Three?', '', 'Four?'),
      }),
    ).toEqual({
      mine: text('One!', '', 'Two.', '', 'Three!', '', 'Four?'),
      theirs: text('One!', '', 'Two.', '', 'Three?', '', 'Four?'),
    });
  });

  it.each([
    { name: 'many lines', line: (n: number) => `Line ${n}`, lines: 6000 },
    { name: 'many equal lines', line: () => 'Again', lines: 1000 },
  ])('leaves $name to a person, for time', ({ line, lines }) => {
    const base = text(...Array.from({ length: lines }, (_, n) => line(n)));
    const mine = `Mine.\n\n${base}`;
    const theirs = `${base}\n\nTheirs.`;
    expect(mergeText({ base, mine, theirs })).toEqual({ mine, theirs });
  });

  it('merges a long text', () => {
    const paragraphs = Array.from({ length: 500 }, (_, n) => `Part ${n}.`);
    const base = paragraphs.join('\n\n');
    expect(
      mergeText({
        base,
        mine: base.replace('Part 0.', 'Start.'),
        theirs: base.replace('Part 499.', 'End.'),
      }),
    ).toEqual({
      text: ['Start.', ...paragraphs.slice(1, -1), 'End.'].join('\n\n'),
    });
  });
});
