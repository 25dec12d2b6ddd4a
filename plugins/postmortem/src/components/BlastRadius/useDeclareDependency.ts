import { useApi } from '@backstage/core-plugin-api';
import {
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { useApiHolder } from '@backstage/core-plugin-api';
import {
  type ActionItem,
  type Postmortem,
  type PostmortemApi,
  StaleVersionError,
} from 'backstage-plugin-postmortem-common';
import { v4 as uuid } from 'uuid';
import { postmortemApiRef } from '../../api';

const ATTEMPTS = 3;

/** Adds an action item to a postmortem, whatever others write meanwhile. */
async function addActionItem(
  api: PostmortemApi,
  postmortem: Postmortem,
  item: { id: string } & Pick<ActionItem, 'title' | 'type' | 'entityRef'>,
): Promise<Postmortem> {
  let { version, actionItems } = postmortem;
  for (let attempt = 1; ; attempt++) {
    try {
      return await api.patchPostmortem(postmortem.id, version, {
        actionItems: [...actionItems, item],
      });
    } catch (error) {
      if (!(error instanceof StaleVersionError) || attempt === ATTEMPTS) {
        throw error;
      }
      ({ version, actionItems } = error.current);
    }
  }
}

/** The action item that mends the catalog where a dependency is missing. */
export function useDeclareDependency(postmortem: Postmortem): {
  /** The item for an affected entity, where there is one already. */
  itemFor: (entityRef: string) => ActionItem | undefined;
  /** Adds the item, and gives the postmortem that has it. */
  declare: (entityRef: string, causeRef: string) => Promise<Postmortem>;
} {
  const api = useApi(postmortemApiRef);
  const presentationApi = useApiHolder().get(entityPresentationApiRef);
  const nameOf = (ref: string) =>
    entityPresentationSnapshot(ref, undefined, presentationApi).primaryTitle;
  const titleFor = (entityRef: string) =>
    `Declare in the catalog that ${nameOf(entityRef)} depends on `;
  return {
    itemFor: entityRef =>
      postmortem.actionItems.find(
        item =>
          item.entityRef === entityRef &&
          item.title.startsWith(titleFor(entityRef)),
      ),
    declare: (entityRef, causeRef) =>
      addActionItem(api, postmortem, {
        id: uuid(),
        title: `${titleFor(entityRef)}${nameOf(causeRef)}`,
        type: 'repair',
        entityRef,
      }),
  };
}
