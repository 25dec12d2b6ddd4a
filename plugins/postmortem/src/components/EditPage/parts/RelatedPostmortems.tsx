import { useApi } from '@backstage/core-plugin-api';
import { Combobox, Link } from '@backstage/ui';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import { postmortemApiRef } from '../../../api';
import { usePostmortemLinks } from '../../../links';
import { useEditorState } from '../EditorContext';
import { ChoiceField, FieldConflicts } from '../fields';
import { RowList, useRows } from '../rows';
import rowStyles from '../rows/RowList.module.css';
import { SubSection } from '../Section';

const RELATION_NAMES = {
  related: 'Related',
  repeat_of: 'It happened again',
};

const KEY = /^PM-\d+$/i;

function RelatedName({ id }: { id: string }) {
  const api = useApi(postmortemApiRef);
  const links = usePostmortemLinks();
  const { value, loading } = useAsync(() => api.getPostmortem(id), [api, id]);
  if (value) {
    return (
      <Link href={links.postmortem(value.key)} standalone>
        {value.key} {value.title}
      </Link>
    );
  }
  return <>{loading ? '…' : 'A postmortem that you cannot see'}</>;
}

/** Finds postmortems by key or by words. */
function PostmortemSearch(props: {
  exclude: string[];
  onSelect: (id: string) => void;
}) {
  const { exclude, onSelect } = props;
  const api = useApi(postmortemApiRef);
  const [input, setInput] = useState('');
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(input.trim()), 200, [input]);
  const { value, loading, error } = useAsync(async () => {
    if (term === '') {
      return [];
    }
    if (KEY.test(term)) {
      return [await api.getPostmortem(term.toLocaleUpperCase('en-US'))];
    }
    return (await api.listPostmortems({ q: term, limit: 10 })).items;
  }, [api, term]);

  return (
    <Combobox
      label="Add a postmortem"
      placeholder="PM-42, or words of its title"
      description={error && 'Nothing was found.'}
      options={(value ?? [])
        .filter(({ id }) => !exclude.includes(id))
        .map(({ id, key, title }) => ({ id, label: `${key} ${title}` }))}
      loading={{ state: loading ? 'filtering' : 'idle' }}
      search={{ mode: 'server', inputValue: input, onInputChange: setInput }}
      value={null}
      onChange={key => {
        if (key !== null) {
          onSelect(String(key));
          setInput('');
        }
      }}
    />
  );
}

/** Incidents of the past that have to do with this one. */
export function RelatedPostmortems() {
  const rows = useRows('related');
  const { change } = rows;
  const ownId = useEditorState(({ server }) => server.id);
  return (
    <SubSection id="part-related" title="Related postmortems">
      <RowList
        noun="postmortem"
        rows={rows}
        isOrdered={false}
        nameOf={() => ''}
        renderRow={({ postmortemId, relation }, index) => (
          <div className={rowStyles.inline}>
            <div className={rowStyles.name}>
              <RelatedName id={postmortemId} />
            </div>
            <div className={rowStyles.medium}>
              <ChoiceField
                label="How it is related"
                isLabelHidden
                names={RELATION_NAMES}
                value={relation}
                onChange={next => next && change(index, { relation: next })}
              />
            </div>
          </div>
        )}
      />
      <FieldConflicts path="related" />
      <PostmortemSearch
        exclude={[ownId, ...rows.rows.map(row => row.postmortemId)]}
        onSelect={postmortemId =>
          rows.add({ postmortemId, relation: 'related' })
        }
      />
    </SubSection>
  );
}
