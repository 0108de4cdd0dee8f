import { showMarks, hundredths, marks } from '../../../../kernel/marks.ts'
import type { FieldFault } from '../../../../kernel/result.ts'
import { TYPE_NAMES } from '../../../item-bank/contract.ts'
import { areasOfPlace } from './areas-of-place.ts'
import type { BlueprintBody } from './blueprint.ts'
import { FULL_MARKS } from './draft-blueprint.ts'

type Bounds = { readonly least: number | null; readonly most: number | null }
const show = (amount: number) => showMarks(hundredths(amount))

/** Every fault of a blueprint that arithmetic alone can see; without one it can be approved, whatever the bank holds. */
export function blueprintFaults(body: BlueprintBody): readonly FieldFault[] {
  return [
    ...areaFaults(body),
    ...boundFaults(body),
    ...typeFaults(body),
    ...importanceFaults(body),
    ...curveFaults(body),
    ...listFaults(body),
    ...otherFaults(body),
  ]
}

/** The areas are those of the weight table, each with exactly its weight, and add up to the total. */
function areaFaults({ place, areas, total }: BlueprintBody): FieldFault[] {
  const table = areasOfPlace(place)
  if (!table.ok) return [fault('place', '该版本、等级没有这张比重表', 'the edition has no such weight table for this level')]
  const faults: FieldFault[] = []
  const sum = areas.reduce((all, area) => all + area.marks, 0)
  if (total !== FULL_MARKS) faults.push(fault('total', `满分应为100分，现为${show(total)}分`, `full marks are 100, not ${show(total)}`))
  if (sum !== total)
    faults.push(
      fault('areas', `各知识范围合计${show(sum)}分，应为${show(total)}分`, `the areas add up to ${show(sum)} marks, not ${show(total)}`),
    )
  const named = new Map(areas.map(area => [nameOf(area.path), area.marks]))
  if (named.size !== areas.length) faults.push(fault('areas', '有知识范围重复', 'an area stands twice'))
  for (const { path, weight } of table.value) {
    const given = named.get(nameOf(path)) ?? 0
    if (given !== marks(weight))
      faults.push(
        fault(
          `areas.${nameOf(path)}`,
          `“${nameOf(path)}”应为${weight}分（比重表），现为${show(given)}分`,
          `"${nameOf(path)}" has ${weight} marks in the weight table, not ${show(given)}`,
        ),
      )
  }
  const known = new Set(table.value.map(area => nameOf(area.path)))
  for (const area of areas)
    if (!known.has(nameOf(area.path)))
      faults.push(
        fault(`areas.${nameOf(area.path)}`, `比重表中没有“${nameOf(area.path)}”`, `"${nameOf(area.path)}" is not in the weight table`),
      )
  return faults
}

function boundFaults(body: BlueprintBody): FieldFault[] {
  const all: readonly (readonly [string, Bounds | null])[] = [
    ['items', body.items],
    ['difficulty', body.difficulty],
    ['seconds', body.seconds],
    ['stimuli.count', body.stimuli?.count ?? null],
    ['stimuli.itemsOfEach', body.stimuli?.itemsOfEach ?? null],
    ...body.types.flatMap((type): [string, Bounds][] => [
      [`types.${type.type}.items`, type.items],
      [`types.${type.type}.marks`, type.marks],
    ]),
    ...body.importance.map((each): [string, Bounds] => [`importance.${each.importance}`, each]),
    ...body.information.map((each): [string, Bounds] => [`information.${each.theta}`, each]),
  ]
  return all.flatMap(([path, bounds]) =>
    bounds !== null && bounds.least !== null && bounds.most !== null && bounds.least > bounds.most
      ? [fault(path, '下限大于上限', 'the lower bound is above the upper bound')]
      : [],
  )
}

