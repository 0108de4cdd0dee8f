import { readIds } from '../../core/credit/read-ids.ts'
import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import { HOT_AREA_VERSION, MOST_AREAS, HotAreaContent, HotAreaKey, HotAreaPublic, HotAreaResponse, HotAreaRubric } from './type.ts'

/** The key could be a response itself. */
function hotAreaKeyFault(content: HotAreaContent, key: HotAreaKey): string | undefined {
  const standing = answered(content, { version: 1, areaIds: key.areaIds })
  return standing.state === 'invalid' ? standing.why : undefined
}

export const hotArea = interaction({
  type: 'hot-area',
  markedBy: 'machine',
  version: HOT_AREA_VERSION,
  qti: 'qti-hotspot-interaction',
  monotone: true,
  Content: HotAreaContent,
  Key: HotAreaKey,
  Response: HotAreaResponse,
  readResponse: value => {
    const read = readIds(value, 'areaIds', MOST_AREAS)
    return read && { version: read.version, areaIds: read.ids }
  },
  PublicContent: HotAreaPublic,
  Rubric: HotAreaRubric,
  evidence: null,
  keyFault: hotAreaKeyFault,
  keyResponse: key => ({ version: 1 as const, areaIds: key.areaIds }),
  strip,
  shuffle,
  answered,
  score,
})
