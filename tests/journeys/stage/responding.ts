import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import {
  CaseContent,
  CaseResponse,
  HotAreaResponse,
  InlineChoiceResponse,
  type InteractionType,
  type ItemDocument,
  MatchingContent,
  MatchingResponse,
  MultipleChoiceResponse,
  OrderingResponse,
  SingleChoiceResponse,
  TrueFalseResponse,
  WrittenResponse,
  WrittenText,
} from '../../../src/modules/interactions/contract.ts'

/** What stands before the candidate: an item of a paper, or a part of a case. */
export type Shown = { readonly type: InteractionType; readonly content: ItemDocument }

const GAP = /\{\{([A-Za-z0-9_-]{1,36})\}\}/g
const MOST_MOVES = 100

/** Gives a response with the controls that the page shows for an item of its type; `byKeyboard` takes options by their number. */
export async function give(card: Locator, item: Shown, response: ItemDocument, byKeyboard: boolean): Promise<void> {
  switch (item.type) {
    case 'single-choice':
      return take(card, [SingleChoiceResponse.parse(response).optionId], byKeyboard)
    case 'multiple-choice':
      return take(card, MultipleChoiceResponse.parse(response).optionIds, byKeyboard)
    case 'true-false':
      return take(card, [TrueFalseResponse.parse(response).verdict], byKeyboard)
    case 'hot-area':
      return take(card, HotAreaResponse.parse(response).areaIds, byKeyboard)
    case 'blank':
    case 'table-fill':
      return writeInGaps(card, item.content, WrittenResponse.parse(response).gaps)
    case 'inline-choice':
      return chooseInGaps(card, item.content, InlineChoiceResponse.parse(response).gaps)
    case 'matching':
      return match(card, item.content, MatchingResponse.parse(response).pairs)
    case 'ordering':
      return order(card, OrderingResponse.parse(response).entryIds)
    case 'short-answer':
    case 'essay':
      return card.getByRole('textbox').fill(WrittenText.parse(response).text)
    case 'case':
      return work(card, item.content, CaseResponse.parse(response).parts)
    default:
      throw new Error(`needs more than a pen: ${item.type}`)
  }
}

async function take(card: Locator, ids: readonly string[], byKeyboard: boolean): Promise<void> {
  for (const id of ids) {
    const input = card.locator(`input[value="${id}"]`)
    if (byKeyboard) {
      await card.page().keyboard.press(String(Number(await input.getAttribute('data-option')) + 1))
      continue
    }
    // whoever listens finds an option by its words alone, without the letter before it
    const name = (await input.locator('xpath=..').locator('.z-option-text').textContent()) ?? ''
    await card
      .getByRole('radio', { name, exact: true })
      .or(card.getByRole('checkbox', { name, exact: true }))
      .and(input)
      .check()
  }
}

/** Gaps stand on the page in the order in which the text names them. */
function placesOf(content: ItemDocument): readonly string[] {
  return [...JSON.stringify(content).matchAll(GAP)].map(found => found[1] ?? '')
}

async function writeInGaps(card: Locator, content: ItemDocument, gaps: readonly { readonly id: string; readonly text: string }[]) {
  const places = placesOf(content)
  for (const { id, text } of gaps) await card.getByRole('textbox').nth(places.indexOf(id)).fill(text)
}

async function chooseInGaps(card: Locator, content: ItemDocument, gaps: readonly { readonly id: string; readonly optionId: string }[]) {
  const places = placesOf(content)
  for (const { id, optionId } of gaps) await card.getByRole('combobox').nth(places.indexOf(id)).selectOption(optionId)
}

async function match(card: Locator, content: ItemDocument, pairs: readonly { readonly left: string; readonly right: string }[]) {
  const texts = new Map(MatchingContent.parse(content).left.map(entry => [entry.id, entry.text]))
  for (const { left, right } of pairs) await card.getByLabel(texts.get(left) ?? '', { exact: true }).selectOption(right)
}

/** Moves entries up until they stand as wished; where they do already, says so. */
async function order(card: Locator, entryIds: readonly string[]): Promise<void> {
  const up = card.locator('.z-ordering-row .z-move:first-child')
  const shown = () => up.evaluateAll(buttons => buttons.map(button => (button.getAttribute('data-move') ?? '').replace(/-1$/, '')))
  const free = new Set(await shown())
  const wanted = entryIds.filter(id => free.has(id))
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const now = await shown()
    const place = wanted.findIndex((id, at) => now[at] !== id)
    if (place < 0) break
    await up.nth(now.indexOf(wanted[place] ?? '')).click()
  }
  assert.deepEqual(await shown(), wanted)
  const keep = card.getByRole('button', { name: '当前顺序就是我的作答' })
  if (await keep.isVisible()) await keep.click()
}

async function work(card: Locator, content: ItemDocument, given: readonly { readonly id: string; readonly response: ItemDocument }[]) {
  const parts = new Map(CaseContent.parse(content).parts.map(part => [part.id, part]))
  for (const { id, response } of given) {
    const part = parts.get(id)
    if (part !== undefined) await give(card.locator(`[data-part="${id}"]`), part, response, false)
  }
}
