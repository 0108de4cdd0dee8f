import type { Answered } from '../../core/interaction-spec.ts'
import type { LabTaskPublic, LabTaskResponse } from './type.ts'

/** A world in which nothing was done is blank. Whether the run belongs to the attempt is known to the laboratory alone. */
export function answered(_content: LabTaskPublic, response: LabTaskResponse): Answered {
  return { state: response.worldRun.commands === 0 ? 'blank' : 'answered' }
}
