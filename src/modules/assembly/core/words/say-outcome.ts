import type { Objective } from '../check/objective.ts'
import { MILLION } from '../problem/goal.ts'
import type { Said } from './say-condition.ts'

/** What a certificate speaks of. Values in millionths. */
export type Proved = {
  readonly forms: number
  readonly objective: Objective
  readonly bound: { readonly value: number; readonly by: 'own-arithmetic' | 'solver' } | null
  readonly gap: number | null
  /** Were the forms found one after another or by exchange, so that only the bound speaks for their quality? */
  readonly exact: boolean
}

/** What is proved of forms that were found, and what is not. */
export function sayCertificate({ forms, objective, bound, gap, exact }: Proved): Said {
  const checked = {
    zh: `${forms}份试卷逐条核验，满足全部约束。`,
    en: `${forms} form${forms > 1 ? 's' : ''} checked, every constraint holds.`,
  }
  if (objective.shape === 'none') return { zh: `${checked.zh}没有规定目标。`, en: `${checked.en} No objective was set.` }
  if (bound === null || gap === null)
    return {
      zh: `${checked.zh}目标值${show(objective.value)}，没有求得界，不能说明离最优多远。`,
      en: `${checked.en} The objective is ${show(objective.value)}; no bound was proved, so nothing is said of how far the best is.`,
    }
  const { zh, en } = ofWhat(objective, forms)
  const whose =
    bound.by === 'solver'
      ? { zh: '求解器分支定界给出', en: 'by the branch and bound of the solver' }
      : { zh: '由对偶乘子自行核算', en: 'from dual multipliers in own arithmetic' }
  const better = objective.sense === 'max' ? { zh: '高于', en: 'above' } : { zh: '低于', en: 'below' }
  const distance = objective.shape === 'distance' ? { zh: '（以目标值计）', en: ' of the target' } : { zh: '', en: '' }
  const way = exact
    ? { zh: '', en: '' }
    : { zh: '试卷不是一次解出的，质量仅凭此界说明。', en: ' The forms were not solved at once; their quality rests on this bound alone.' }
  return {
    zh: `${checked.zh}${zh}为${show(objective.value)}；凡满足约束的${forms}份试卷都不会${better.zh}${show(bound.value)}（${whose.zh}），相差至多${percent(gap)}${distance.zh}。${way.zh}`,
    en: `${checked.en} The ${en} is ${show(objective.value)}; no ${forms === 1 ? 'form that keeps' : `${forms} forms that keep`} the constraints can be ${better.en} ${show(bound.value)} (${whose.en}), so at most ${percent(gap)}${distance.en} is missing.${way.en}`,
  }
}

function ofWhat(objective: Objective, forms: number): Said {
  if (objective.shape === 'least')
    return { zh: forms > 1 ? '各卷各能力点的最小信息量' : '各能力点的最小信息量', en: 'least information over forms and abilities' }
  if (objective.shape === 'distance') return { zh: '与目标的最大偏差', en: 'largest distance from the target' }
  return { zh: forms > 1 ? `${forms}份合计的目标值` : '目标值', en: forms > 1 ? `total objective of ${forms} forms` : 'objective' }
}

/** What is proved when there are no forms. */
export function sayConflict(count: number, minimal: boolean): Said {
  if (count === 1) return { zh: '以下约束单独即不能满足（已证明）。', en: 'The constraint below cannot hold even by itself (proved).' }
  return minimal
    ? {
        zh: `以下${count}条约束不能同时满足；去掉其中任何一条，其余即可满足（已证明）。`,
        en: `These ${count} constraints cannot hold together; without any one of them the others can (proved).`,
      }
    : {
        zh: `以下${count}条约束不能同时满足（已证明）；是否已是最少，未能证明。`,
        en: `These ${count} constraints cannot hold together (proved); that none of them could be dropped is not proved.`,
      }
}

export const NOT_FOUND: Said = {
  zh: '在时限内没有找到满足全部约束的试卷，也没有证明不存在。请放宽约束或延长时限。',
  en: 'No forms that keep every constraint were found in time, nor was it proved that there are none. Relax a constraint or allow more time.',
}

/** Millionths as an ordinary number with at most four decimals. */
export function show(millionths: number): string {
  return String(Math.round(millionths / (MILLION / 10_000)) / 10_000)
}

/** A share in percent, rounded up to hundredths; below a millionth it is rounding, not distance. */
export function percent(share: number): string {
  return share < 1e-6 ? '0%' : `${Math.ceil(share * 10_000) / 100}%`
}
