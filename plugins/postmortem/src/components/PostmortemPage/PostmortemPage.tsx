import { Container, Text } from '@backstage/ui';

export function PostmortemPage() {
  return (
    <Container>
      <Text>PostmortemPage</Text>
    </Container>
  );
}
