import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';

function textOf(cell: Element): string {
  return (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/**
 * The table that was copied from a page or a spreadsheet, as markdown.
 *
 * @returns undefined when it is no table, or more than one table alone
 */
export function tableFromHtml(html: string): string | undefined {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  body.querySelectorAll('style, script').forEach(element => element.remove());
  const [table, ...others] = body.querySelectorAll('table');
  if (!table || others.length > 0) {
    return undefined;
  }
  const rows = [...table.querySelectorAll('tr')];
  const isTableAlone = textOf(body) === textOf(table);
  if (!isTableAlone || rows.length === 0) {
    return undefined;
  }
  return toMarkdown(
    {
      type: 'table',
      children: rows.map(row => ({
        type: 'tableRow',
        children: [...row.querySelectorAll('th, td')].map(cell => ({
          type: 'tableCell',
          children: [{ type: 'text', value: textOf(cell) }],
        })),
      })),
    },
    { extensions: [gfmTableToMarkdown()] },
  );
}
