import { Container, Text } from '@backstage/ui';

export function EditPage() {
  return (
    <Container>
      <Text>EditPage</Text>
    </Container>
  );
}
