import { useApi } from '@backstage/core-plugin-api';
import type {
  LessonListEntry,
  LessonScope,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { postmortemApiRef } from '../../api';
import { type FailedAction, useAction } from '../shared';

const PAGE = 20;

interface Loaded {
  lessons: LessonListEntry[];
  /** The scopes that are not read to their end, the present one first. */
  scopes: readonly LessonScope[];
  /** Where the present scope goes on. */
  cursor?: string;
}

/**
 * All lessons of an entity, page by page.
 *
 * @param scopes - read one after the other; a lesson that comes in two of them
 * is shown once
 */
export function useMoreLessons(
  entityRef: string,
  scopes: readonly LessonScope[],
): {
  /** What was loaded; nothing until somebody asks for more. */
  lessons: LessonListEntry[] | undefined;
  /** Whether everything was loaded. */
  isComplete: boolean;
  loadMore: () => void;
  isLoading: boolean;
  failure?: FailedAction;
} {
  const api = useApi(postmortemApiRef);
  const [loaded, setLoaded] = useState<Loaded>();
  const { isRunning, failure, run } = useAction();

  const loadMore = () =>
    run('More lessons could not be loaded', async () => {
      const {
        lessons,
        scopes: rest,
        cursor,
      } = loaded ?? {
        lessons: [],
        scopes,
      };
      const [scope, ...others] = rest;
      const { items, pageInfo } = await api.listLessons({
        entityRef: [entityRef],
        scope,
        limit: PAGE,
        cursor,
      });
      const known = new Set(lessons.map(({ id }) => id));
      setLoaded({
        lessons: [...lessons, ...items.filter(({ id }) => !known.has(id))],
        scopes: pageInfo.nextCursor ? rest : others,
        cursor: pageInfo.nextCursor,
      });
    });

  return {
    lessons: loaded?.lessons,
    isComplete: loaded?.scopes.length === 0,
    loadMore,
    isLoading: isRunning,
    failure,
  };
}
