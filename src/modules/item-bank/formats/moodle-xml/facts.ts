import { type XmlElement, childElements } from '../../../../kernel/xml.ts'
import type { ExchangeFacts } from '../../core/exchange/exchange-item.ts'
import { IMPORTANCES } from '../../core/item.ts'
import { element, make, textIn } from '../../core/exchange/text/tree.ts'

/** Facts travel as tags `zh:name=value`, which other programs show as plain tags. */
export function factsOf(node: XmlElement): ExchangeFacts | null {
  const tags = childElements(element(node, 'tags') ?? node, 'tag').map(tag => textIn(tag))
  const all = (name: string) => tags.filter(tag => tag.startsWith(`zh:${name}=`)).map(tag => tag.slice(name.length + 4))
  const one = (name: string) => all(name)[0] ?? null
  const whole = (name: string) => (/^\d{1,6}$/.test(one(name) ?? '') ? Number(one(name)) : null)
  if (!tags.some(tag => tag.startsWith('zh:'))) return null
  return {
    editionId: one('edition'),
    level: one('level'),
    area: all('area'),
    points: all('point'),
    difficulty: whole('difficulty'),
    importance: IMPORTANCES.find(importance => importance === one('importance')) ?? null,
    seconds: whole('seconds'),
    source: one('source'),
  }
}

export function tagsOf(facts: ExchangeFacts): XmlElement[] {
  const pairs: readonly (readonly [string, string | number | null])[] = [
    ['edition', facts.editionId],
    ['level', facts.level],
    ...facts.area.map(name => ['area', name] as const),
    ...facts.points.map(point => ['point', point] as const),
    ['difficulty', facts.difficulty],
    ['importance', facts.importance],
    ['seconds', facts.seconds],
    ['source', facts.source],
  ]
  const tags = pairs.flatMap(([name, value]) => (value === null ? [] : [make('tag', {}, [make('text', {}, [`zh:${name}=${value}`])])]))
  return tags.length === 0 ? [] : [make('tags', {}, tags)]
}
