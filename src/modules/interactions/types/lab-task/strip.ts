import type { LabTaskContent, LabTaskPublic } from './type.ts'

/** Field by field: what is not named here does not leave the server. */
export function strip(content: LabTaskContent): LabTaskPublic {
  const { brief, scenario, scenarioVersion, seed } = content
  return { version: 1, brief, scenario, scenarioVersion, seed }
}
