import { type ExchangeFacts, NO_FACTS } from '../../../../core/exchange/exchange-item.ts'
import { IMPORTANCES } from '../../../../core/item.ts'
import type { Resource } from './manifest.ts'

const MARK = 'zhiheng:'

/** Facts in the description of a resource, as our own packages write them: `zhiheng:` and JSON. */
export function factsOfResource(resource: Pick<Resource, 'description'>): ExchangeFacts {
  if (!resource.description.startsWith(MARK)) return NO_FACTS
  try {
    return factsOf(JSON.parse(resource.description.slice(MARK.length)) as Record<string, unknown>)
  } catch {
    return NO_FACTS
  }
}

function factsOf(raw: Record<string, unknown>): ExchangeFacts {
  const text = (name: string) => (typeof raw[name] === 'string' ? (raw[name] as string).slice(0, 400) : null)
  const whole = (name: string) => (Number.isInteger(raw[name]) ? (raw[name] as number) : null)
  const texts = (name: string) =>
    Array.isArray(raw[name]) ? (raw[name] as unknown[]).filter(one => typeof one === 'string').slice(0, 20) : []
  return {
    editionId: text('editionId'),
    level: text('level'),
    area: texts('area'),
    points: texts('points'),
    difficulty: whole('difficulty'),
    importance: IMPORTANCES.find(one => one === raw['importance']) ?? null,
    seconds: whole('seconds'),
    source: text('source'),
  }
}

export function descriptionOf(facts: ExchangeFacts): string {
  return `${MARK}${JSON.stringify(facts)}`
}
