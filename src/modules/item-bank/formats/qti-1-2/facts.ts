import type { XmlElement } from '../../../../kernel/xml.ts'
import { type ExchangeFacts, NO_FACTS } from '../../core/exchange/exchange-item.ts'
import { make } from '../../core/exchange/text/tree.ts'
import { IMPORTANCES } from '../../core/item.ts'
import { fieldOf } from './entry.ts'

const BAR = ' | '

/** Facts travel as metadata fields `zh_…`. */
export function factsOf(node: XmlElement): ExchangeFacts {
  const one = (name: string) => fieldOf(node, `zh_${name}`) || null
  const list = (name: string) => (one(name) ?? '').split(BAR).filter(text => text !== '')
  const whole = (name: string) => (/^\d{1,6}$/.test(one(name) ?? '') ? Number(one(name)) : null)
  return {
    ...NO_FACTS,
    editionId: one('edition'),
    level: one('level'),
    area: list('area'),
    points: list('points'),
    difficulty: whole('difficulty'),
    importance: IMPORTANCES.find(importance => importance === one('importance')) ?? null,
    seconds: whole('seconds'),
    source: one('source'),
  }
}

export function metadataField(label: string, value: string): XmlElement {
  return make('qtimetadatafield', {}, [make('fieldlabel', {}, [label]), make('fieldentry', {}, [value])])
}

export function factFields(facts: ExchangeFacts): XmlElement[] {
  const pairs: readonly (readonly [string, string | number | null])[] = [
    ['edition', facts.editionId],
    ['level', facts.level],
    ['area', facts.area.length === 0 ? null : facts.area.join(BAR)],
    ['points', facts.points.length === 0 ? null : facts.points.join(BAR)],
    ['difficulty', facts.difficulty],
    ['importance', facts.importance],
    ['seconds', facts.seconds],
    ['source', facts.source],
  ]
  return pairs.flatMap(([name, value]) => (value === null ? [] : [metadataField(`zh_${name}`, String(value))]))
}