function typeFaults({ types, total, items }: BlueprintBody): FieldFault[] {
  if (types.length === 0) return [fault('types', '没有允许任何题型', 'no type may stand in the form')]
  const faults = repeated(types.map(each => each.type)).map(type =>
    fault(`types.${type}`, `题型“${TYPE_NAMES[type].zh}”重复`, `the type "${TYPE_NAMES[type].en}" stands twice`),
  )
  const inMarks = sums(types.map(each => each.marks))
  if (inMarks.least > total)
    faults.push(
      fault(
        'types',
        `各题型最少合计${show(inMarks.least)}分，超过满分`,
        `the types ask for ${show(inMarks.least)} marks at least, more than the total`,
      ),
    )
  if (inMarks.most < total)
    faults.push(
      fault(
        'types',
        `各题型最多合计${show(inMarks.most)}分，不足满分`,
        `the types allow ${show(inMarks.most)} marks at most, less than the total`,
      ),
    )
  const inItems = sums(types.map(each => each.items))
  if (inItems.least > (items?.most ?? Infinity))
    faults.push(
      fault(
        'items',
        `各题型最少合计${inItems.least}题，超过总题数上限`,
        `the types ask for ${inItems.least} items, more than the form may have`,
      ),
    )
  if (inItems.most < (items?.least ?? 0))
    faults.push(
      fault('items', `各题型最多合计${inItems.most}题，不足总题数下限`, `the types allow ${inItems.most} items, fewer than the form needs`),
    )
  return faults
}

function importanceFaults({ importance }: BlueprintBody): FieldFault[] {
  const faults = repeated(importance.map(each => each.importance)).map(each => fault(`importance.${each}`, '重复', 'stands twice'))
  const { least, most } = sums(importance)
  if (least > 10_000) faults.push(fault('importance', '重要程度下限合计超过100%', 'the lower shares add up to more than 100 %'))
  if (importance.length === 3 && most < 10_000)
    faults.push(fault('importance', '重要程度上限合计不足100%', 'the upper shares add up to less than 100 %'))
  return faults
}

function curveFaults({ information, goal }: BlueprintBody): FieldFault[] {
  const abilities = 'abilities' in goal ? goal.abilities : 'targets' in goal ? goal.targets.map(each => each.theta) : []
  return [
    ...repeated(information.map(each => each.theta)).map(theta => fault(`information.${theta}`, '能力点重复', 'the ability stands twice')),
    ...repeated(abilities).map(() => fault('goal', '能力点重复', 'an ability stands twice')),
    ...information
      .filter(each => each.least === null && each.most === null)
      .map(each => fault(`information.${each.theta}`, '没有上下限', 'there is neither bound')),
  ]
}

function listFaults({ lists }: BlueprintBody): FieldFault[] {
  const codes = (kind: string) => new Set(lists.filter(list => list.kind === kind).flatMap(list => list.codes))
  const out = codes('exclude')
  return [...codes('include')]
    .filter(code => out.has(code))
    .map(code => fault('lists', `试题${code}既要求选入又要求排除`, `item ${code} is both included and excluded`))
}

function otherFaults({ seconds, minutes, stimuli, items, exposure }: BlueprintBody): FieldFault[] {
  const faults: FieldFault[] = []
  if ((seconds?.least ?? 0) > minutes * 60)
    faults.push(fault('seconds', '预计用时下限超过考试时间', 'the least expected time is longer than the paper'))
  const least = (stimuli?.count.least ?? 0) * (stimuli?.itemsOfEach.least ?? 1)
  if (least > (items?.most ?? Infinity))
    faults.push(fault('stimuli', `材料至少带入${least}题，超过总题数上限`, `the stimuli bring ${least} items, more than the form may have`))
  if (exposure.most === 0) faults.push(fault('exposure', '曝光上限至少为1', 'the most exposure is at least 1'))
  return faults
}

/** Sums of lower and upper bounds; an open bound counts 0 below and without end above. */
function sums(all: readonly Bounds[]): { readonly least: number; readonly most: number } {
  return {
    least: all.reduce((sum, each) => sum + (each.least ?? 0), 0),
    most: all.reduce((sum, each) => sum + (each.most ?? Infinity), 0),
  }
}

function repeated<T>(all: readonly T[]): T[] {
  return [...new Set(all.filter((each, at) => all.indexOf(each) !== at))]
}

function nameOf(path: readonly string[]): string {
  return path.join('／')
}

function fault(path: string, zh: string, en: string): FieldFault {
  return { path, zh: `${zh}。`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` }
}
