import { Container } from '@backstage/ui';
import { ReportView } from './ReportView';

/** What many incidents tell together. */
export function ReportsPage() {
  return (
    <Container>
      <ReportView title="Reports" />
    </Container>
  );
}
