import { criteriaFault, fullCriteria } from '../../core/credit/criteria-score.ts'
import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import {
  FILE_ANSWER_VERSION,
  FileAnswerContent,
  FileAnswerEvidence,
  FileAnswerKey,
  FileAnswerPublic,
  FileAnswerResponse,
  FileAnswerRubric,
} from './type.ts'

export const fileAnswer = interaction({
  type: 'file-answer',
  markedBy: 'person',
  version: FILE_ANSWER_VERSION,
  qti: 'qti-upload-interaction',
  monotone: true,
  Content: FileAnswerContent,
  Key: FileAnswerKey,
  Response: FileAnswerResponse,
  PublicContent: FileAnswerPublic,
  Rubric: FileAnswerRubric,
  evidence: { Evidence: FileAnswerEvidence, fault: criteriaFault, full: fullCriteria },
  keyFault: () => undefined,
  keyResponse: () => null,
  strip,
  shuffle,
  answered,
  score,
})
