import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import { TRUE_FALSE_VERSION, TrueFalseContent, TrueFalseKey, TrueFalsePublic, TrueFalseResponse, TrueFalseRubric } from './type.ts'

export const trueFalse = interaction({
  type: 'true-false',
  markedBy: 'machine',
  evidence: null,
  version: TRUE_FALSE_VERSION,
  qti: 'qti-choice-interaction max-choices="1"',
  monotone: true,
  Content: TrueFalseContent,
  Key: TrueFalseKey,
  Response: TrueFalseResponse,
  PublicContent: TrueFalsePublic,
  Rubric: TrueFalseRubric,
  keyFault: () => undefined,
  keyResponse: key => ({ version: 1 as const, verdict: key.verdict }),
  strip,
  shuffle,
  answered,
  score,
})
