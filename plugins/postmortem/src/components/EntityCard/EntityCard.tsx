import { Container, Text } from '@backstage/ui';

export function EntityCard() {
  return (
    <Container>
      <Text>EntityCard</Text>
    </Container>
  );
}
