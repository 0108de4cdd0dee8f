import { type Comparison, type Condition, type Operand, attributeKey } from '../problem/condition.ts'
import type { Selection } from '../problem/pool.ts'

/** The same said in Chinese and in English. */
export type Said = { readonly zh: string; readonly en: string }

const SIGNS: Readonly<Record<Comparison, Said>> = {
  '==': { zh: '为', en: ' is ' },
  '!=': { zh: '不为', en: ' is not ' },
  '<': { zh: '小于', en: ' below ' },
  '<=': { zh: '不大于', en: ' at most ' },
  '>': { zh: '大于', en: ' above ' },
  '>=': { zh: '不小于', en: ' at least ' },
}
const LONGEST = 120
const MOST_NAMED = 6

/** What a selection is of, as a noun; null for everything. One value of one attribute is said by the value alone, ids by themselves. */
export function saySelection(of: Selection): Said | null {
  if (of.kind === 'all') return null
  if (of.kind === 'ids') return named(of.ids)
  const said = soleValue(of.condition) ?? sayCondition(of.condition)
  const whole = said.zh.length > LONGEST ? `${of.text.slice(0, LONGEST)}…` : null
  return whole === null ? said : { zh: whole, en: whole }
}

function soleValue(condition: Condition): Said | null {
  if (condition.op === 'in') {
    const { left, list } = condition
    const byId = left.kind === 'attribute' && ['ID', 'STID'].includes(attributeKey(left.name))
    return byId ? named(list.map(value => String(value ?? 'NA'))) : null
  }
  if (condition.op !== 'compare' || condition.sign !== '==') return null
  const { left, right } = condition
  const value = left.kind === 'attribute' && right.kind === 'value' ? right.value : null
  return typeof value === 'string' && value !== '' ? { zh: value, en: value } : null
}

/** A condition in words. */
export function sayCondition(condition: Condition): Said {
  switch (condition.op) {
    case 'or':
    case 'and': {
      const said = condition.parts.map(part => ('parts' in part ? bracketed(sayCondition(part)) : sayCondition(part)))
      const [zh, en] = condition.op === 'and' ? ['且', ' and '] : ['或', ' or ']
      return { zh: said.map(each => each.zh).join(zh), en: said.map(each => each.en).join(en) }
    }
    case 'not': {
      if (condition.part.op === 'missing')
        return { zh: `有${operand(condition.part.operand)}`, en: `some ${operand(condition.part.operand)}` }
      const said = bracketed(sayCondition(condition.part))
      return { zh: `非${said.zh}`, en: `not ${said.en}` }
    }
    case 'missing':
      return { zh: `没有${operand(condition.operand)}`, en: `no ${operand(condition.operand)}` }
    case 'constant':
      return condition.value === true ? { zh: '全部', en: 'all' } : { zh: '没有', en: 'none' }
    case 'in': {
      const list = named(condition.list.map(value => String(value ?? 'NA')))
      return { zh: `${operand(condition.left)}为${list.zh}之一`, en: `${operand(condition.left)} among ${list.en}` }
    }
    default: {
      const sign = SIGNS[condition.sign]
      const [left, right] = [operand(condition.left), operand(condition.right)]
      return { zh: `${left}${sign.zh}${right}`, en: `${left}${sign.en}${right}` }
    }
  }
}

/** A list of names, cut short when it is long. */
export function named(names: readonly string[]): Said {
  const shown = names.slice(0, MOST_NAMED)
  const more = names.length > MOST_NAMED
  return {
    zh: `${shown.join('、')}${more ? `等${names.length}个` : ''}`,
    en: `${shown.join(', ')}${more ? ` and others, ${names.length} in all` : ''}`,
  }
}

function bracketed({ zh, en }: Said): Said {
  return { zh: `（${zh}）`, en: `(${en})` }
}

function operand(of: Operand): string {
  return of.kind === 'attribute' ? of.name : String(of.value ?? 'NA')
}
