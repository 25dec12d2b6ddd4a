import { read } from '../__testUtils__/read';

const severityOf = (text: string, severities?: string[]) =>
  read(`# T\n\n**Severity:** ${text}\n`, severities ? { severities } : {});

describe('severity', () => {
  it.each([
    ['SEV2', 'SEV2'],
    ['sev-2', 'SEV2'],
    ['P1', 'SEV1'],
    ['2', 'SEV2'],
    ['Critical', 'SEV1'],
    ['SEV1 (critical)', 'SEV1'],
    ['Sev 3 - minor', 'SEV3'],
    ['SEV7', null],
    ['quite bad', null],
  ])('reads %s as %s', (text, severity) => {
    const { document, warnings } = severityOf(text);
    expect(document.severity).toBe(severity);
    expect(document.notes).toContain(text);
    expect(warnings.some(warning => warning.includes(text))).toBe(
      severity !== text,
    );
  });

  it('knows the names that a portal configures', () => {
    expect(
      severityOf('major', ['Blocker', 'Major', 'Minor']).document.severity,
    ).toBe('Major');
  });
});
