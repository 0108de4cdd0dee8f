import { readIds } from '../../core/credit/read-ids.ts'
import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import {
  MOST_OPTIONS,
  MULTIPLE_CHOICE_VERSION,
  MultipleChoiceContent,
  MultipleChoiceKey,
  MultipleChoicePublic,
  MultipleChoiceResponse,
  MultipleChoiceRubric,
} from './type.ts'

export const multipleChoice = interaction({
  type: 'multiple-choice',
  markedBy: 'machine',
  evidence: null,
  version: MULTIPLE_CHOICE_VERSION,
  qti: 'qti-choice-interaction max-choices="0"',
  monotone: true,
  Content: MultipleChoiceContent,
  Key: MultipleChoiceKey,
  Response: MultipleChoiceResponse,
  readResponse: value => {
    const read = readIds(value, 'optionIds', MOST_OPTIONS)
    return read && { version: read.version, optionIds: read.ids }
  },
  PublicContent: MultipleChoicePublic,
  Rubric: MultipleChoiceRubric,
  keyFault: (content, key) => {
    const strangers = key.optionIds.filter(id => !content.options.some(o => o.id === id))
    return strangers.length === 0 ? undefined : `no option ${strangers.join(', ')}`
  },
  keyResponse: key => ({ version: 1 as const, optionIds: key.optionIds.toSorted() }),
  strip,
  shuffle,
  answered,
  score,
})
