import type {
  DocumentPart,
  PostmortemContent,
} from 'backstage-plugin-postmortem-common';
import type { Hint } from 'backstage-plugin-postmortem-common/hints';
import {
  createContext,
  useContext,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import useLocalStorage from 'react-use/esm/useLocalStorage';
import { useDismissals } from './useDismissals';
import { useHintList } from './useHintList';

/** A hint, and whether somebody said that it does not fit. */
export interface HintState {
  hint: Hint;
  isDismissed: boolean;
  /** Whether it was dismissed before, so that nobody needs to see it again. */
  isHidden: boolean;
}

interface Hints {
  states: readonly HintState[];
  isOn: boolean;
  setIsOn: (isOn: boolean) => void;
  showDismissed: () => void;
  /** Keeps with the server that a hint does not fit, or that it does. */
  setDismissed: (hintId: string, isDismissed: boolean) => Promise<void>;
  /** Puts a hint's rewording in the place of its quote. */
  use: (hint: Hint) => void;
}

const HintsContext = createContext<Hints>({
  states: [],
  isOn: false,
  setIsOn: () => {},
  showDismissed: () => {},
  setDismissed: async () => {},
  use: () => {},
});

/** Gives advice on a document to the fields below it. */
export function HintsProvider(props: {
  postmortemId: string;
  content: PostmortemContent;
  /** Sends to the server what it does not have yet. */
  save: () => Promise<void>;
  use: (hint: Hint) => void;
  children: ReactNode;
}) {
  const { postmortemId, content, save, use, children } = props;
  const [isOn = true, setIsOn] = useLocalStorage('postmortem.hints', true);
  const dismissals = useDismissals({ postmortemId, save });
  // What was dismissed long ago must not show up for a moment.
  const hints = useHintList(content, isOn && !dismissals.loading);
  const { isDismissed, wasDecidedHere, set } = dismissals;
  const [areDismissedShown, setDismissedShown] = useState(false);
  const value = useMemo(
    () => ({
      states: hints.map(hint => ({
        hint,
        isDismissed: isDismissed(hint.id),
        isHidden:
          isDismissed(hint.id) &&
          !wasDecidedHere(hint.id) &&
          !areDismissedShown,
      })),
      showDismissed: () => setDismissedShown(true),
      isOn,
      setIsOn,
      setDismissed: set,
      use,
    }),
    [
      hints,
      isDismissed,
      wasDecidedHere,
      areDismissedShown,
      isOn,
      setIsOn,
      set,
      use,
    ],
  );
  return (
    <HintsContext.Provider value={value}>{children}</HintsContext.Provider>
  );
}

export function useHints(): Hints {
  return useContext(HintsContext);
}

/**
 * The hints at a place of the document.
 *
 * @param isWithin - whether those within the place count, too
 */
export function useHintsAt(path: string, isWithin: boolean): HintState[] {
  const { states } = useHints();
  return useMemo(
    () =>
      states.filter(
        ({ hint, isHidden }) =>
          !isHidden &&
          (hint.path === path ||
            (isWithin && hint.path.startsWith(`${path}.`))),
      ),
    [states, path, isWithin],
  );
}

/** How many hints there are on a part, not counting those dismissed. */
export function useHintCount(part: DocumentPart): number {
  const { states } = useHints();
  return states.filter(
    ({ hint, isDismissed }) =>
      !isDismissed && (hint.part === 'title' ? 'about' : hint.part) === part,
  ).length;
}
