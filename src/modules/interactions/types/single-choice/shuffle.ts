import type { Dice } from '../../../../kernel/dice.ts'
import { shuffleOptions } from '../../core/option.ts'
import type { SingleChoicePublic } from './type.ts'

export function shuffle(content: SingleChoicePublic, dice: Dice): SingleChoicePublic {
  return { ...content, options: shuffleOptions(content.options, dice) }
}
