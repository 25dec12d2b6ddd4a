import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Alert, Button, ButtonLink, Container, Text } from '@backstage/ui';
import { useState } from 'react';
import useTitle from 'react-use/esm/useTitle';
import { usePostmortemLinks } from '../../links';
import { PresentPeople } from '../../presence';
import { useNavigate } from '../../routing';
import { CommentsProvider } from '../Comments';
import { Contents } from './Contents';
import styles from './EditPage.module.css';
import { useEditor, useEditorState } from './EditorContext';
import { Guidance } from './Guidance';
import { Notices } from './Notices';
import { AboutPart } from './parts/AboutPart';
import { ActionItemsPart } from './parts/ActionItemsPart';
import { CommunicationPart } from './parts/CommunicationPart';
import { FollowUpPart } from './parts/FollowUpPart';
import { LessonsPart } from './parts/LessonsPart';
import { LinksPart } from './parts/LinksPart';
import { NotesPart } from './parts/NotesPart';
import { ResponsePart } from './parts/ResponsePart';
import { RootCausePart } from './parts/RootCausePart';
import { SummaryPart } from './parts/SummaryPart';
import { SaveState } from './SaveState';
import { useScrollToPart } from './useScrollToPart';

/** Ends the writing once everything is saved, or says what is not. */
function useDone(address: string) {
  const editor = useEditor();
  const navigate = useNavigate();
  const [isHeldUp, setIsHeldUp] = useState(false);
  const finish = async () => {
    await editor.flush();
    if (editor.isSaved()) {
      navigate(address);
    } else {
      setIsHeldUp(true);
    }
  };
  return { finish, isHeldUp, stay: () => setIsHeldUp(false) };
}

/** The whole document, every field of it in its place. */
export function Editor() {
  const links = usePostmortemLinks();
  const appTitle = useApi(configApiRef).getOptionalString('app.title');
  const id = useEditorState(({ server }) => server.id);
  const key = useEditorState(({ server }) => server.key);
  const title = useEditorState(({ content }) => content.title);
  const address = links.postmortem(key);
  const { finish, isHeldUp, stay } = useDone(address);
  useTitle([`Edit ${key} ${title}`, appTitle].filter(Boolean).join(' | '), {
    restoreOnUnmount: true,
  });
  useScrollToPart();

  return (
    <BreadcrumbEntry entry={{ label: key, href: address }}>
      <div className={styles.bar}>
        <Text
          as="h2"
          variant="title-small"
          weight="bold"
          className={styles.barTitle}
        >
          {key} {title}
        </Text>
        <PresentPeople />
        <SaveState />
        <Button onPress={finish}>Done</Button>
      </div>
      <Container py="5">
        <Notices />
        {isHeldUp && (
          <div className={styles.notices}>
            <Alert
              status="warning"
              icon
              role="alert"
              title="Some of it is not saved yet"
              description="It is kept in this browser, and is here when you come back."
              customActions={
                <>
                  <Button size="small" variant="secondary" onPress={stay}>
                    Stay
                  </Button>
                  <ButtonLink size="small" variant="tertiary" href={address}>
                    Leave all the same
                  </ButtonLink>
                </>
              }
            />
          </div>
        )}
        <Guidance>
          <CommentsProvider postmortemId={id}>
            <div className={styles.document}>
              <div className={styles.layout}>
                <Contents />
                <div>
                  <AboutPart />
                  <SummaryPart />
                  <ResponsePart />
                  <RootCausePart />
                  <LessonsPart />
                  <ActionItemsPart />
                  <FollowUpPart />
                  <CommunicationPart />
                  <LinksPart />
                  <NotesPart />
                </div>
              </div>
            </div>
          </CommentsProvider>
        </Guidance>
      </Container>
    </BreadcrumbEntry>
  );
}
