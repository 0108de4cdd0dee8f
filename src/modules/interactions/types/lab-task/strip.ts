import type { LabTaskContent, LabTaskPublic } from './type.ts'

/** Field by field: what is not named here does not leave the server. */
export function strip(content: LabTaskContent): LabTaskPublic {
  const { brief, scenario, scenarioVersion, seed, task } = content
  return { version: 2, brief, scenario, scenarioVersion, seed, task }
}
