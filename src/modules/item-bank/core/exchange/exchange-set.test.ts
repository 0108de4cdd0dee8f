import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import { INTERACTION_TYPES, type InteractionType, type ItemDocument, interactionOf } from '../../../interactions/contract.ts'
import { type ExchangeItem, type ExchangeSet, NO_FACTS } from './exchange-item.ts'

type Documents = Readonly<
  Record<InteractionType, { readonly content: ItemDocument; readonly key: ItemDocument; readonly rubric: ItemDocument }>
>

/** Stands for a picture; tests put the digest of a real one in its place. */
export const PICTURE_DIGEST = '0'.repeat(64)
const DOCUMENTS = JSON.parse(readFileSync(new URL('./examples/documents.json', import.meta.url), 'utf8')) as Documents

/** An item of a type with everything that can be known of it. */
export function anExchangeItem(type: InteractionType, changes: Partial<ExchangeItem> = {}): ExchangeItem {
  const facts = {
    ...NO_FACTS,
    editionId: 'ec-2005',
    level: 'L3',
    area: ['网络营销'],
    points: ['B-C-A-001'],
    difficulty: 3,
    importance: 'X' as const,
    seconds: 60,
    source: '《中华人民共和国电子商务法》第十七条',
  }
  return { code: `X-${type}`, title: '', type, marks: hundredths(200), ...DOCUMENTS[type], stimulusId: null, facts, ...changes }
}

/** One item of every type; the hot area's picture is not among them and must be added by whoever needs it. */
export function anExchangeSet(): ExchangeSet {
  return { items: INTERACTION_TYPES.map(type => anExchangeItem(type)), stimuli: [], media: [] }
}

test('every example is a sound item of its type', () => {
  for (const { type, content, key, rubric } of anExchangeSet().items) {
    const interaction = interactionOf(type)
    const parsed = interaction.parseContent(content)
    assert.ok(parsed.ok, type)
    assert.ok(interaction.parseKey(parsed.value, key).ok, type)
    assert.ok(interaction.parseRubric(rubric).ok, type)
  }
})
