import type { SameKeys } from '../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  true: 'True',
  false: 'False',
  chooseOne: 'Choose one',
  chooseSeveral: 'Choose one or more',
  code: 'Code',
  table: 'Table',
  yours: 'Your choice',
  right: 'Right option',
  rightChosen: 'Rightly chosen',
  wrongChosen: 'Wrongly chosen',
  missed: 'Missed',
  blank: 'Not answered',
  explanation: 'Explanation',
}
