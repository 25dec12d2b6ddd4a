import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { ReasonDialog } from '../shared';
import { RefusalDialog } from './RefusalDialog';
import type { Transition } from './useTransition';

/** What a change of status has to ask or to say. */
export function TransitionDialogs(props: {
  postmortem: Postmortem;
  transition: Transition;
}) {
  const { postmortem, transition } = props;
  const { refusal, stepBack } = transition;
  if (refusal) {
    return (
      <RefusalDialog
        postmortem={postmortem}
        refusal={refusal}
        transition={transition}
      />
    );
  }
  return stepBack ? (
    <ReasonDialog
      title={`${stepBack.name}: ${postmortem.key}`}
      label="Why it goes back"
      description="The reason stays in the history."
      confirm={stepBack.name}
      isRunning={transition.isRunning}
      failure={transition.failure}
      onConfirm={reason => transition.take(stepBack, { reason })}
      onClose={transition.cancel}
    />
  ) : null;
}
