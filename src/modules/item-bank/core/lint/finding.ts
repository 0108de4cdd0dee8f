/** An `error` keeps a version from being sent, a `warning` asks for a second look, a `note` is only said. */
export const SEVERITIES = ['error', 'warning', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What the machine sees in an item or a set. `place` is a field such as `stem`, `options.2`, `parts.1.stem`, or empty for the whole. */
export type Finding = {
  readonly code: string
  readonly severity: Severity
  readonly place: string
  readonly zh: string
  readonly en: string
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(finding => finding.severity === 'error')
}
