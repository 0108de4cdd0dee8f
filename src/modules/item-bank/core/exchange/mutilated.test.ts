import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fuzzRounds, promptly } from '../../../../../tools/testing/fuzz.ts'
import { interactionOf } from '../../../interactions/contract.ts'
import { readingAids } from '../../actions/exchange/reading-aids.ts'
import { anExchangeItem } from './exchange-set.test.ts'
import { FORMAT_IDS } from './format-ids.ts'
import type { Cell, FormatSource, Written } from './format.ts'
import { formatOf } from './registry.ts'

const aids = readingAids(() => ({ ok: false, refusal: { zh: '不是图片', en: 'not a picture' } }))
const ROUNDS = fuzzRounds(150)
/** Every format writes one of these at least, and reading them stays fast. */
const TYPES = ['single-choice', 'multiple-choice', 'true-false', 'matching'] as const

/** What is done to a file: of which part how much is cut out where, and what stands there instead. */
const Hurt = fc.record({ part: fc.nat(20), at: fc.nat(6_000), cut: fc.nat(80), put: fc.string({ maxLength: 8 }) })
type Hurt = { readonly part: number; readonly at: number; readonly cut: number; readonly put: string }

function hurtText(text: string, { at, cut, put }: Hurt): string {
  const from = at % (text.length + 1)
  return text.slice(0, from) + put + text.slice(from + cut)
}

function hurtSource(written: Written, hurts: readonly Hurt[]): FormatSource {
  switch (written.kind) {
    case 'text':
      return { kind: 'text', name: 'items', text: hurts.reduce(hurtText, written.text) }
    case 'package': {
      const entries = new Map(written.entries)
      for (const hurt of hurts) {
        const [name = '', bytes = new Uint8Array()] = [...entries][hurt.part % entries.size] ?? []
        entries.set(name, aids.utf8.encode(hurtText(aids.utf8.decode(bytes), hurt)))
      }
      return { kind: 'package', name: 'items.zip', entries }
    }
    case 'sheets': {
      const cell = (value: Cell, at: number) => hurts.reduce((now, hurt) => (hurt.at % 40 === at ? hurt.put : now), value)
      const sheets = written.sheets.map(sheet => ({ ...sheet, rows: sheet.rows.map(row => row.map(cell)) }))
      return { kind: 'sheets', name: 'items.xlsx', sheets }
    }
  }
}

for (const id of FORMAT_IDS) {
  const format = formatOf(id)
  const written = format.write({ items: TYPES.map(type => anExchangeItem(type)), stimuli: [], media: [] }, aids)
  test(`a mutilated file of ${id} is refused, or what was taken from it is sound and faults are told in both languages`, () => {
    fc.assert(
      fc.property(fc.array(Hurt, { minLength: 1, maxLength: 4 }), hurts => {
        const read = promptly(() => format.read(hurtSource(written, hurts), aids))
        const faults = read.ok ? read.value.faults : read.refusal
        assert.ok(read.ok || faults.length > 0)
        for (const { type, content, key, rubric } of read.ok ? read.value.items : []) {
          const taken = interactionOf(type).parseContent(content)
          assert.ok(taken.ok && interactionOf(type).parseKey(taken.value, key).ok, JSON.stringify(content))
          assert.ok(interactionOf(type).parseRubric(rubric).ok, JSON.stringify(rubric))
        }
        for (const fault of faults) assert.ok(fault.zh !== '' && fault.en !== '')
      }),
      { numRuns: ROUNDS },
    )
  })
}
