import { criteriaFault, fullCriteria } from '../../core/credit/criteria-score.ts'
import { plainText } from '../../core/text/prose.ts'
import { fitText } from '../../core/text/written-text.ts'
import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import {
  SHORT_ANSWER_VERSION,
  ShortAnswerContent,
  ShortAnswerEvidence,
  ShortAnswerKey,
  ShortAnswerPublic,
  ShortAnswerResponse,
  ShortAnswerRubric,
} from './type.ts'

export const shortAnswer = interaction({
  type: 'short-answer',
  markedBy: 'person',
  version: SHORT_ANSWER_VERSION,
  qti: 'qti-extended-text-interaction',
  monotone: true,
  Content: ShortAnswerContent,
  Key: ShortAnswerKey,
  Response: ShortAnswerResponse,
  PublicContent: ShortAnswerPublic,
  Rubric: ShortAnswerRubric,
  evidence: { Evidence: ShortAnswerEvidence, fault: criteriaFault, full: fullCriteria },
  keyFault: () => undefined,
  keyResponse: key => ({ version: 1 as const, text: fitText(plainText(key.reference)) }),
  strip,
  shuffle,
  answered,
  score,
})
