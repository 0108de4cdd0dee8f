import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import {
  SINGLE_CHOICE_VERSION,
  SingleChoiceContent,
  SingleChoiceKey,
  SingleChoicePublic,
  SingleChoiceResponse,
  SingleChoiceRubric,
} from './type.ts'

export const singleChoice = interaction({
  type: 'single-choice',
  markedBy: 'machine',
  evidence: null,
  version: SINGLE_CHOICE_VERSION,
  qti: 'qti-choice-interaction max-choices="1"',
  monotone: true,
  Content: SingleChoiceContent,
  Key: SingleChoiceKey,
  Response: SingleChoiceResponse,
  PublicContent: SingleChoicePublic,
  Rubric: SingleChoiceRubric,
  keyFault: (content, key) => (content.options.some(o => o.id === key.optionId) ? undefined : `no option ${key.optionId}`),
  keyResponse: key => ({ version: 1 as const, optionId: key.optionId }),
  strip,
  shuffle,
  answered,
  score,
})
