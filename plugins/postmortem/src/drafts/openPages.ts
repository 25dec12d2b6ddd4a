/** How long another window has to say that it is there. */
const ANSWER_MS = 150;

const CHANNEL = 'postmortem.pages';

type Message =
  | { kind: 'whoIsThere'; postmortemId: string }
  | { kind: 'here'; postmortemId: string; pageId: string };

function openChannel(): BroadcastChannel | undefined {
  return 'BroadcastChannel' in globalThis
    ? new BroadcastChannel(CHANNEL)
    : undefined;
}

/**
 * Answers other windows of this browser that ask who has a document open.
 *
 * @returns how to stop answering
 */
export function announcePage(postmortemId: string, pageId: string): () => void {
  const channel = openChannel();
  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'whoIsThere' && data.postmortemId === postmortemId) {
      channel.postMessage({
        kind: 'here',
        postmortemId,
        pageId,
      } satisfies Message);
    }
  });
  return () => channel?.close();
}

/** The pages of this browser that have a document open for writing. */
export async function findOpenPages(
  postmortemId: string,
): Promise<ReadonlySet<string>> {
  const channel = openChannel();
  const pages = new Set<string>();
  if (channel) {
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'here' && data.postmortemId === postmortemId) {
        pages.add(data.pageId);
      }
    });
    channel.postMessage({ kind: 'whoIsThere', postmortemId } satisfies Message);
    await new Promise(resolve => setTimeout(resolve, ANSWER_MS));
    channel.close();
  }
  return pages;
}
