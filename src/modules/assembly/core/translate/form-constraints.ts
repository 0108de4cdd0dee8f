import { hundredths, showMarks } from '../../../../kernel/marks.ts'
import { TYPE_NAMES, liesIn } from '../../../item-bank/contract.ts'
import { ATTRIBUTES, informationAttribute, nameOfArea } from '../pool/bank-pool.ts'
import { ALL, type Stated, type Within, isBound, range, stated, stockOf, where } from './stated.ts'

const marksText = (amount: number) => `${showMarks(hundredths(amount))}分`
const plain = (amount: number) => String(amount)

/** What each form keeps by itself: areas, types, importance, difficulty, information, time, stimuli. */
export function formConstraints(within: Within): readonly Stated[] {
  return [
    ...areaConstraints(within),
    ...typeConstraints(within),
    ...importanceConstraints(within),
    ...figureConstraints(within),
    ...informationConstraints(within),
    ...stimulusConstraints(within),
    ...levelConstraints(within),
  ]
}

function areaConstraints(within: Within): Stated[] {
  return within.body.areas
    .filter(area => area.marks > 0)
    .map((area, at) => {
      const name = nameOfArea(area.path)
      const marks = showMarks(hundredths(area.marks))
      return stated({ field: 'areas', path: [...area.path] })(
        marksOver(`area:${at + 1}`, where(ATTRIBUTES.area, '==', name), { least: area.marks, most: area.marks }),
        `“${name}”须恰为${marks}分`,
        `"${name}" brings exactly ${marks} marks`,
        stockOf(within, item => liesIn(item.area, area.path)),
      )
    })
}

function typeConstraints(within: Within): Stated[] {
  return within.body.types.flatMap(({ type, items, marks }) => {
    const of = where(ATTRIBUTES.type, '==', type)
    const name = TYPE_NAMES[type]
    const stock = stockOf(within, item => item.type === type)
    const inItems = range(items, plain)
    const inMarks = range(marks, marksText)
    return [
      ...(isBound(items)
        ? [
            stated({ field: 'types', type, of: 'items' })(
              { id: `type-items:${type}`, kind: 'count', unit: 'item', of, reach: 'each-form', ...items },
              `${name.zh}${inItems.zh}题`,
              `${name.en}: ${inItems.en} items`,
              stock,
            ),
          ]
        : []),
      ...(isBound(marks)
        ? [
            stated({ field: 'types', type, of: 'marks' })(
              marksOver(`type-marks:${type}`, of, marks),
              `${name.zh}${inMarks.zh}`,
              `${name.en}: ${english(inMarks.en)}`,
              stock,
            ),
          ]
        : []),
    ]
  })
}

function importanceConstraints(within: Within): Stated[] {
  const { total } = within.body
  return within.body.importance.filter(isBound).map(({ importance, least, most }) => {
    const bounds = {
      least: least === null ? null : Math.ceil((total * least) / 10_000),
      most: most === null ? null : Math.floor((total * most) / 10_000),
    }
    const said = range(bounds, marksText)
    return stated({ field: 'importance', importance })(
      marksOver(`importance:${importance}`, where(ATTRIBUTES.importance, '==', importance), bounds),
      `重要程度${importance}的试题${said.zh}`,
      `items of importance ${importance}: ${english(said.en)}`,
      stockOf(within, item => item.importance === importance),
    )
  })
}

/** Number of items, mean difficulty, time. */
function figureConstraints(within: Within): Stated[] {
  const { items, difficulty, seconds } = within.body
  const found: Stated[] = []
  if (items !== null && isBound(items)) {
    const said = range(items, plain)
    const stock = stockOf(within, () => true)
    found.push(
      stated({ field: 'items' })(
        { id: 'items', kind: 'count', unit: 'item', of: ALL, reach: 'each-form', ...items },
        `总题数${said.zh}`,
        `items: ${said.en}`,
        stock,
      ),
    )
  }
  if (difficulty !== null && isBound(difficulty)) {
    const said = range(difficulty, amount => String(amount / 100))
    found.push(
      stated({ field: 'difficulty' })(
        { id: 'difficulty', kind: 'mean', unit: 'item', attribute: ATTRIBUTES.difficulty, of: ALL, ...difficulty },
        `平均难度${said.zh}`,
        `mean difficulty: ${said.en}`,
      ),
    )
  }
  if (seconds !== null && isBound(seconds)) {
    const said = range(seconds, plain)
    found.push(
      stated({ field: 'seconds' })(
        { id: 'seconds', kind: 'sum', unit: 'item', attribute: ATTRIBUTES.seconds, of: ALL, reach: 'each-form', ...seconds },
        `预计用时${said.zh}秒`,
        `expected time: ${said.en} seconds`,
      ),
    )
  }
  return found
}

function informationConstraints({ body }: Within): Stated[] {
  return body.information.filter(isBound).map(({ theta, least, most }) => {
    const attribute = informationAttribute(theta)
    const said = range({ least, most }, amount => String(amount / 1000))
    return stated({ field: 'information', theta })(
      { id: `information:${theta}`, kind: 'sum', unit: 'item', attribute, of: ALL, reach: 'each-form', least, most },
      `能力${theta / 1000}处的信息量${said.zh}`,
      `information at ability ${theta / 1000}: ${said.en}`,
    )
  })
}

function stimulusConstraints({ body, pool }: Within): Stated[] {
  if (body.stimuli === null) return []
  const { count, itemsOfEach } = body.stimuli
  const [inCount, inItems] = [range(count, plain), range(itemsOfEach, plain)]
  return [
    ...(isBound(count)
      ? [
          stated({ field: 'stimuli', of: 'count' })(
            { id: 'stimuli', kind: 'count', unit: 'stimulus', of: ALL, reach: 'each-form', ...count },
            `材料${inCount.zh}则`,
            `stimuli: ${inCount.en}`,
            { zh: `题库有${pool.stimuli.length}则`, en: `the bank has ${pool.stimuli.length}` },
          ),
        ]
      : []),
    ...(isBound(itemsOfEach)
      ? [
          stated({ field: 'stimuli', of: 'itemsOfEach' })(
            { id: 'stimulus-items', kind: 'per-stimulus', of: ALL, ...itemsOfEach },
            `选用的每则材料${inItems.zh}题`,
            `items of each stimulus chosen: ${inItems.en}`,
          ),
        ]
      : []),
  ]
}

/** What lower levels may lend; without bound it is only preferred to be little. */
function levelConstraints(within: Within): Stated[] {
  const { body, levels } = within
  const own = levels[0] ?? ''
  if (body.lowerLevels === null || body.lowerLevels === 0) return []
  return [
    stated({ field: 'lowerLevels' })(
      marksOver('lower-levels', where(ATTRIBUTES.level, '!=', own), { least: null, most: body.lowerLevels }),
      `低等级试题不超过${marksText(body.lowerLevels)}`,
      `items of lower levels: at most ${showMarks(hundredths(body.lowerLevels))} marks`,
      stockOf(within, item => item.level !== own),
    ),
  ]
}

function marksOver(id: string, of: ReturnType<typeof where>, bounds: { readonly least: number | null; readonly most: number | null }) {
  return { id, kind: 'sum', unit: 'item', attribute: ATTRIBUTES.marks, of, reach: 'each-form', ...bounds } as const
}

function english(said: string): string {
  return `${said.replaceAll('分', '')} marks`
}
