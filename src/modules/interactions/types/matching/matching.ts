import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import { MATCHING_VERSION, MatchingContent, MatchingKey, MatchingPublic, MatchingResponse, MatchingRubric } from './type.ts'

/** The key gives every entry on the left its partner, and could be a response itself. */
function matchingKeyFault(content: MatchingContent, key: MatchingKey): string | undefined {
  if (key.pairs.length !== content.left.length) return 'an entry on the left has no partner'
  const standing = answered(content, { version: 1, pairs: key.pairs })
  return standing.state === 'invalid' ? standing.why : undefined
}

export const matching = interaction({
  type: 'matching',
  markedBy: 'machine',
  version: MATCHING_VERSION,
  qti: 'qti-match-interaction',
  monotone: true,
  Content: MatchingContent,
  Key: MatchingKey,
  Response: MatchingResponse,
  PublicContent: MatchingPublic,
  Rubric: MatchingRubric,
  evidence: null,
  keyFault: matchingKeyFault,
  keyResponse: key => ({ version: 1 as const, pairs: key.pairs }),
  strip,
  shuffle,
  answered,
  score,
})
