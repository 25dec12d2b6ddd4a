import { Container, Text } from '@backstage/ui';

export function EntityTab() {
  return (
    <Container>
      <Text>EntityTab</Text>
    </Container>
  );
}
