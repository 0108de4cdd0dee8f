import { writtenKeyFault, writtenKeyResponse } from '../../core/gaps/fill.ts'
import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import { BLANK_VERSION, BlankContent, BlankKey, BlankPublic, BlankResponse, BlankRubric } from './type.ts'

export const blank = interaction({
  type: 'blank',
  markedBy: 'machine',
  version: BLANK_VERSION,
  qti: 'qti-text-entry-interaction',
  monotone: true,
  Content: BlankContent,
  Key: BlankKey,
  Response: BlankResponse,
  PublicContent: BlankPublic,
  Rubric: BlankRubric,
  evidence: null,
  keyFault: writtenKeyFault,
  keyResponse: writtenKeyResponse,
  strip,
  shuffle,
  answered,
  score,
})
