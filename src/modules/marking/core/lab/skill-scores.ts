import { type Hundredths, hundredths } from '../../../../kernel/marks.ts'
import type { PaperPackage } from '../../../delivery/contract.ts'
import type { ItemDocument } from '../../../interactions/contract.ts'
import type { ItemSecret } from '../../../item-bank/contract.ts'
import { type ItemFinding, checksOfKey } from './lab-evidence.ts'
import { laboratoryItems } from './laboratory-paper.ts'

/** What a skill contributed to a paper, in hundredths of its marks. `code` is the number of its 工作内容 in the edition. */
export type SkillScore = { readonly code: string; readonly name: string; readonly score: Hundredths; readonly maximum: Hundredths }

/** An item with what was found of it; nothing where nobody worked on it. */
export type SkilledItem = {
  readonly key: ItemDocument
  readonly finding: Pick<ItemFinding, 'checks'> | undefined
  readonly marks: number
}

/** The skills of a paper from what was found of its items, by item. */
export function skillsOfPaper(
  paper: PaperPackage,
  secrets: ReadonlyMap<string, ItemSecret>,
  findings: ReadonlyMap<string, ItemFinding>,
): readonly SkillScore[] {
  return skillScores(
    laboratoryItems(paper).flatMap(({ itemId, itemVersionId, marks }) => {
      const key = secrets.get(itemVersionId)?.key
      return key === undefined ? [] : [{ key, finding: findings.get(itemId), marks }]
    }),
  )
}

/**
 * The marks of the checks rolled up to the skills they show, each as it weighs on the paper, rounded down to the hundredth item by item.
 * What a gate or a deduction takes belongs to no skill, and a check that names none counts nowhere: the skills say what somebody can
 * do and do not add up to the mark of the paper.
 */
export function skillScores(items: readonly SkilledItem[]): readonly SkillScore[] {
  const parts = items.flatMap(partsOf)
  const skills = Map.groupBy(parts, part => `${part.code} ${part.name}`)
  return [...skills.values()]
    .map(same => ({
      code: same[0]?.code ?? '',
      name: same[0]?.name ?? '',
      score: hundredths(same.reduce((sum, part) => sum + part.score, 0)),
      maximum: hundredths(same.reduce((sum, part) => sum + part.maximum, 0)),
    }))
    .toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}

/** The skills of one item with what they weigh on the paper. */
function partsOf({ key, finding, marks }: SkilledItem): readonly SkillScore[] {
  const got = new Map((finding?.checks ?? []).map(check => [check.id, check.got as number]))
  const checks = checksOfKey(key)
  const whole = checks.reduce((sum, check) => sum + check.share, 0)
  const weigh = (share: number): Hundredths => hundredths(Math.floor((share * marks) / whole))
  const named = checks.flatMap(check => (check.skill ? [{ ...check.skill, id: check.id, share: check.share }] : []))
  return [...Map.groupBy(named, one => `${one.code} ${one.name}`).values()].map(same => ({
    code: same[0]?.code ?? '',
    name: same[0]?.name ?? '',
    score: weigh(same.reduce((sum, one) => sum + (got.get(one.id) ?? 0), 0)),
    maximum: weigh(same.reduce((sum, one) => sum + one.share, 0)),
  }))
}
