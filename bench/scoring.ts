/** Responses scored a second on one core, for the types whose options are chosen, on a paper's worth of items. Prints one JSON line. */
import { cpus } from 'node:os'
import { type Dice, diceOf, pick, roll, shuffled } from '../src/kernel/dice.ts'
import { hundredths } from '../src/kernel/marks.ts'
import { type Scorer, interactionOf } from '../src/modules/interactions/contract.ts'

/** Responses a second on one core. */
const LIMIT = 200_000
const RUNS = 5
const RUN_MS = 700
const ITEMS = 90
const RESPONSES_OF_ITEM = 40

type Work = { readonly scorer: Scorer; readonly responses: readonly unknown[] }
const OPTIONS = ['a', 'b', 'c', 'd', 'e']
const stem = '下列说法中正确的是（　　）。'
const options = OPTIONS.map(id => ({ id, text: `选项${id}`, pinned: false }))
const max = hundredths(100)

const rates = Object.fromEntries(
  (['single-choice', 'multiple-choice', 'true-false'] as const).map(type => {
    const dice = diceOf(type)
    const work = Array.from({ length: ITEMS }, () => workOf(type, dice))
    run(work, RUN_MS)
    const measured = Array.from({ length: RUNS }, () => run(work, RUN_MS)).toSorted((a, b) => a - b)
    return [type, Math.round(measured[Math.floor(RUNS / 2)] ?? 0)]
  }),
)
const responsesPerSecond = Math.min(...Object.values(rates))
console.log(
  JSON.stringify({
    name: 'scoring',
    responsesPerSecond,
    byType: rates,
    limit: LIMIT,
    ratio: Math.round((responsesPerSecond / LIMIT) * 100) / 100,
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
  }),
)

/** Scores the responses of all items round and round for so many milliseconds; returns responses a second. */
function run(work: readonly Work[], ms: number): number {
  const start = performance.now()
  let scored = 0
  let earned = 0
  while (performance.now() - start < ms)
    for (const { scorer, responses } of work) {
      for (const response of responses) earned += scorer(response).earned
      scored += responses.length
    }
  if (earned === 0 || earned === scored * max) throw new Error('the generated responses are all alike')
  return scored / ((performance.now() - start) / 1000)
}

/** One item with responses as a hall gives them: right, wrong, empty, now and then something that does not belong. */
function workOf(type: 'single-choice' | 'multiple-choice' | 'true-false', dice: Dice): Work {
  const chosen = () => shuffled(OPTIONS, dice).slice(0, 1 + roll(dice, 4))
  const kind = interactionOf(type)
  const document = () =>
    type === 'single-choice'
      ? { version: 1, optionId: pick(OPTIONS, dice) }
      : type === 'multiple-choice'
        ? { version: 1, optionIds: chosen() }
        : { version: 1, verdict: pick(['true', 'false'], dice) }
  const content = type === 'true-false' ? { version: 2, stem } : { version: 2, stem, options }
  const rubric = type === 'multiple-choice' ? { credit: pick(['all-or-nothing', 'partial-no-wrong', 'per-option'], dice) } : {}
  const scorer = kind.compile({ content, key: document(), rubric, max })
  const odd = [null, { version: 1 }, { version: 1, optionId: 'nobody' }]
  return { scorer, responses: Array.from({ length: RESPONSES_OF_ITEM }, () => (roll(dice, 20) === 0 ? pick(odd, dice) : document())) }
}
