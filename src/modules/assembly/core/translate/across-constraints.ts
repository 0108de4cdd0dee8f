import type { Selection } from '../problem/pool.ts'
import { isResting } from './order.ts'
import { ALL, type Stated, type Within, stated } from './stated.ts'

/** What keeps items out, together or apart: lists, enemies, exposure, rest, items seen, other forms. */
export function acrossConstraints(within: Within): readonly Stated[] {
  return [
    ...listConstraints(within),
    ...enemyConstraints(within),
    ...exposureConstraints(within),
    ...seenConstraints(within),
    ...overlapConstraints(within),
  ]
}

function listConstraints({ body }: Within): Stated[] {
  return body.lists.map(({ kind, codes }, at) => {
    const id = `list:${at + 1}`
    const named = listed(codes)
    const said = {
      include: [`必须选入${named}`, `these items must stand in the form: ${named}`],
      exclude: [`不得选入${named}`, `these items must not stand in the form: ${named}`],
      'all-or-none': [`${named}要么全选要么全不选`, `all of these items or none: ${named}`],
    }[kind]
    return stated({ field: 'lists', at })({ id, kind, unit: 'item', of: ids(codes) }, said[0] ?? '', said[1] ?? '')
  })
}

/** A pair for each two enemies that are both in the pool. */
function enemyConstraints({ body, facts, items }: Within): Stated[] {
  if (!body.enemies) return []
  const present = new Set(items.map(item => item.code))
  return items.flatMap(({ code }) =>
    (facts.enemies.get(code) ?? [])
      .filter(enemy => code < enemy && present.has(enemy))
      .map(enemy =>
        stated({ field: 'enemies' })(
          { id: `enemies:${code}/${enemy}`, kind: 'enemies', unit: 'item', of: ids([code, enemy]) },
          `互斥试题${code}与${enemy}至多选一题`,
          `of the enemies ${code} and ${enemy} at most one`,
        ),
      ),
  )
}

function exposureConstraints(within: Within): Stated[] {
  const { most, restDays } = within.body.exposure
  const resting = within.items.filter(item => isResting(within, item)).map(item => item.code)
  const spent = most === null ? 0 : within.items.filter(item => item.exposure >= most).length
  return [
    ...(most === null
      ? []
      : [
          stated({ field: 'exposure', of: 'most' })(
            { id: 'exposure', kind: 'exposure', of: ALL, most },
            `每题曝光不超过${most}次`,
            `no item is used more than ${most} times`,
            {
              zh: `已用满${spent}题`,
              en: `${spent} items have used it up`,
            },
          ),
        ]),
    ...(resting.length === 0
      ? []
      : [
          stated({ field: 'exposure', of: 'restDays' })(
            { id: 'rest', kind: 'exclude', unit: 'item', of: ids(resting) },
            `${restDays}天内用过的${resting.length}题不得选入`,
            `${resting.length} items used within ${restDays} days stay out`,
          ),
        ]),
  ]
}

function seenConstraints({ items, seen }: Within): Stated[] {
  const known = items.filter(item => seen.has(item.itemId)).map(item => item.code)
  if (known.length === 0) return []
  return [
    stated(null)(
      { id: 'seen', kind: 'exclude', unit: 'item', of: ids(known) },
      `考生此前见过的${known.length}题不得选入`,
      `${known.length} items that candidates have met before stay out`,
    ),
  ]
}

function overlapConstraints({ body, forms, recent, items }: Within): Stated[] {
  const { betweenForms, withRecent } = body.overlap
  const present = new Set(items.map(item => item.code))
  const between: Stated[] =
    betweenForms === null || forms === 1
      ? []
      : [
          stated({ field: 'overlap', of: 'betweenForms' })(
            { id: 'between-forms', kind: 'overlap', most: betweenForms, percent: false },
            `任意两份试卷重复不超过${betweenForms}题`,
            `any two forms share at most ${betweenForms} items`,
          ),
        ]
  const earlier = recent.flatMap((codes, at) => {
    const known = codes.filter(code => present.has(code))
    if (known.length <= withRecent) return []
    return [
      stated({ field: 'overlap', of: 'withRecent' })(
        { id: `recent:${at + 1}`, kind: 'count', unit: 'item', of: ids(known), reach: 'each-form', least: null, most: withRecent },
        `与此前第${at + 1}份试卷重复不超过${withRecent}题`,
        `at most ${withRecent} items in common with the form ${at + 1} before`,
      ),
    ]
  })
  return [...between, ...earlier]
}

function ids(codes: readonly string[]): Selection {
  return { kind: 'ids', ids: codes }
}

const MOST_NAMED = 6

function listed(codes: readonly string[]): string {
  return `${codes.slice(0, MOST_NAMED).join('、')}${codes.length > MOST_NAMED ? `…（${codes.length}）` : ''}`
}
