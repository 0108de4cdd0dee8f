import { writtenKeyFault, writtenKeyResponse } from '../../core/gaps/fill.ts'
import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import { TABLE_FILL_VERSION, TableFillContent, TableFillKey, TableFillPublic, TableFillResponse, TableFillRubric } from './type.ts'

export const tableFill = interaction({
  type: 'table-fill',
  markedBy: 'machine',
  version: TABLE_FILL_VERSION,
  qti: 'qti-text-entry-interaction in a table',
  monotone: true,
  Content: TableFillContent,
  Key: TableFillKey,
  Response: TableFillResponse,
  PublicContent: TableFillPublic,
  Rubric: TableFillRubric,
  evidence: null,
  keyFault: writtenKeyFault,
  keyResponse: writtenKeyResponse,
  strip,
  shuffle,
  answered,
  score,
})
