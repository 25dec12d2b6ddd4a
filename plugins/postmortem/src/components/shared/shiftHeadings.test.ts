import { shiftHeadings } from './shiftHeadings';

describe('shiftHeadings', () => {
  it('moves the topmost heading to the level, and the others with it', () => {
    expect(shiftHeadings('# One\n\ntext\n\n## Two ##\n', 4)).toBe(
      '#### One\n\ntext\n\n##### Two\n',
    );
    expect(shiftHeadings('### Three\n\n#### *Four*', 4)).toBe(
      '#### Three\n\n##### *Four*',
    );
  });

  it('goes down to the sixth level', () => {
    expect(shiftHeadings('# One\n## Two\n### Three', 5)).toBe(
      '##### One\n###### Two\n###### Three',
    );
  });

  it('knows underlined headings, also those of several lines', () => {
    expect(shiftHeadings('One\nmore\n===\n\nTwo\n---', 4)).toBe(
      '#### One more\n\n##### Two',
    );
    expect(shiftHeadings('> One\n> more\n> ===\n>\n> text', 4)).toBe(
      '> #### One more\n>\n> text',
    );
  });

  it('knows headings in HTML', () => {
    expect(shiftHeadings('<h2>One</h2>\n\n### Two', 4)).toBe(
      '<h4>One</h4>\n\n##### Two',
    );
  });

  it('leaves everything else as it is', () => {
    const code = '```sh\n# no heading\n```\n\n#hashtag\n\n- item\n\n---\n';
    expect(shiftHeadings(code, 5)).toBe(code);
    expect(shiftHeadings('##### Deep', 4)).toBe('##### Deep');
    expect(shiftHeadings('#', 4)).toBe('#### ');
  });
});
