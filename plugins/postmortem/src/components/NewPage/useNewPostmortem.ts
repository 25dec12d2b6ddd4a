import { useApi } from '@backstage/core-plugin-api';
import { zodResolver } from '@hookform/resolvers/zod';
import {
  fieldIssuesOf,
  postmortemInputSchema,
  type PostmortemInput,
} from 'backstage-plugin-postmortem-common';
import { useEffect, useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { postmortemApiRef } from '../../api';
import { browserStorage, NewDraftStore, type NewAnswers } from '../../drafts';
import type { Involved } from '../../links';

const FIELDS: Record<string, keyof NewAnswers> = {
  title: 'title',
  entities: 'entityRef',
  teams: 'entityRef',
  severity: 'severity',
  incident: 'startedAt',
  summary: 'summary',
};

function toInput(
  { title, entityRef, severity, startedAt, summary }: NewAnswers,
  { teamRef }: Involved,
): PostmortemInput {
  return {
    title,
    severity,
    summary,
    incident: { startedAt },
    entities: entityRef === null ? [] : [{ entityRef, role: 'cause' }],
    // Without a component there is nobody to find the owners of.
    ...(entityRef === null && teamRef ? { teams: [teamRef] } : {}),
  };
}

/** The form's own schema: the document's rules, at the form's five fields. */
function answersSchema(involved: Involved) {
  return z.custom<NewAnswers>().superRefine((answers, context) => {
    const parsed = postmortemInputSchema.safeParse(toInput(answers, involved));
    for (const { path, message } of parsed.error?.issues ?? []) {
      context.addIssue({
        code: 'custom',
        path: [FIELDS[String(path[0])]],
        message,
      });
    }
  });
}

/** The form of a new postmortem, kept in the browser until it is created. */
export function useNewPostmortem(involved: Involved) {
  const api = useApi(postmortemApiRef);
  const [store] = useState(() => new NewDraftStore(browserStorage()));
  const [failure, setFailure] = useState<Error>();
  const schema = useMemo(() => answersSchema(involved), [involved]);
  const form = useForm<NewAnswers>({
    resolver: zodResolver(schema as any),
    defaultValues: {
      title: '',
      severity: null,
      startedAt: null,
      summary: null,
      ...store.read(),
      entityRef: involved.entityRef ?? store.read()?.entityRef ?? null,
    },
  });
  const { setError, watch } = form;
  useEffect(() => {
    const { unsubscribe } = watch((_, { name }) => {
      if (name) {
        store.write(form.getValues());
      }
    });
    return unsubscribe;
  }, [watch, form, store]);

  /** @returns the key of the new postmortem; undefined when it was refused. */
  const create = async (answers: NewAnswers): Promise<string | undefined> => {
    setFailure(undefined);
    try {
      const { key } = await api.createPostmortem(toInput(answers, involved));
      store.clear();
      return key;
    } catch (error) {
      const issues = fieldIssuesOf(error);
      issues.forEach(({ path, message }) => {
        const field = FIELDS[path.split('.')[0]];
        if (field) {
          setError(field, { message });
        }
      });
      if (!issues.some(({ path }) => path.split('.')[0] in FIELDS)) {
        setFailure(error as Error);
      }
      return undefined;
    }
  };
  return { form, create, failure };
}
