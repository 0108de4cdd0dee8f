import { INTERACTION_NAMES } from '../../../interactions/contract.ts'
import { MARKS_OF_TYPE, isTheoryType } from '../item.ts'
import type { FileBody, FileItem } from './item-file.ts'

/** What is wrong, before it is known where. */
export type Fault = { readonly zh: string; readonly en: string }

/** Faults of what an author wrote that the schemas cannot see: letters that repeat, keys that name nothing, sums that do not add up. */
export function bodyFaults(body: FileBody): Fault[] {
  switch (body.type) {
    case 'single-choice':
    case 'multiple-choice':
      return listFaults(body.options, '选项', 'option')
    case 'inline-choice':
      return body.gaps.flatMap(gap => [
        ...listFaults(gap.options, `空${gap.id}的选项`, `option of gap ${gap.id}`),
        ...unknownLetters([gap.key], gap.options, `空${gap.id}的答案键`, `the key of gap ${gap.id}`),
      ])
    case 'matching':
      return [
        ...listFaults(body.left, '左列', 'entry on the left'),
        ...listFaults(body.right, '右列', 'entry on the right'),
        ...unknownLetters(
          body.pairs.map(pair => pair[0]),
          body.left,
          '配对的左列',
          'a pair',
        ),
        ...unknownLetters(
          body.pairs.map(pair => pair[1]),
          body.right,
          '配对的右列',
          'a pair',
        ),
      ]
    case 'ordering':
      return listFaults(body.entries, '待排内容', 'entry')
    case 'hot-area':
      return [
        ...idFaults(body.areas, '区域', 'area'),
        ...unknownLetters(body.key, body.areas, '答案键', 'the key'),
        ...body.areas.flatMap(area => coordinateFaults(area)),
      ]
    case 'short-answer':
    case 'essay':
    case 'file-answer':
      return [...idFaults(body.criteria, '评分要点', 'criterion'), ...sumFaults(body.marks, body.criteria, '评分要点', 'the criteria')]
    case 'case':
      return [
        ...idFaults(body.parts, '小题', 'part'),
        ...sumFaults(body.marks, body.parts, '小题', 'the parts'),
        ...body.parts.flatMap(part =>
          bodyFaults(part).map(fault => ({ zh: `小题${part.id}：${fault.zh}`, en: `part ${part.id}: ${fault.en}` })),
        ),
      ]
    default:
      return []
  }
}

/** Types with usual marks carry those: forms count on it. */
export function marksFaults(item: FileItem): Fault[] {
  if (!isTheoryType(item.type) || item.marks === undefined) return []
  const usual = MARKS_OF_TYPE[item.type] / 100
  if (item.marks === usual) return []
  const { zh, en } = INTERACTION_NAMES[item.type]
  return [{ zh: `${zh}每题${usual}分，不能是${item.marks}分`, en: `an item of type ${en} carries ${usual} marks, not ${item.marks}` }]
}

type Letter = { readonly id: string }
type Lettered = Letter & { readonly text: string }

/** Two options with one text, or one letter twice: nobody could say which is right. */
function listFaults(list: readonly Lettered[], zh: string, en: string): Fault[] {
  const texts = repeated(list.map(each => each.text)).map(text => ({
    zh: `${zh}文字重复：“${text}”`,
    en: `an ${en} text stands twice: "${text}"`,
  }))
  return [...texts, ...idFaults(list, zh, en)]
}

function idFaults(list: readonly Letter[], zh: string, en: string): Fault[] {
  return repeated(list.map(each => each.id)).map(id => ({ zh: `${zh}编号重复：${id}`, en: `an ${en} id stands twice: ${id}` }))
}

function unknownLetters(letters: readonly string[], list: readonly Letter[], zh: string, en: string): Fault[] {
  const unknown = letters.filter(letter => !list.some(each => each.id === letter))
  return unknown.map(letter => ({ zh: `${zh}指向不存在的“${letter}”`, en: `${en} names "${letter}", which does not exist` }))
}

const CORNERS = { rect: 4, circle: 3 } as const

function coordinateFaults({ id, shape, coords }: Letter & { readonly shape: string; readonly coords: readonly number[] }): Fault[] {
  const sound = shape === 'polygon' ? coords.length >= 6 && coords.length % 2 === 0 : coords.length === CORNERS[shape as 'rect' | 'circle']
  return sound ? [] : [{ zh: `区域${id}的坐标个数与形状不符`, en: `area ${id} has the wrong number of coordinates for its shape` }]
}

function sumFaults(marks: number | undefined, list: readonly { readonly marks: number }[], zh: string, en: string): Fault[] {
  const sum = list.reduce((total, each) => total + each.marks, 0)
  return marks === undefined || sum === marks
    ? []
    : [{ zh: `${zh}分值合计${sum}分，与试题${marks}分不符`, en: `${en} add up to ${sum} marks, the item carries ${marks}` }]
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))]
}
