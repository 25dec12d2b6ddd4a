import { useApi } from '@backstage/core-plugin-api';
import { ButtonLink, Container, Flex, Text } from '@backstage/ui';
import { useRef } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';
import { usePostmortemLinks } from '../../links';
import { ListHeading } from '../FilteredList';
import { CreateActions } from '../shared';
import { Filters } from './Filters';
import { activeFilters, toRequest, total } from './listQuery';
import styles from './ListPage.module.css';
import { Results } from './Results';
import { useKeepPlace } from './useKeepPlace';
import { useListKeys } from './useListKeys';
import { useListQuery } from './useListQuery';

/** All postmortems that the reader may see, to search and filter. */
export function ListPage() {
  const api = useApi(postmortemApiRef);
  const list = useListQuery();
  const links = usePostmortemLinks();
  const {
    value: page,
    error,
    loading,
    retry,
  } = useAsyncRetry(
    () => api.listPostmortems(toRequest(list.query)),
    [api, list.query],
  );

  const results = useRef<HTMLElement>(null);
  const search = useRef<HTMLDivElement>(null);
  useListKeys(results, search);
  const startAtTop = useKeepPlace(results, page !== undefined && !loading);

  return (
    <Container>
      <Flex direction="column" gap="5">
        <ListHeading
          title="All postmortems"
          total={page && !loading && total(page)}
          isFiltered={activeFilters(list.query).length > 0}
          onClear={list.clear}
        >
          <Flex gap="2" style={{ flexWrap: 'wrap' }}>
            <ButtonLink href={links.actionItems()} variant="secondary">
              Action items
            </ButtonLink>
            <ButtonLink href={links.reports()} variant="secondary">
              Reports
            </ButtonLink>
            <CreateActions />
          </Flex>
        </ListHeading>
        <Filters list={list} searchRef={search} />
        <section
          ref={results}
          aria-label="Results"
          tabIndex={-1}
          className={styles.results}
        >
          <Results
            list={list}
            page={page}
            error={error}
            isLoading={loading}
            onRetry={retry}
            onTurn={startAtTop}
          />
        </section>
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={styles.keys}
        >
          <kbd>j</kbd> and <kbd>k</kbd> move from row to row, <kbd>Enter</kbd>{' '}
          opens one, <kbd>/</kbd> searches.
        </Text>
      </Flex>
    </Container>
  );
}
