import { Container, Text } from '@backstage/ui';

export function ImportPage() {
  return (
    <Container>
      <Text>ImportPage</Text>
    </Container>
  );
}
