import type { Answered } from '../../core/interaction-spec.ts'
import type { HotAreaPublic, HotAreaResponse } from './type.ts'

export function answered(content: HotAreaPublic, response: HotAreaResponse): Answered {
  if (response.areaIds.length === 0) return { state: 'blank' }
  const known = new Set(content.areas.map(area => area.id))
  if (!response.areaIds.every(id => known.has(id))) return { state: 'invalid', why: 'unknown-area' }
  return response.areaIds.length <= content.most ? { state: 'answered' } : { state: 'invalid', why: 'too-many-areas' }
}
