import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import { ORDERING_VERSION, OrderingContent, OrderingKey, OrderingPublic, OrderingResponse, OrderingRubric } from './type.ts'

/** The key could be a response itself. */
function orderingKeyFault(content: OrderingContent, key: OrderingKey): string | undefined {
  const standing = answered(content, { version: 1, entryIds: key.entryIds })
  return standing.state === 'invalid' ? standing.why : undefined
}

export const ordering = interaction({
  type: 'ordering',
  markedBy: 'machine',
  version: ORDERING_VERSION,
  qti: 'qti-order-interaction',
  monotone: false,
  Content: OrderingContent,
  Key: OrderingKey,
  Response: OrderingResponse,
  PublicContent: OrderingPublic,
  Rubric: OrderingRubric,
  evidence: null,
  keyFault: orderingKeyFault,
  keyResponse: key => ({ version: 1 as const, entryIds: key.entryIds }),
  strip,
  shuffle,
  answered,
  score,
})
