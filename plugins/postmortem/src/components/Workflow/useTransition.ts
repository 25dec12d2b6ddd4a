import { useApi } from '@backstage/core-plugin-api';
import {
  missingPointsOf,
  type MissingPoint,
  type Postmortem,
  type TransitionInput,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { postmortemApiRef } from '../../api';
import { useAction, type FailedAction } from '../shared';
import type { Step } from './steps';

/** A step that the backend refused, and what stands in its way. */
export interface Refusal {
  step: Step;
  points: MissingPoint[];
}

/** Takes a postmortem from one status to another. */
export interface Transition {
  isRunning: boolean;
  failure?: FailedAction;
  refusal?: Refusal;
  /** The step back whose reason is being asked for. */
  stepBack?: Step;
  take: (step: Step, how?: Omit<TransitionInput, 'to'>) => void;
  askBack: (step: Step) => void;
  /** Gives up the step that was refused or begun. */
  cancel: () => void;
}

/** @param onChanged - is given the postmortem after a step was taken */
export function useTransition(
  { id, key }: Postmortem,
  onChanged: (postmortem: Postmortem) => void,
): Transition {
  const api = useApi(postmortemApiRef);
  const { run, ...action } = useAction();
  const [refusal, setRefusal] = useState<Refusal>();
  const [stepBack, setStepBack] = useState<Step>();
  const cancel = () => {
    setRefusal(undefined);
    setStepBack(undefined);
  };
  const take: Transition['take'] = (step, how = {}) =>
    run(`${key} ${step.failure}`, async () => {
      try {
        const changed = await api.transitionPostmortem(id, {
          to: step.to,
          ...how,
        });
        cancel();
        onChanged(changed);
      } catch (error) {
        const points = missingPointsOf(error);
        if (points.length === 0) {
          throw error;
        }
        setStepBack(undefined);
        setRefusal({ step, points });
      }
    });
  return { ...action, refusal, stepBack, take, askBack: setStepBack, cancel };
}
