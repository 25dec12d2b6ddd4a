import { Container, Text } from '@backstage/ui';

export function NewPage() {
  return (
    <Container>
      <Text>NewPage</Text>
    </Container>
  );
}
