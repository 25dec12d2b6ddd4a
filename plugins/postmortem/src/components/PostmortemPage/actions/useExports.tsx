import { useApi } from '@backstage/core-plugin-api';
import {
  RiBracesLine,
  RiCalendarEventLine,
  RiMarkdownLine,
  RiShareForwardLine,
} from '@remixicon/react';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import type { ReactElement } from 'react';
import { postmortemApiRef } from '../../../api';
import type { useAction } from '../../shared';
import { saveFile } from './saveFile';

interface Export {
  name: string;
  icon: ReactElement;
  file: string;
  type: string;
  read: () => Promise<string>;
}

/** The files that can be made of a postmortem, and how to get one. */
export function useExports(
  postmortem: Postmortem,
  action: ReturnType<typeof useAction>,
): Array<{ name: string; icon: ReactElement; save: () => void }> {
  const { id, key, externalVersion, followUp } = postmortem;
  const api = useApi(postmortemApiRef);
  const exports: Array<Export | false> = [
    {
      name: 'Export as markdown',
      icon: <RiMarkdownLine />,
      file: `${key}.md`,
      type: 'text/markdown',
      read: () => api.exportPostmortem(id, 'markdown'),
    },
    {
      name: 'Export as JSON',
      icon: <RiBracesLine />,
      file: `${key}.json`,
      type: 'application/json',
      read: () => api.exportPostmortem(id, 'json'),
    },
    externalVersion !== null && {
      name: 'External version (markdown)',
      icon: <RiShareForwardLine />,
      file: `${key}-external.md`,
      type: 'text/markdown',
      read: () => api.exportExternalVersion(id, 'markdown'),
    },
    externalVersion !== null && {
      name: 'External version (HTML)',
      icon: <RiShareForwardLine />,
      file: `${key}-external.html`,
      type: 'text/html',
      read: () => api.exportExternalVersion(id, 'html'),
    },
    followUp.reviewAt !== null && {
      name: 'Review meeting (.ics)',
      icon: <RiCalendarEventLine />,
      file: `${key}-review.ics`,
      type: 'text/calendar',
      read: () => api.getReviewCalendar(id),
    },
  ];
  return exports
    .filter(item => item !== false)
    .map(({ name, icon, file, type, read }) => ({
      name,
      icon,
      save: () =>
        action.run(`${file} was not exported`, async () =>
          saveFile(file, type, await read()),
        ),
    }));
}
