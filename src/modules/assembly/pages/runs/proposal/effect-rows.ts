import type { AnswerOf } from '../../../../../ui/client.ts'
import { type Language, fill } from '../../../../../ui/words.ts'
import { TYPE_NAMES } from '../../../../item-bank/contract.ts'
import type { previewSwap } from '../../../contract.ts'
import { abilityText, marksText, secondsText, thousandths } from '../../facts/show.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

export type SwapChanges = AnswerOf<typeof previewSwap>['changes']
/** A fact of the whole form before and after a swap. */
export type EffectRow = { readonly name: string; readonly before: string; readonly after: string }

/** Abilities at which people read information; the whole curve is on the form's page. In thousandths. */
const ABILITIES: ReadonlySet<number> = new Set([-1000, 0, 1000])

/** What a swap does to the whole form: its figures, the shares that change, information, items shared with the other forms. */
export function effectRows({ before, after, areas, types, importance, curve, overlaps }: SwapChanges, language: Language): EffectRow[] {
  const { effect } = { zh, en }[language]
  const share = ({ items, marks }: { readonly items: number; readonly marks: number }) =>
    fill(effect.share, { items, marks: marksText(marks) })
  const shares = [
    ...areas.map(each => ({ ...each, name: each.path.join('／') })),
    ...types.map(each => ({ ...each, name: TYPE_NAMES[each.type][language] })),
    ...importance.map(each => ({ ...each, name: fill(effect.importance, { of: each.importance }) })),
  ]
  const isTimed = before.seconds > 0 || after.seconds > 0
  return [
    { name: effect.marks, before: marksText(before.marks), after: marksText(after.marks) },
    ...(isTimed
      ? [{ name: effect.seconds, before: secondsText(before.seconds, language), after: secondsText(after.seconds, language) }]
      : []),
    { name: effect.difficulty, before: thousandths(before.meanDifficulty), after: thousandths(after.meanDifficulty) },
    ...shares.map(each => ({ name: each.name, before: share(each.before), after: share(each.after) })),
    ...curve
      .filter(point => ABILITIES.has(point.theta))
      .map(point => ({
        name: fill(effect.information, { at: abilityText(point.theta) }),
        before: thousandths(point.before),
        after: thousandths(point.after),
      })),
    ...overlaps.map(each => ({
      name: fill(effect.overlap, { n: each.number }),
      before: fill(effect.items, { n: each.before }),
      after: fill(effect.items, { n: each.after }),
    })),
  ]
}
