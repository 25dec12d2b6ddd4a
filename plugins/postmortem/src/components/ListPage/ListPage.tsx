import { Container, Text } from '@backstage/ui';

export function ListPage() {
  return (
    <Container>
      <Text>ListPage</Text>
    </Container>
  );
}
