import { hundredths } from '../../../../../kernel/marks.ts'
import { type Fact, Facts } from '../../../../../ui/components/facts/facts.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { showMarks } from '../../../../../ui/format.ts'
import { useLanguage, useWords } from '../../../../../ui/words.ts'
import { placingGroups } from '../../../core/versions/placing-groups.ts'
import { PlacingLines } from '../../shared/placing-lines.tsx'
import { PointNames } from '../../shared/point-names.tsx'
import { StatisticLine } from '../../shared/statistic-line.tsx'
import { showEstimate } from '../../shared/versions.ts'
import { en as bankEn } from '../../words.en.ts'
import { zh as bankZh } from '../../words.zh.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { ShownAtDesk } from './desk-facts.ts'

/** Where the writer placed the version, and on what it rests. */
export function PlacingFacts({ shown }: { readonly shown: ShownAtDesk }) {
  const words = useWords(zh, en)
  const bank = useWords(bankZh, bankEn)
  const language = useLanguage()
  const { version, statistic } = shown
  const { editionId, level } = version
  const others = placingGroups(shown.placings)
  const facts: Fact[] = [
    { label: words.facts.area, value: version.area.join('／'), wide: true },
    {
      label: words.facts.points,
      value: version.points.length === 0 ? words.facts.none : <PointNames editionId={editionId} level={level} codes={version.points} />,
      wide: true,
    },
    ...(others.length === 0 ? [] : [{ label: words.facts.placings, value: <PlacingLines groups={others} />, wide: true }]),
    { label: words.facts.importance, value: bank.importance[version.importance] },
    { label: words.facts.difficulty, value: String(version.difficulty) },
    { label: words.facts.marks, value: showMarks(hundredths(version.marks), language) },
    { label: words.facts.seconds, value: version.seconds === null ? words.facts.none : showEstimate(version.seconds, language) },
    { label: words.facts.source, value: version.source ?? words.facts.none, wide: true },
    { label: words.facts.writer, value: version.writer || words.blind, wide: true },
    ...(statistic === null ? [] : [{ label: words.facts.statistic, value: <StatisticLine statistic={statistic} />, wide: true }]),
  ]
  return (
    <Sheet title={words.facts.title}>
      <Facts facts={facts} columns={2} />
    </Sheet>
  )
}
