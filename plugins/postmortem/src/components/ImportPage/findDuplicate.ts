import type {
  ImportResult,
  PostmortemApi,
} from 'backstage-plugin-postmortem-common';

// So much of a title tells it from others; the backend takes 500 characters.
const SEARCHED_CHARACTERS = 200;

/**
 * The postmortem with the same title and the same beginning as a document
 * that an import has read, if there is one already.
 */
export async function findDuplicate(
  api: PostmortemApi,
  { document }: ImportResult,
): Promise<{ key: string } | null> {
  const startedAt = document.incident.startedAt;
  const { items } = await api.listPostmortems({
    // By code points: half of an emoji is no text.
    q: [...document.title].slice(0, SEARCHED_CHARACTERS).join('').trim(),
    limit: 100,
    ...(startedAt && { from: startedAt, orderBy: 'startedAt' }),
  });
  const same = items.find(
    ({ title, incident }) =>
      title === document.title && incident.startedAt === startedAt,
  );
  return same ? { key: same.key } : null;
}
