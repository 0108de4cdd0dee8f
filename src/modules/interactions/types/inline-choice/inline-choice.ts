import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import {
  INLINE_CHOICE_VERSION,
  InlineChoiceContent,
  InlineChoiceKey,
  InlineChoicePublic,
  InlineChoiceResponse,
  InlineChoiceRubric,
} from './type.ts'

/** The key has every gap of the content once, with one of its options. */
function inlineKeyFault(content: InlineChoiceContent, key: InlineChoiceKey): string | undefined {
  const known = new Map(content.gaps.map(gap => [gap.id, gap.options]))
  const stranger = key.gaps.find(({ id, optionId }) => known.get(id)?.some(option => option.id === optionId) !== true)
  if (stranger !== undefined) return `gap ${stranger.id} has no option ${stranger.optionId}`
  return key.gaps.length === content.gaps.length ? undefined : 'a gap has no key'
}

export const inlineChoice = interaction({
  type: 'inline-choice',
  markedBy: 'machine',
  version: INLINE_CHOICE_VERSION,
  qti: 'qti-inline-choice-interaction',
  monotone: true,
  Content: InlineChoiceContent,
  Key: InlineChoiceKey,
  Response: InlineChoiceResponse,
  PublicContent: InlineChoicePublic,
  Rubric: InlineChoiceRubric,
  evidence: null,
  keyFault: inlineKeyFault,
  keyResponse: key => ({ version: 1 as const, gaps: key.gaps }),
  strip,
  shuffle,
  answered,
  score,
})
