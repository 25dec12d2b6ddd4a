import { Alert, Button, Flex, Text, TextField } from '@backstage/ui';
import { Controller, type ControllerFieldState } from 'react-hook-form';
import { SERVICE_KINDS } from '../../entityKinds';
import { usePostmortemLinks, type Involved } from '../../links';
import { useNavigate } from '../../routing';
import { asSentence } from '../EditPage/asSentence';
import { ChoiceField } from '../EditPage/fields/ChoiceField';
import { EntityPicker } from '../EntityPicker';
import { MarkdownField } from '../MarkdownField';
import { explainError, useSeverities } from '../shared';
import { TimeField } from '../TimeField';
import { Owner } from './Owner';
import { useNewPostmortem } from './useNewPostmortem';

function errorOf({ error }: ControllerFieldState): string | undefined {
  return error?.message && asSentence(error.message);
}

/** Five questions; everything else can be written afterwards. */
export function NewForm({ involved }: { involved: Involved }) {
  const links = usePostmortemLinks();
  const navigate = useNavigate();
  const severities = useSeverities();
  const { form, create, failure } = useNewPostmortem(involved);
  const { control, handleSubmit, formState } = form;

  const submit = handleSubmit(async answers => {
    const key = await create(answers);
    if (key) {
      navigate(links.edit(key), { replace: true });
    }
  });

  return (
    <form onSubmit={submit} noValidate aria-label="New postmortem">
      <Flex direction="column" gap="5" style={{ maxWidth: '44rem' }}>
        <Text as="p" color="secondary">
          Five things are enough to begin. The rest can be written over the next
          days, by several people.
        </Text>
        {failure && (
          <Alert
            status="danger"
            icon
            role="alert"
            title="The postmortem was not created"
            description={`${explainError(
              failure,
            )} Your answers are kept in this browser.`}
          />
        )}
        <Controller
          name="title"
          control={control}
          render={({ field: { ref, ...field }, fieldState }) => (
            <TextField
              {...field}
              label="What happened?"
              description="A title that somebody will recognize in a year."
              placeholder="Checkout errors after cache failover"
              isRequired
              validationBehavior="aria"
              validate={() => errorOf(fieldState) ?? null}
            />
          )}
        />
        <div>
          <Controller
            name="entityRef"
            control={control}
            render={({ field, fieldState }) => (
              <EntityPicker
                label="Which component was the cause?"
                kinds={SERVICE_KINDS}
                value={field.value}
                onChange={field.onChange}
                errorMessage={errorOf(fieldState)}
              />
            )}
          />
          <Owner entityRef={form.watch('entityRef')} />
        </div>
        <Controller
          name="severity"
          control={control}
          render={({ field, fieldState }) => (
            <ChoiceField
              label="How severe was it?"
              names={Object.fromEntries(severities.map(name => [name, name]))}
              noneName="Not decided"
              value={field.value}
              onChange={field.onChange}
              errorMessage={errorOf(fieldState)}
            />
          )}
        />
        <Controller
          name="startedAt"
          control={control}
          render={({ field, fieldState }) => (
            <TimeField
              label="When did the impact begin?"
              description="Such as 14:05, yesterday 9pm or 2026-11-03 14:05 CET. A guess can be corrected later."
              value={field.value}
              onChange={field.onChange}
              errorMessage={errorOf(fieldState)}
            />
          )}
        />
        <Controller
          name="summary"
          control={control}
          render={({ field, fieldState }) => (
            <MarkdownField
              label="What did people notice?"
              rows={4}
              value={field.value}
              onChange={field.onChange}
              errorMessage={errorOf(fieldState)}
            />
          )}
        />
        <Flex gap="3">
          <Button type="submit" isPending={formState.isSubmitting}>
            Create and continue
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}
