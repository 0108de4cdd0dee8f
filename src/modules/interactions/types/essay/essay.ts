import { criteriaFault, fullCriteria } from '../../core/credit/criteria-score.ts'
import { plainText } from '../../core/text/prose.ts'
import { fitText } from '../../core/text/written-text.ts'
import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import { ESSAY_VERSION, EssayContent, EssayEvidence, EssayKey, EssayPublic, EssayResponse, EssayRubric } from './type.ts'

export const essay = interaction({
  type: 'essay',
  markedBy: 'person',
  version: ESSAY_VERSION,
  qti: 'qti-extended-text-interaction',
  monotone: true,
  Content: EssayContent,
  Key: EssayKey,
  Response: EssayResponse,
  PublicContent: EssayPublic,
  Rubric: EssayRubric,
  evidence: { Evidence: EssayEvidence, fault: criteriaFault, full: fullCriteria },
  keyFault: () => undefined,
  keyResponse: key => ({ version: 1 as const, text: fitText(plainText(key.reference)) }),
  strip,
  shuffle,
  answered,
  score,
})
