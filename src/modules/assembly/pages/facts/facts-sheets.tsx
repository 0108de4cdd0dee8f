import type { ReactNode } from 'react'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { Sheet, TwoSides } from '../../../../ui/components/page/sheet.tsx'
import { showMinutes } from '../../../../ui/format.ts'
import { type Language, fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { CoverageTable } from './coverage-table.tsx'
import { FormCurves } from './form-curves.tsx'
import type { FormFacts, Place } from './form-facts.ts'
import { ItemList } from './item-list.tsx'
import { ShareCharts } from './share-bars.tsx'
import { marksText, secondsText } from './show.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly facts: FormFacts
  /** What stands above the figures: who, when, digest, decisions. */
  readonly head: ReactNode
  /** What stands beside them, above the coverage. */
  readonly side?: ReactNode
  readonly act?: (place: Place) => ReactNode
}

/** Everything known of one form: figures and composition left, coverage and curves right, its items below. */
export function FactsSheets({ facts, head, side, act }: Props) {
  const words = useWords(zh, en)
  return (
    <div className="z-stack">
      <TwoSides
        facts={
          <>
            {head}
            <Figures facts={facts} />
            <Sheet title={words.shares.title}>
              <ShareCharts facts={facts} />
            </Sheet>
          </>
        }
        evidence={
          <>
            {side}
            <Sheet title={words.coverage.title} note={words.coverage.note}>
              <CoverageTable facts={facts} />
            </Sheet>
          </>
        }
      />
      <Sheet title={words.curves.title} note={words.curves.note}>
        <FormCurves forms={[{ number: 1, curve: facts.curve }]} />
      </Sheet>
      <Sheet title={words.list.title} note={words.list.note}>
        <ItemList places={facts.places} {...(act && { act })} />
      </Sheet>
    </div>
  )
}

function Figures({ facts }: { readonly facts: FormFacts }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const rows = [
    { label: words.items, value: fill(words.itemsOf, { n: facts.items }) },
    { label: words.marks, value: fill(words.marksOf, { n: marksText(facts.marks) }) },
    { label: words.minutes, value: showMinutes(facts.minutes, language) },
    {
      label: words.expected,
      ...timeOf(facts, words, language),
    },
    { label: words.calibrated, value: fill(words.calibratedOf, { n: facts.calibrated, rest: facts.items - facts.calibrated }) },
  ]
  return (
    <Sheet title={words.figures}>
      <Facts facts={rows} />
    </Sheet>
  )
}

type TimeWords = { readonly notEstimated: string; readonly unestimated: string; readonly allEstimated: string }

/** A sum in which items are missing says how many; a sum of nothing is no time. */
function timeOf({ seconds, unestimated, items }: FormFacts, words: TimeWords, language: Language) {
  if (unestimated === items) return { value: words.notEstimated }
  const note = unestimated > 0 ? fill(words.unestimated, { n: unestimated }) : words.allEstimated
  return { value: secondsText(seconds, language), note }
}
